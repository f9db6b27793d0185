package dev.understudy.api;

/** Bytes that are not the JSON that we read (RFC 8259, strictly): where reading stopped, and why. */
public final class MalformedJson extends Exception {
    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;
    private final transient Expected expected;
    private final String got;

    /** Something else than was expected, at this place; both counted from 1. */
    public MalformedJson(int line, int column, Expected expected, String got) {
        super("line " + line + ", column " + column + ": must " + expected.text() + ", was " + got);
        this.line = line;
        this.column = column;
        this.expected = expected;
        this.got = got;
    }

    /** The line, counted from 1. */
    public int line() {
        return line;
    }

    /** The column in characters, counted from 1. */
    public int column() {
        return column;
    }

    /** What should have stood there. */
    public Expected expected() {
        return expected;
    }

    /** Completes "was …". */
    public String got() {
        return got;
    }
}
