package dev.understudy.load;

import dev.understudy.api.Printable;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong in a fixture file.
 *
 * @param file the file as its owner would type it
 * @param line counted from 1; 0 where the file as a whole is meant
 * @param column in characters, counted from 1; 0 where the file as a whole is meant
 * @param violation its pointer starts at the root of the file, or of the line in a file of lines
 * @param hint what may help to mend it
 * @param count how many faults it stands for: where a file has very many, the last one says how many are left out
 */
public record Fault(String file, int line, int column, Violation violation, @Nullable String hint, int count) {
    Fault(String file, int line, int column, Violation violation, @Nullable String hint) {
        this(file, line, column, violation, hint, 1);
    }

    /** The whole as one line, as a compiler would print it. */
    public String text() {
        var text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line).append(':').append(column);
        }
        text.append(": ");
        if (!violation.pointer().isEmpty()) {
            text.append(violation.pointer()).append(' ');
        }
        text.append(violation.plainly());
        if (hint != null) {
            text.append(" (").append(hint).append(')');
        }
        if (!violation.rule().isEmpty()) {
            text.append(" [")
                    .append(violation.keyword())
                    .append(", ")
                    .append(violation.rule())
                    .append(']');
        }
        return Printable.text(text.toString());
    }

    /** Says in the place of so many faults that they are not listed. */
    static Fault more(String file, int listed, int left) {
        String expected = "have no faults beyond these " + listed;
        return new Fault(file, 0, 0, violation("more", expected, left + " more"), null, left);
    }

    static Fault ofFile(String file, String rule, String expected, String got, @Nullable String hint) {
        return new Fault(file, 0, 0, violation(rule, expected, got), hint);
    }

    private static Violation violation(String rule, String expected, String got) {
        return new Violation(Place.RECORD, "", "", rule, expected, got);
    }
}
