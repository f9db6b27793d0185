package dev.understudy.api;

import dev.understudy.api.Violation.Place;
import dev.understudy.api.text.Printable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong in a contract or in a fixture file. Its texts can be shown anywhere.
 *
 * @param file the file as its owner would type it
 * @param line counted from 1; 0 where the file as a whole is meant
 * @param column in UTF-16 code units, counted from 1; 0 where the file as a whole is meant
 * @param message what must be and what was
 * @param violation what a fixture breaks, from the root of its file, or of the line in a file of lines; null for a
 *     contract
 * @param hint how to correct it
 * @param count how many faults it stands for: of very many in one file, the last one says how many are left out
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

    /** A fault of a contract. */
    public Fault(String file, Position place, String message) {
        this(file, place.line(), place.column(), message, null, null, 1);
    }

    /** A fault of a fixture. */
    public Fault(String file, Position place, Violation violation, @Nullable String hint) {
        this(file, place.line(), place.column(), violation.plainly(), violation, hint, 1);
    }

    /** A fault of a fixture file as a whole. */
    public static Fault ofFile(String file, String rule, String expected, String got, @Nullable String hint) {
        return new Fault(file, Position.NONE, new Violation(Place.RECORD, "", "", rule, expected, got), hint);
    }

    /** How many faults these stand for. */
    public static int count(List<Fault> faults) {
        return faults.stream().mapToInt(Fault::count).sum();
    }

    /** The same, standing for so many. */
    public Fault times(int many) {
        return new Fault(file, line, column, message, violation, hint, many);
    }

    /** The JSON pointer of the value in its file; empty for the whole, and for a contract. */
    public String pointer() {
        return violation == null ? "" : Printable.text(violation.pointer());
    }

    /** What was broken: a keyword of the schema such as {@code enum}, or a rule of ours such as {@code unique}. */
    public String rule() {
        return violation == null ? "contract" : violation.keyword();
    }

    /** Where a contract has the rule; empty where none does. */
    public String contract() {
        return violation == null ? "" : violation.rule();
    }

    /** The message with the pointer in front and the hint behind. */
    public String sentence() {
        String pointer = pointer();
        return (pointer.isEmpty() ? "" : pointer + " ") + message + (hint == null ? "" : " (" + hint + ")");
    }

    /** All of it in one line, as a compiler would print it: {@code specs/x.yaml:12:7: …}. */
    public String text() {
        String place = line == 0 ? file : file + ":" + line + ":" + column;
        String contract = contract();
        String because = contract.isEmpty() ? "" : " [" + rule() + ", " + contract + "]";
        return place + ": " + sentence() + Printable.text(because);
    }
}
