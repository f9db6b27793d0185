package dev.understudy.api;

import dev.understudy.api.Violation.Place;
import dev.understudy.api.text.Printable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error in a contract or in a fixture file. Its texts are safe to print anywhere.
 *
 * @param file the file's path, as its owner would type it
 * @param line counted from 1; 0 for the file as a whole
 * @param column in UTF-16 code units, counted from 1; 0 for the file as a whole
 * @param message what was expected and what was found
 * @param violation the violation in a fixture, with a pointer from the root of the file, or of the line in a file of
 *     lines; null for a contract
 * @param hint how to correct it
 * @param count how many faults this one stands for; if a file has very many, the last one says how many are omitted
 */
public record Fault(
        String file,
        int line,
        int column,
        String message,
        @Nullable Violation violation,
        @Nullable String hint,
        int count) {
    public Fault {
        file = Printable.text(file);
        message = Printable.text(message);
        hint = hint == null ? null : Printable.text(hint);
    }

    /** A fault in a contract. */
    public Fault(String file, Position place, String message) {
        this(file, place.line(), place.column(), message, null, null, 1);
    }

    /** A fault in a fixture. */
    public Fault(String file, Position place, Violation violation, @Nullable String hint) {
        this(file, place.line(), place.column(), violation.plainly(), violation, hint, 1);
    }

    /** A fault in a fixture file as a whole. */
    public static Fault ofFile(String file, String rule, String expected, String got, @Nullable String hint) {
        return new Fault(file, Position.NONE, new Violation(Place.RECORD, "", "", rule, expected, got), hint);
    }

    /** How many faults these stand for in total. */
    public static int count(List<Fault> faults) {
        return faults.stream().mapToInt(Fault::count).sum();
    }

    /** The same fault, standing for this many. */
    public Fault times(int many) {
        return new Fault(file, line, column, message, violation, hint, many);
    }

    /** The JSON pointer to the value in its file; empty for the whole file, and for a contract. */
    public String pointer() {
        return violation == null ? "" : Printable.text(violation.pointer());
    }

    /**
     * The broken rule: a schema keyword such as {@code enum}, a rule of the server such as {@code unique}, or
     * {@code contract} for a fault in a contract.
     */
    public String rule() {
        return violation == null ? "contract" : violation.keyword();
    }

    /** The place of the rule in a contract; empty if it is in none. */
    public String contract() {
        return violation == null ? "" : violation.rule();
    }

    /** The message, preceded by the pointer and followed by the hint. */
    public String sentence() {
        String pointer = pointer();
        return (pointer.isEmpty() ? "" : pointer + " ") + message + (hint == null ? "" : " (" + hint + ")");
    }

    /** The whole fault on one line, in the format of a compiler: {@code specs/x.yaml:12:7: …}. */
    public String text() {
        String place = line == 0 ? file : file + ":" + line + ":" + column;
        String contract = contract();
        String because = contract.isEmpty() ? "" : " [" + rule() + ", " + contract + "]";
        return place + ": " + sentence() + Printable.text(because);
    }
}
