package dev.understudy.generate.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Pointers;
import dev.understudy.generate.values.Made.Value;
import dev.understudy.generate.values.Making.Mode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an object must not have, so that it breaks the schemas that it must break: one thing for each of them. */
final class Avoided {
    private static final int DEEPEST = 5;

    private final Schemas schemas;
    private final Shape shape;
    private final Set<String> required;
    private final Set<String> names = new HashSet<>();
    private final Map<String, List<String>> values = new HashMap<>();
    private final Map<String, String> added = new HashMap<>();

    Avoided(Schemas schemas, Shape shape, Demand demand, Mode mode) {
        this.schemas = schemas;
        this.shape = shape;
        this.required = shape.required();
        shape.broken.forEach(pointer -> breakOne(pointer, 0));
        demand.none().forEach(pointer -> breakOne(pointer, 0));
        if (mode == Mode.APART || mode == Mode.LEAN) {
            shape.others.forEach(this::leaveOut);
        } else if (mode == Mode.SPOILT) {
            shape.others.forEach(pointer -> breakOne(pointer, 0));
        }
    }

    /** Properties to leave out. */
    Set<String> names() {
        return names;
    }

    /** What the value of this property must break. */
    List<String> of(String name) {
        return values.getOrDefault(name, List.of());
    }

    private void leaveOut(String branch) {
        String pointer = schemas.canonical(branch);
        Set<String> own = shape.told();
        for (JsonNode name : schemas.at(pointer).path("required")) {
            if (!required.contains(name.asText())) {
                names.add(name.asText());
            }
        }
        // What only the other branch tells is not ours anyway.
        names.retainAll(own);
    }

    private void breakOne(String pointer, int depth) {
        String place = schemas.canonical(pointer);
        JsonNode schema = schemas.at(place);
        for (JsonNode name : schema.path("required")) {
            if (!required.contains(name.asText())) {
                names.add(name.asText());
                return;
            }
        }
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String at = Pointers.child(Pointers.child(place, "properties"), property.getKey());
            if (!says(property.getValue()) || names.contains(property.getKey())) {
                continue;
            }
            if (shape.told().contains(property.getKey())) {
                values.computeIfAbsent(property.getKey(), any -> new ArrayList<>()).add(at);
                return;
            } else if (!shape.member(property.getKey()).refused()) {
                added.putIfAbsent(property.getKey(), at);
                return;
            }
        }
        for (String keyword : List.of("anyOf", "allOf", "oneOf")) {
            int count = schema.path(keyword).size();
            for (int i = 0; i < (keyword.equals("allOf") ? Math.min(1, count) : count) && depth < DEEPEST; i++) {
                breakOne(Pointers.child(Pointers.child(place, keyword), i), depth + 1);
            }
        }
    }

    private static boolean says(JsonNode schema) {
        return schema.isObject() && !schema.isEmpty();
    }

    /** Adds properties that the object need not have, with values that the others refuse. */
    void spoil(ObjectNode object, Making making, Place place) {
        added.forEach((name, broken) -> {
            Demand demand = shape.member(name).demand().without(List.of(broken));
            if (!object.has(name)
                    && making.make(demand, place.property(name, "", 0, null)) instanceof Value value) {
                object.set(name, value.value());
            }
        });
    }
}
