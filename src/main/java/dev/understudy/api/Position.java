package dev.understudy.api;

import com.fasterxml.jackson.core.JsonLocation;

/** A place in a file, by line and column, both counted from 1. */
public record Position(int line, int column) {
    /** The file as a whole. */
    public static final Position NONE = new Position(0, 0);

    public static final Position START = new Position(1, 1);

    /** Where Jackson is, in a text that begins with the given line. */
    public static Position of(JsonLocation location, int firstLine) {
        return new Position(firstLine - 1 + Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    /** So many characters earlier in the same line. */
    public Position before(int characters) {
        return new Position(line, Math.max(1, column - characters));
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
