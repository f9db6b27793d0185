package dev.understudy.live;

import dev.understudy.api.Printable;
import dev.understudy.api.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong in a contract or in a fixture.
 *
 * @param file the file as its owner would type it
 * @param line counted from 1; 0 where the file as a whole is meant
 * @param column in UTF-16 code units, counted from 1; 0 where the file as a whole is meant
 * @param pointer the JSON pointer of the value in its file; empty for the whole
 * @param rule what was broken: a keyword of the schema such as {@code enum}, or a rule of ours such as {@code unique}
 * @param contract where a contract has the rule; empty where none does
 * @param message what must be and what was
 * @param got the value that was found, as it may stand in the file; empty where none is to be shown
 * @param hint what may help to mend it
 * @param text all of it in one line, as a compiler would print it
 * @param count how many faults it stands for: of very many in one file, the last one says how many are left out
 */
public record Complaint(
        String file,
        int line,
        int column,
        String pointer,
        String rule,
        String contract,
        String message,
        String got,
        @Nullable String hint,
        String text,
        int count) {
    /** How many faults these complaints stand for. */
    public static int count(List<Complaint> complaints) {
        return complaints.stream().mapToInt(Complaint::count).sum();
    }

    static Complaint of(dev.understudy.load.Fault fault) {
        Violation violation = fault.violation();
        return new Complaint(
                Printable.text(fault.file()),
                fault.line(),
                fault.column(),
                Printable.text(violation.pointer()),
                violation.keyword(),
                violation.rule(),
                Printable.text(violation.plainly()),
                Printable.text(violation.got()),
                fault.hint() == null ? null : Printable.text(fault.hint()),
                fault.text(),
                fault.count());
    }

    static Complaint of(dev.understudy.openapi.Fault fault) {
        return new Complaint(
                Printable.text(fault.source()),
                fault.line(),
                fault.column(),
                "",
                "contract",
                "",
                Printable.text(fault.message()),
                "",
                null,
                Printable.text(fault.text()),
                1);
    }
}
