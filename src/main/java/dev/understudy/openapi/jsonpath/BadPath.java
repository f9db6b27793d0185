package dev.understudy.openapi.jsonpath;

/** A text is no JSONPath. */
public final class BadPath extends Exception {
    private static final long serialVersionUID = 1;

    BadPath(int index, String expected) {
        super("must have " + expected + " at character " + (index + 1));
    }

    /** What must stand where. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
