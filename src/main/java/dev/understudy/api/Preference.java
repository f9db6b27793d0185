package dev.understudy.api;

import org.jspecify.annotations.Nullable;

/**
 * The client's choice, in the header {@code Prefer} (RFC 7240), among the answers that a contract allows. It is part of
 * the call, as another preference may lead to another answer.
 *
 * @param code the status, 200 to 599; null for the success status
 * @param example the name of one of the answer's examples; null for the first valid one
 * @param dynamic whether to generate the answer from its schema even if there is an example
 * @param seed the seed for generated values; null for the default
 */
public record Preference(@Nullable Integer code, @Nullable String example, boolean dynamic, @Nullable Long seed) {
    /** No preference. */
    public static final Preference NONE = new Preference(null, null, false, null);
}
