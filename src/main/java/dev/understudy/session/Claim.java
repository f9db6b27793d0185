package dev.understudy.session;

/** Which session a request names. */
public sealed interface Claim {
    /** None. */
    Claim NONE = new None();

    /** It names none. */
    record None() implements Claim {}

    /**
     * It names this one, in one place or in several.
     *
     * @param byPrefix whether the path alone names it
     */
    record Of(String key, boolean byPrefix) implements Claim {}

    /**
     * What it names is no key, or more than one.
     *
     * @param detail a sentence that says what must be different
     */
    record Wrong(String detail) implements Claim {}
}
