package dev.understudy.generate.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Pointers;
import dev.understudy.generate.values.GenerationResult.Value;
import dev.understudy.generate.values.ValueGeneration.Mode;
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
    private final int turn;
    private final Set<String> required;
    private final Set<String> names = new HashSet<>();
    private final Map<String, List<String>> values = new HashMap<>();
    private final Map<String, String> added = new HashMap<>();

    /** @param turn counts what is tried anew: another property is broken each time */
    Avoided(Schemas schemas, Shape shape, ValueConstraints constraints, Mode mode, int turn) {
        this.schemas = schemas;
        this.shape = shape;
        this.turn = turn;
        this.required = shape.required();
        shape.broken.forEach(pointer -> breakOne(pointer, 0));
        constraints.none().forEach(pointer -> breakOne(pointer, 0));
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
        Set<String> own = shape.declared();
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
        List<String> names = breakable(schema);
        if (!names.isEmpty()) {
            String name = names.get(turn % names.size());
            String at = Pointers.child(Pointers.child(place, "properties"), name);
            if (shape.declared().contains(name)) {
                values.computeIfAbsent(name, any -> new ArrayList<>()).add(at);
            } else {
                added.putIfAbsent(name, at);
            }
            return;
        }
        for (String keyword : List.of("anyOf", "allOf", "oneOf")) {
            int count = schema.path(keyword).size();
            for (int i = 0; i < (keyword.equals("allOf") ? Math.min(1, count) : count) && depth < DEEPEST; i++) {
                breakOne(Pointers.child(Pointers.child(place, keyword), i), depth + 1);
            }
        }
    }

    /** The properties of a schema whose values may break it; those first that are not ours anyway. */
    private List<String> breakable(JsonNode schema) {
        var own = new ArrayList<String>();
        var others = new ArrayList<String>();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String name = property.getKey();
            if (says(property.getValue())
                    && !names.contains(name)
                    && !shape.member(name).refused()) {
                (shape.declared().contains(name) ? own : others).add(name);
            }
        }
        others.addAll(own);
        return others;
    }

    private static boolean says(JsonNode schema) {
        return schema.isObject() && !schema.isEmpty();
    }

    /** Adds properties that the object need not have, with values that the others refuse. */
    void spoil(ObjectNode object, ValueGeneration generation, Place place) {
        added.forEach((name, broken) -> {
            ValueConstraints constraints = shape.member(name).constraints().without(List.of(broken));
            if (!object.has(name)
                    && generation.make(constraints, place.property(name, "", 0, null)) instanceof Value value) {
                object.set(name, value.value());
            }
        });
    }
}
