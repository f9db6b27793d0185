package dev.understudy.generate.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.generate.values.Members.Member;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes out of an example what does not go this way. */
record Pruning(ValueGeneration generation) {
    /** The value itself, if nothing is to be taken out. */
    JsonNode of(ValueConstraints constraints, JsonNode value, Place place) {
        if (!value.isContainerNode() || constraints.all().isEmpty()) {
            return value;
        }
        Schemas schemas = generation.schemas();
        Shape shape =
                schemas.shape(constraints.all(), new Choices(schemas, generation.seed(), place.path(), 0, Set.of()));
        return value instanceof ObjectNode object ? pruned(object, shape, place) : list(shape, value, place);
    }

    private JsonNode pruned(ObjectNode object, Shape shape, Place place) {
        ObjectNode left = object;
        for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
            Member member = shape.member(entry.getKey());
            JsonNode inside = member.leftOut() ? null : of(member.constraints(), entry.getValue(), place);
            if (inside == entry.getValue()) {
                continue;
            }
            left = left == object ? object.objectNode().setAll(object) : left;
            if (inside == null) {
                left.remove(entry.getKey());
            } else {
                left.set(entry.getKey(), inside);
            }
        }
        return left;
    }

    private JsonNode list(Shape shape, JsonNode list, Place place) {
        List<String> items = shape.with("items").stream()
                .map(atom -> dev.understudy.api.Pointers.child(atom.pointer(), "items"))
                .toList();
        var left = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
        boolean same = true;
        for (JsonNode item : list) {
            JsonNode inside = of(new ValueConstraints(items, List.of()), item, place);
            same &= inside == item;
            left.add(inside);
        }
        return same ? list : left;
    }
}
