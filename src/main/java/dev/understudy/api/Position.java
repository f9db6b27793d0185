package dev.understudy.api;

import com.fasterxml.jackson.core.JsonLocation;

/** A position in a file; line and column count from 1. */
public record Position(int line, int column) {
    /** The file as a whole. */
    public static final Position NONE = new Position(0, 0);

    public static final Position START = new Position(1, 1);

    /** A position of Jackson's, in a text that begins on this line. */
    public static Position of(JsonLocation location, int firstLine) {
        return new Position(firstLine - 1 + Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    /** The position this many characters earlier on the same line. */
    public Position before(int characters) {
        return new Position(line, Math.max(1, column - characters));
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
