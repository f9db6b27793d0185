package dev.understudy.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.load.text.FileLocation;
import dev.understudy.load.text.FileRecord;
import dev.understudy.load.text.Locator;
import dev.understudy.load.text.RelativeDates;
import dev.understudy.load.text.Source;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for one record in a collection, and for the places that its values come from. */
final class Explaining {
    private final Collection collection;
    private final String wanted;
    private final Report report;
    private final Merging merging;
    private final Set<String> ids = new HashSet<>();
    private @Nullable JsonNode found;
    private int record;

    private Explaining(Collection collection, CollectionFiles files, String wanted) {
        this.collection = collection;
        this.wanted = wanted;
        this.report = new Report(files, () -> {});
        this.merging =
                new Merging(collection, report, (most, unread) -> unread.get().forEach(this::take), () -> ids);
    }

    static Explanation of(Collection collection, CollectionFiles files, String id, Instant now) {
        Explaining explaining = new Explaining(collection, files, id);
        explaining.merging.read(files, new RelativeDates(collection.moments(), now));
        return explaining.result();
    }

    private void take(FileRecord entry) {
        entry.findings().forEach(report::addText);
        if (entry.tree() != null) {
            take(entry.record(), entry.tree());
        }
    }

    private void take(int number, JsonNode tree) {
        String id = collection.idOf(tree).orElse("");
        ids.add(id);
        if (found == null && (collection.single() || id.equals(wanted))) {
            found = tree;
            record = number;
            new RecordRules(collection).check(number, tree, report::add);
        }
    }

    private Explanation result() {
        return found == null
                ? new Explanation.Unknown(
                        collection.path(), References.meant(wanted, ids), merging.removal(wanted), report.faults())
                : new Explanation.Found(found, places(found), report.faults());
    }

    private Map<String, Explanation.Place> places(JsonNode tree) {
        Map<String, Provenance.Part> parts = new LinkedHashMap<>();
        collect("", tree, report.provenance(record), parts);
        Map<Source, Locator> locators = new HashMap<>();
        parts.forEach((pointer, part) ->
                locators.computeIfAbsent(part.source(), Locator::new).want(new FileLocation(part.record(), pointer)));
        locators.values().forEach(Locator::look);
        Map<String, Explanation.Place> places = new HashMap<>();
        parts.forEach((pointer, part) -> {
            Locator locator = locators.getOrDefault(part.source(), new Locator(part.source()));
            FileLocation location = new FileLocation(part.record(), pointer);
            places.put(
                    pointer,
                    Explanation.Place.of(
                            part.source(), locator.key(location).orElseGet(() -> locator.value(location))));
        });
        return places;
    }

    private static void collect(
            String pointer, JsonNode value, Provenance provenance, Map<String, Provenance.Part> parts) {
        parts.put(pointer, provenance.of(pointer));
        FileLocation location = new FileLocation(0, pointer);
        value.properties()
                .forEach(property ->
                        collect(location.child(property.getKey()).pointer(), property.getValue(), provenance, parts));
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            collect(location.child(Integer.toString(i)).pointer(), value.get(i), provenance, parts);
        }
    }
}
