package dev.understudy.api.patch;

import dev.understudy.api.Expected;

/** Thrown when an operation of a JSON Patch fails. */
public final class PatchFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final int index;
    private final transient PatchViolation why;

    /** @param index the index of the operation in the patch, from 0 */
    PatchFailure(int index, PatchViolation why) {
        super(why.text(), null, false, false);
        this.index = index;
        this.why = why;
    }

    /** The index of the operation in the patch, from 0. */
    public int index() {
        return index;
    }

    /** Whether a {@code test} operation failed (RFC 6902 section 4.6). */
    public boolean isTest() {
        return why.tested();
    }

    /** The JSON pointer to the error within the operation, such as {@code /path}; empty for the whole. */
    public String pointer() {
        return why.pointer();
    }

    /** What was expected there. */
    public Expected expected() {
        return why.expected();
    }

    /** What was found, as text. */
    public String got() {
        return why.got();
    }

    /** What is wrong, as in {@code /path must lead to a value that is there, was "/sails"}. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
