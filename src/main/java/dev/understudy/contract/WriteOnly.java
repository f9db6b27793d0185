package dev.understudy.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.openapi.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Leaves out of an example what no answer has: properties that are {@code writeOnly} (OpenAPI 3.0.4, Schema Object).
 */
final class WriteOnly {
    private static final int DEEPEST = 8;

    private WriteOnly() {}

    /** The value without them, at any depth; the value itself if it has none. */
    static JsonNode without(JsonNode value, Part schema) {
        return without(value, applied(List.of(schema)));
    }

    /** @param schemas all that apply to the value */
    private static JsonNode without(JsonNode value, List<Part> schemas) {
        if (schemas.isEmpty()) {
            return value;
        } else if (value instanceof ObjectNode object) {
            return without(object, schemas);
        }
        return value instanceof ArrayNode array ? without(array, schemas) : value;
    }

    private static JsonNode without(ObjectNode object, List<Part> schemas) {
        ObjectNode sent = object.objectNode();
        boolean same = true;
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            List<Part> below = applied(property(entry.getKey(), schemas));
            if (below.stream().anyMatch(schema -> schema.at("writeOnly").isTrue())) {
                same = false;
                continue;
            }
            JsonNode value = without(entry.getValue(), below);
            same &= value == entry.getValue();
            sent.set(entry.getKey(), value);
        }
        return same ? object : sent;
    }

    private static JsonNode without(ArrayNode array, List<Part> schemas) {
        List<Part> items =
                applied(schemas.stream().map(schema -> schema.at("items")).toList());
        ArrayNode sent = array.arrayNode(array.size());
        boolean same = true;
        for (JsonNode item : array) {
            JsonNode value = without(item, items);
            same &= value == item;
            sent.add(value);
        }
        return same ? array : sent;
    }

    private static List<Part> property(String name, List<Part> schemas) {
        return schemas.stream()
                .map(schema -> schema.at("properties").has(name)
                        ? schema.at("properties").at(name)
                        : schema.at("additionalProperties"))
                .toList();
    }

    /** These, and what they are made of by references and compositions. */
    private static List<Part> applied(List<Part> schemas) {
        var applied = new ArrayList<Part>();
        schemas.forEach(schema -> add(applied, schema, 0));
        return applied;
    }

    private static void add(List<Part> applied, Part schema, int depth) {
        if (depth > DEEPEST || !schema.value().isObject()) {
            return;
        }
        applied.add(schema);
        if (schema.reference().isPresent()) {
            add(applied, schema.resolved(), depth + 1);
        }
        for (String composition : List.of("allOf", "anyOf", "oneOf")) {
            schema.at(composition).children().forEach(branch -> add(applied, branch, depth + 1));
        }
    }
}
