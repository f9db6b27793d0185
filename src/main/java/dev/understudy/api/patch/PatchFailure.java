package dev.understudy.api.patch;

import dev.understudy.api.Expected;

/** An operation of a JSON Patch cannot be done. */
public final class PatchFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final int index;
    private final transient PatchViolation why;

    /** @param index the place of the operation in the patch, from 0 */
    PatchFailure(int index, PatchViolation why) {
        super(why.text(), null, false, false);
        this.index = index;
        this.why = why;
    }

    /** The place of the operation in the patch, from 0. */
    public int index() {
        return index;
    }

    /** Whether it is a {@code test} that fails (RFC 6902 section 4.6). */
    public boolean isTest() {
        return why.tested();
    }

    /** Where in the operation it is wrong, as a JSON pointer such as {@code /path}; empty for the whole. */
    public String pointer() {
        return why.pointer();
    }

    /** What was expected there. */
    public Expected expected() {
        return why.expected();
    }

    /** What came, as a text. */
    public String got() {
        return why.got();
    }

    /** What is wrong, as in {@code /path must lead to a value that is there, was "/sails"}. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
