package dev.understudy.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.MessageText;
import dev.understudy.api.Violation;
import dev.understudy.load.text.FileLocation;
import dev.understudy.load.text.Finding;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What one record must keep: its schema, and what a schema cannot say. */
public final class RecordRules {
    private final Collection collection;

    /** What records of this collection must keep. */
    public RecordRules(Collection collection) {
        this.collection = collection;
    }

    /** Says what is wrong with the record alone; any thread may ask. */
    public void check(int record, JsonNode tree, Consumer<Finding> found) {
        for (Violation violation : collection.check().apply(tree)) {
            Finding finding = Finding.of(record, violation);
            // Here it is a key as any other, but not what its author had in mind.
            found.accept(violation.pointer().equals("/" + Patches.REMOVE) ? finding.hint(Patches.WHERE) : finding);
        }
        collection
                .unique()
                .forEach((list, property) -> checkUnique(new Place(record, list, property), tree.path(list), found));
    }

    private static void checkUnique(Place place, JsonNode elements, Consumer<Finding> found) {
        Map<Object, Integer> seen = new HashMap<>();
        for (int i = 0; i < elements.size(); i++) {
            JsonNode value = elements.path(i).get(place.property());
            Integer first = value == null ? null : seen.putIfAbsent(comparable(value), i);
            if (value != null && first != null) {
                found.accept(Finding.of(
                                place.location(i), "unique", "be unique in " + place.list(), MessageText.value(value))
                        .first(place.location(first)));
            }
        }
    }

    /** A number is the same in whatever spelling: 1, 1.0 and 1e0. */
    private static Object comparable(JsonNode value) {
        return value.isNumber() ? value.decimalValue().stripTrailingZeros() : value;
    }

    /** A property of the elements of a list. */
    private record Place(int record, String list, String property) {
        FileLocation location(int index) {
            return new FileLocation(record, "")
                    .child(list)
                    .child(Integer.toString(index))
                    .child(property);
        }
    }
}
