package dev.understudy.api;

import org.jspecify.annotations.Nullable;

/**
 * Which of the answers that a contract allows a client asks for, by the header {@code Prefer} (RFC 7240). It is part of
 * the call: another preference may have another answer.
 *
 * @param code the status, 200 to 599; null for that of success
 * @param example the name of one of the answer's examples; null for the first that is valid
 * @param dynamic whether the answer is made from its schema also where there is an example
 * @param seed what the making begins with; null for the usual one
 */
public record Preference(@Nullable Integer code, @Nullable String example, boolean dynamic, @Nullable Long seed) {
    /** Whatever the contract has first. */
    public static final Preference NONE = new Preference(null, null, false, null);
}
