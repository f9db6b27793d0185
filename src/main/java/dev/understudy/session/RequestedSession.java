package dev.understudy.session;

/** Which session a request names. */
public sealed interface RequestedSession {
    /** None. */
    RequestedSession NONE = new None();

    /** It names none. */
    record None() implements RequestedSession {}

    /**
     * It names this one, in one place or in several.
     *
     * @param byPrefix whether the path alone names it
     */
    record Of(String key, boolean byPrefix) implements RequestedSession {}

    /**
     * What it names is no key, or more than one.
     *
     * @param detail a sentence that says what must be different
     */
    record Wrong(String detail) implements RequestedSession {}
}
