package dev.understudy.api.patch;

/** An operation of a JSON Patch cannot be done. */
public final class PatchFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final int index;
    private final boolean tested;

    PatchFailure(int index, boolean tested, String message) {
        super(message, null, false, false);
        this.index = index;
        this.tested = tested;
    }

    /** The place of the operation in the patch, from 0. */
    public int index() {
        return index;
    }

    /** Whether it is a {@code test} of a value that is another (RFC 6902 section 4.6). */
    public boolean isTest() {
        return tested;
    }

    /** What is wrong, as a part of a sentence. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
