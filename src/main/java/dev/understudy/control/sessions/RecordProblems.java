package dev.understudy.control.sessions;

import dev.understudy.api.Fault;
import dev.understudy.api.MessageText;
import dev.understudy.api.Spelling;
import dev.understudy.load.CollectionName;
import dev.understudy.records.Edited;
import dev.understudy.records.RecordCollection;
import dev.understudy.records.SessionRecords;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Problems of calls that read or change records. */
final class RecordProblems {
    /** The maximum number of collections that a sentence names. */
    private static final int NAMED = 10;

    private RecordProblems() {}

    /** All faults; the detail describes the first one. */
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

    /** The place in the contract, without the location of the contract. */
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
        String others = known.isEmpty() ? ", nor any other" : "; there are such as " + MessageText.or(known);
        return Problems.of(404, "Not Found", "There is no record " + id + " in " + holder.path() + others);
    }

    static Problem noCollection(SessionRecords records, String name) {
        CollectionName meant = records.named(name);
        List<String> choice = meant.choice();
        if (!choice.isEmpty() && choice.stream().allMatch(path -> ("/" + path + "/").contains("/" + name + "/"))) {
            return Problems.of(
                    404,
                    "Not Found",
                    "There are several collections " + name + ": name " + MessageText.or(some(choice)));
        }
        String others = meant.nearest()
                .map(nearest -> "; " + Spelling.question(nearest))
                .orElseGet(() -> choice.isEmpty() ? ", nor any other" : "; there are " + MessageText.and(some(choice)));
        return Problems.of(404, "Not Found", "There is no collection " + name + others);
    }

    /** The first paths, and how many more there are. */
    private static List<String> some(List<String> paths) {
        int more = paths.size() - NAMED;
        return more <= 0
                ? paths
                : Stream.concat(paths.stream().limit(NAMED), Stream.of(more + " more"))
                        .toList();
    }
}
