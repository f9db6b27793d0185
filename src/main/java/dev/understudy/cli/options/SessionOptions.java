package dev.understudy.cli.options;

import dev.understudy.journal.Journal;
import dev.understudy.session.SessionLimits;
import dev.understudy.session.Strictness;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The options that limit sessions, and control access to them.
 *
 * @param required whether each call must name a session
 * @param most the most sessions
 * @param idle how long a session without a call is kept
 * @param requests how calls that break their contract are treated
 * @param responses how answers that break it are treated
 * @param token the token that the control API needs from other machines
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

    /** How calls and answers that break their contract are treated. */
    public Strictness strictness() {
        return new Strictness(requests.get(), responses.get());
    }

    /** The token of the option, or a random one. */
    public String controlToken() {
        String given = token.get();
        return given == null ? ControlToken.made() : given;
    }

    /** Whether the token was generated. */
    public boolean tokenIsMade() {
        return token.get() == null;
    }

    public SessionLimits limits() {
        return new SessionLimits(most.get(), idle.get(), required.get());
    }
}
