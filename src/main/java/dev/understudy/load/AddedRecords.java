package dev.understudy.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.MessageText;
import dev.understudy.api.Violation;
import dev.understudy.load.text.FileLocation;
import dev.understudy.load.text.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The records that begin in a merge file; they come behind all others, in the order in which they begin. */
final class AddedRecords {
    private final Collection collection;
    private final Report report;
    private final List<MergedRecord> records = new ArrayList<>();

    AddedRecords(Collection collection, Report report) {
        this.collection = collection;
        this.report = report;
    }

    void add(MergedRecord merged) {
        records.add(merged);
    }

    int count() {
        return records.size();
    }

    /** Those that can stand on their own; of the others the id is in doubt, and nothing else is worth telling. */
    List<MergedRecord> settle(Set<String> ids) {
        records.sort(Comparator.comparingInt(MergedRecord::order));
        records.removeIf(merged -> !isWhole(merged, ids));
        return List.copyOf(records);
    }

    private boolean isWhole(MergedRecord merged, Set<String> ids) {
        JsonNode tree = merged.finished(collection.check());
        List<String> missing = collection.check().apply(tree).stream()
                .filter(violation -> violation.keyword().equals("required"))
                .map(Violation::pointer)
                .filter(pointer -> pointer.lastIndexOf('/') == 0)
                .map(pointer -> new FileLocation(0, pointer).key())
                .toList();
        if (missing.isEmpty() || collection.id() == null) {
            return true;
        }
        Provenance.Part first = merged.provenance().beginning();
        String id = collection.idOf(tree).orElse("");
        String expected = "name a record of a layer below, or as a new one have " + String.join(", ", missing);
        report.on(first.source())
                .add(Finding.of(
                                new FileLocation(first.record(), "").child(collection.id()),
                                "reference",
                                expected,
                                MessageText.text(id))
                        .suggesting(References.meant(id, ids).orElse(null)));
        return false;
    }
}
