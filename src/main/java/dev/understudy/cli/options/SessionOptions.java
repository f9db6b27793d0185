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
    private static final Value<String> TOKEN = new Value<>("TOKEN", String.class, SessionOptions::token);

    public static SessionOptions add(Command command) {
        return new SessionOptions(
                command.flag(
                        "--require-session",
                        "Refuse calls of an API that name no session, with a 400 that says how to name one."),
                command.option(
                        "--max-sessions",
                        Value.LIMIT,
                        Integer.toString(SessionLimits.DEFAULT.most()),
                        "The most sessions, by default ${DEFAULT-VALUE}; a further one replaces the one that was"
                                + " idle longest, if that was for a minute."),
                command.option(
                        "--session-idle",
                        Value.TIME,
                        SessionLimits.DEFAULT.idle().toMinutes() + "m",
                        "How long a session without a call is kept, by default ${DEFAULT-VALUE}."),
                level(
                        command,
                        "--requests",
                        "How to treat calls that break their contract: fail refuses them, warn answers them"
                                + " where that is possible and says what is wrong, off says nothing; by default"
                                + " ${DEFAULT-VALUE}. A session and a request can set another level."),
                level(
                        command,
                        "--responses",
                        "How to treat answers that break their contract: fail does not send them, warn sends"
                                + " them and says what is wrong, off says nothing; by default ${DEFAULT-VALUE}."),
                command.optional(
                        "--control-token",
                        TOKEN,
                        "The bearer token that requests to /-/sessions from other machines need; none admits all"
                                + " of them. By default a token is made, and printed if other machines can connect."),
                command.option(
                        "--journal",
                        Value.SIZE,
                        (Journal.BUDGET >> 20) + "m",
                        "How much memory the last calls of all sessions may take, half of it for their bodies; by default"
                                + " ${DEFAULT-VALUE}. The oldest are dropped first."));
    }

    private static Supplier<Strictness.Level> level(Command command, String name, String description) {
        return command.option(name, Value.any("LEVEL", Strictness.Level.class), "fail", description);
    }

    /** How calls and answers that break their contract are treated. */
    public Strictness strictness() {
        return new Strictness(requests.get(), responses.get());
    }

    /** Supplies the token of the option, or a random one. */
    public Supplier<String> controlToken() {
        String given = token.get();
        return given == null ? new RandomToken() : () -> given;
    }

    /** A token that can be the value of a header. */
    private static String token(String text) {
        if (!text.matches("none|[!-~]{8,200}")) {
            // Without the text, which may be a secret with a mistake in it.
            throw new Value.Invalid("must be none, or 8 to 200 characters of ASCII without blanks");
        }
        return text;
    }

    /** Whether the token was generated. */
    public boolean tokenIsMade() {
        return token.get() == null;
    }

    public SessionLimits limits() {
        return new SessionLimits(most.get(), idle.get(), required.get());
    }
}
