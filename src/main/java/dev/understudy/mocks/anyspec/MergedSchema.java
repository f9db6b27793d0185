package dev.understudy.mocks.anyspec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Pointers;
import dev.understudy.contract.Contract;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a schema says about its values in all places: directly, through references, in allOf, and in the first branch of
 * a choice.
 */
final class MergedSchema {
    /** The maximum depth, as schemas may be recursive. */
    private static final int DEEPEST = 12;

    final Set<String> types = new LinkedHashSet<>();
    /** The places of the schemas of properties, by name. */
    final Map<String, String> properties = new LinkedHashMap<>();

    final Set<String> required = new LinkedHashSet<>();
    final List<JsonNode> options = new ArrayList<>();
    private final Contract contract;
    private String items = "";
    private String others = "";

    private MergedSchema(Contract contract) {
        this.contract = contract;
    }

    static MergedSchema of(Contract contract, String pointer) {
        var shape = new MergedSchema(contract);
        shape.add(pointer, 0);
        return shape;
    }

    /** The place of the schema of items. */
    Optional<String> items() {
        return items.isEmpty() ? Optional.empty() : Optional.of(items);
    }

    /** The place of the schema for other properties. */
    Optional<String> others() {
        return others.isEmpty() ? Optional.empty() : Optional.of(others);
    }

    boolean is(String type) {
        return types.contains(type);
    }

    private void add(String pointer, int depth) {
        JsonNode schema = contract.schema(pointer);
        if (depth > DEEPEST || !schema.isObject()) {
            return;
        }
        contract.target(schema.path("$ref").asText()).ifPresent(target -> add(target, depth + 1));
        own(pointer, schema);
        for (int i = 0; i < schema.path("allOf").size(); i++) {
            add(Pointers.child(Pointers.child(pointer, "allOf"), i), depth + 1);
        }
        for (String choice : List.of("oneOf", "anyOf")) {
            if (schema.has(choice) && types.isEmpty() && properties.isEmpty()) {
                add(Pointers.child(Pointers.child(pointer, choice), 0), depth + 1);
            }
        }
    }

    private void own(String pointer, JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            types.add(type.textValue());
        }
        type.forEach(each -> types.add(each.asText()));
        String here = Pointers.child(pointer, "properties");
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            properties.putIfAbsent(property.getKey(), Pointers.child(here, property.getKey()));
            types.add("object");
        }
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("enum").forEach(options::add);
        if (schema.has("const")) {
            options.add(schema.path("const"));
        }
        if (schema.has("items")) {
            items = Pointers.child(pointer, "items");
        }
        if (schema.path("additionalProperties").isObject()) {
            others = Pointers.child(pointer, "additionalProperties");
        }
    }
}
