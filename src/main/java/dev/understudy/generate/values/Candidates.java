package dev.understudy.generate.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.generate.SeededRandom;
import dev.understudy.generate.values.Shape.Atom;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values that stand in the document. */
final class Candidates {
    private Candidates() {}

    /** All that {@code const} and {@code enum} allow, the one to take first in front; null if there is neither. */
    static @Nullable List<JsonNode> fixed(Shape shape, Place place, long seed) {
        List<JsonNode> constants = shape.all("const");
        List<JsonNode> lists = shape.all("enum");
        if (!constants.isEmpty()) {
            return constants.subList(0, 1);
        } else if (lists.isEmpty()) {
            return null;
        }
        JsonNode shortest = lists.get(0);
        for (JsonNode list : lists) {
            shortest = list.size() < shortest.size() ? list : shortest;
        }
        if (shortest.isEmpty()) {
            return List.of();
        }
        var values = new ArrayList<JsonNode>();
        var last = new ArrayList<JsonNode>();
        // One thing after the other in a list has the next of the values.
        int start = new SeededRandom(seed, place.name(), 0).below(shortest.size()) + place.turn();
        for (int i = 0; i < shortest.size(); i++) {
            JsonNode value = shortest.get((start + i) % shortest.size());
            boolean wanted = place.wanted() != null && value.equals(TextNode.valueOf(place.wanted()));
            List<JsonNode> to = value.isNull() ? last : values;
            to.add(wanted ? 0 : to.size(), value);
        }
        if (!place.varied()) {
            shape.with("examples")
                    .forEach(
                            atom -> first(values, atom.schema().path("examples").path(0)));
            shape.all("default").forEach(value -> first(values, value));
        }
        values.addAll(last);
        return values;
    }

    private static void first(List<JsonNode> values, JsonNode value) {
        if (values.remove(value)) {
            values.add(0, value);
        }
    }

    /**
     * The examples and defaults of the schemas, in the order in which they are to be tried. One of many things takes
     * them only where its name does not say more.
     */
    static List<JsonNode> examples(Shape shape, Place place) {
        var examples = new ArrayList<JsonNode>();
        for (Atom atom : shape.atoms) {
            JsonNode list = atom.schema().path("examples");
            for (int i = 0; list.isArray() && i < list.size(); i++) {
                JsonNode example = list.get((i + place.turn()) % list.size());
                if (isGood(example, atom, place, list.size() > 1)) {
                    examples.add(example);
                }
            }
        }
        for (Atom atom : shape.atoms) {
            JsonNode value = atom.schema().get("default");
            if (value != null && isGood(value, atom, place, false)) {
                examples.add(value);
            }
        }
        return examples;
    }

    private static boolean isGood(JsonNode value, Atom atom, Place place, boolean several) {
        if (value.isContainerNode()) {
            return atom.whole() && (several || !place.varied());
        }
        return !place.varied()
                || several
                || !Words.isIdentity(place.name())
                        && Words.of(place.name(), place.who(), place.chance(0, 0))
                                .isEmpty();
    }
}
