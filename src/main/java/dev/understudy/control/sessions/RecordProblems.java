package dev.understudy.control.sessions;

import dev.understudy.api.Fault;
import dev.understudy.api.Shown;
import dev.understudy.api.Spelling;
import dev.understudy.load.CollectionName;
import dev.understudy.records.Edited;
import dev.understudy.records.RecordCollection;
import dev.understudy.records.SessionRecords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a call that reads or changes records. */
final class RecordProblems {
    /** Of more collections the others are left out of a sentence. */
    private static final int NAMED = 10;

    private RecordProblems() {}

    /** All faults, the first in the detail. */
    static RecordProblem of(List<Fault> faults) {
        String others = faults.size() == 1 ? "" : ", and " + (faults.size() - 1) + " more, see faults";
        Fault first = faults.get(0);
        String detail = "Nothing is changed. " + first.file() + ": " + first.sentence() + others;
        List<RecordFault> all = faults.stream().map(RecordProblems::fault).toList();
        return new RecordProblem("about:blank", "Unprocessable Content", 422, detail, all);
    }

    private static RecordFault fault(Fault fault) {
        return new RecordFault(
                fault.file(), fault.pointer(), fault.rule(), contract(fault.contract()), fault.message(), fault.hint());
    }

    /** The place in the contract, and nothing of where the contract lies. */
    private static @Nullable String contract(String rule) {
        return rule.contains("#") ? rule.substring(rule.indexOf('#')) : null;
    }

    static Problem full(Edited.Full full) {
        return Problems.of(507, "Insufficient Storage", "Nothing is changed: the session may have " + full.bounds());
    }

    static Problem absent(RecordCollection holder, Edited.Absent absent) {
        return absent(holder, absent.id(), absent.known());
    }

    static Problem absent(RecordCollection holder, String id, List<String> known) {
        String others = known.isEmpty() ? ", nor any other" : "; there are such as " + Shown.or(known);
        return Problems.of(404, "Not Found", "There is no record " + id + " in " + holder.path() + others);
    }

    static Problem noCollection(SessionRecords records, String name) {
        CollectionName meant = records.named(name);
        List<String> choice = meant.choice();
        String some = Shown.or(choice.subList(0, Math.min(NAMED, choice.size())));
        String detail = meant.nearest().isPresent()
                ? "There is no collection " + name + "; "
                        + Spelling.question(meant.nearest().get())
                : choice.isEmpty()
                        ? "There is no collection " + name + ", nor any other"
                        : "There is no one collection " + name + ": name " + some;
        return Problems.of(404, "Not Found", detail);
    }
}
