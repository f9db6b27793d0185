package dev.understudy.cli.options;

import dev.understudy.journal.Journal;
import dev.understudy.session.SessionLimits;
import dev.understudy.session.Strictness;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The options that bound sessions, and say who may look at them.
 *
 * @param required whether each call must name one
 * @param most how many there may be
 * @param idle for how long one is there without a call
 * @param requests what becomes of calls that break their contract
 * @param responses what becomes of answers that do
 * @param token what the control API asks for from elsewhere
 * @param journal how many bytes of calls are kept
 */
public record SessionOptions(
        Supplier<Boolean> required,
        Supplier<Integer> most,
        Supplier<Duration> idle,
        Supplier<Strictness.Level> requests,
        Supplier<Strictness.Level> responses,
        Supplier<@Nullable String> token,
        Supplier<Integer> journal) {
    public static SessionOptions add(Options options) {
        return new SessionOptions(
                options.flag(
                        "--require-session",
                        "Refuse calls of an API that name no session, with a 400 that says how to name one."),
                options.one(
                        "--max-sessions",
                        "N",
                        Integer.class,
                        Integer.toString(SessionLimits.DEFAULT.most()),
                        "The most sessions, by default ${DEFAULT-VALUE}; a further one replaces the one that was"
                                + " idle longest, if that was for a minute.",
                        new AtMost()),
                options.one(
                        "--session-idle",
                        "TIME",
                        Duration.class,
                        SessionLimits.DEFAULT.idle().toMinutes() + "m",
                        "How long a session without a call is kept, by default ${DEFAULT-VALUE}.",
                        new Span()),
                level(
                        options,
                        "--requests",
                        "How to treat calls that break their contract: fail refuses them, warn answers them"
                                + " where that is possible and says what is wrong, off says nothing; by default"
                                + " ${DEFAULT-VALUE}. A session and a request can set another level."),
                level(
                        options,
                        "--responses",
                        "How to treat answers that break their contract: fail does not send them, warn sends"
                                + " them and says what is wrong, off says nothing; by default ${DEFAULT-VALUE}."),
                options.maybe(
                        "--control-token",
                        "TOKEN",
                        String.class,
                        "The bearer token that requests to /-/sessions from other machines need; none admits all"
                                + " of them. By default a token is made, and printed if other machines can connect.",
                        new ControlToken()),
                options.one(
                        "--journal",
                        "SIZE",
                        Integer.class,
                        (Journal.BUDGET >> 20) + "m",
                        "How much memory the last calls of all sessions may take, by default ${DEFAULT-VALUE};"
                                + " the oldest bodies are dropped first.",
                        new Size()));
    }

    private static Supplier<Strictness.Level> level(Options options, String name, String description) {
        return options.one(name, "LEVEL", Strictness.Level.class, "fail", description);
    }

    /** What becomes of calls and answers that break their contract. */
    public Strictness strictness() {
        return new Strictness(requests.get(), responses.get());
    }

    /** The token that is given, or one that nobody can guess. */
    public String controlToken() {
        String given = token.get();
        return given == null ? ControlToken.made() : given;
    }

    /** Whether nobody knows the token yet. */
    public boolean tokenIsMade() {
        return token.get() == null;
    }

    public SessionLimits limits() {
        return new SessionLimits(most.get(), idle.get(), required.get());
    }
}
