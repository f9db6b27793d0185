package dev.understudy.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Pointers;
import dev.understudy.load.Explanation;
import dev.understudy.load.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which layer set each value of a record, as far as it is no object: files as they are now, and the session on top.
 *
 * @param values at most 1,000 of them, in the order of the record
 * @param removed pointers of what was loaded and the session took away
 */
public record RecordLayers(List<ValueLayer> values, List<String> removed) {
    private static final int MOST = 1000;

    public RecordLayers {
        values = List.copyOf(values);
        removed = List.copyOf(removed);
    }

    /**
     * Those of a record.
     *
     * @param before the record as it was loaded; null if it was not there
     * @param files where the records were loaded from
     */
    static RecordLayers of(RecordCollection holder, ObjectNode record, @Nullable ObjectNode before, Fixtures files) {
        Map<String, Explanation.Place> places = before == null ? Map.of() : places(holder, before, files);
        var layers = new LayerNames(files, holder.path());
        var values = new ArrayList<ValueLayer>();
        each("", record, (pointer, value) -> {
            if (before == null || !before.at(pointer).equals(value)) {
                values.add(ValueLayer.of(pointer, ValueLayer.SESSION));
            } else {
                values.add(Optional.ofNullable(places.get(pointer))
                        .map(place -> layers.of(pointer, place))
                        .orElseGet(() -> ValueLayer.of(pointer, ValueLayer.CONTRACT)));
            }
        });
        var removed = new ArrayList<String>();
        if (before != null) {
            each("", before, (pointer, value) -> {
                if (record.at(pointer).isMissingNode()) {
                    removed.add(pointer);
                }
            });
        }
        return new RecordLayers(first(values), first(removed));
    }

    private static Map<String, Explanation.Place> places(RecordCollection holder, ObjectNode before, Fixtures files) {
        String id = holder.rules().idOf(before).orElse("");
        return files.explain(holder.path(), id) instanceof Explanation.Found found ? found.places() : Map.of();
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(MOST, all.size()));
    }

    private interface Visitor {
        void visit(String pointer, JsonNode value);
    }

    private static void each(String pointer, ObjectNode object, Visitor visitor) {
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            String below = Pointers.child(pointer, property.getKey());
            if (property.getValue() instanceof ObjectNode inner && !inner.isEmpty()) {
                each(below, inner, visitor);
            } else {
                visitor.visit(below, property.getValue());
            }
        }
    }
}
