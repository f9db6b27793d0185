package dev.understudy.api;

import com.fasterxml.jackson.core.JsonParser;
import org.jspecify.annotations.Nullable;

/** Thrown when bytes are not valid JSON (RFC 8259, read strictly): says where reading stopped, and why. */
public final class MalformedJson extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Position place;
    private final String pointer;
    private final transient Expected expected;
    private final String got;
    private final @Nullable String hint;

    /** An unexpected token at this position; line and column count from 1. */
    public MalformedJson(int line, int column, Expected expected, String got) {
        this(new Position(line, column), "", expected, got, null);
    }

    private MalformedJson(Position place, String pointer, Expected expected, String got, @Nullable String hint) {
        super("line " + place.line() + ", column " + place.column() + ": must " + expected.text() + ", was " + got);
        this.place = place;
        this.pointer = pointer;
        this.expected = expected;
        this.got = got;
        this.hint = hint;
    }

    static MalformedJson of(JsonSyntaxError flaw) {
        return new MalformedJson(flaw.place(), "", Expected.to(flaw.expected()), flaw.got(), flaw.hint());
    }

    /** The error is at the parser's current token. */
    static MalformedJson at(JsonParser parser, String pointer, Expected expected, String got) {
        return new MalformedJson(Position.of(parser.currentTokenLocation(), 1), pointer, expected, got, null);
    }

    /**
     * The same error for a text that is embedded in another.
     *
     * @param where the JSON pointer to the embedded text
     * @param lines how many lines come before it
     */
    public MalformedJson within(String where, int lines) {
        return new MalformedJson(
                new Position(place.line() + lines, place.column()), where + pointer, expected, got, hint);
    }

    /** The line, counted from 1. */
    public int line() {
        return place.line();
    }

    /** The column in characters, counted from 1. */
    public int column() {
        return place.column();
    }

    /** The JSON pointer of a duplicate key; empty if the error concerns no particular value. */
    public String pointer() {
        return pointer;
    }

    /** What was expected there. */
    public Expected expected() {
        return expected;
    }

    /** Completes "was …". */
    public String got() {
        return got;
    }

    /** How to correct it; null if there is no hint. */
    public @Nullable String hint() {
        return hint;
    }
}
