package dev.understudy.session;

/** The session that a request names. */
public sealed interface RequestedSession {
    /** No session. */
    RequestedSession NONE = new None();

    /** The request names no session. */
    record None() implements RequestedSession {}

    /**
     * The request names this session, in one place or in several.
     *
     * @param byPrefix whether it names the session only in the path
     */
    record Of(String key, boolean byPrefix) implements RequestedSession {}

    /**
     * The request names an invalid key, or several different ones.
     *
     * @param detail a sentence that says what to change
     */
    record Wrong(String detail) implements RequestedSession {}
}
