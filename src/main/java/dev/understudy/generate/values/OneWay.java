package dev.understudy.generate.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.openapi.Lowered;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The schemas of a document for one direction: properties that do not go this way are not required (OpenAPI 3.0.3,
 * Schema Object, {@code readOnly}). What does not change is shared with the document.
 */
final class OneWay {
    private static final int DEEPEST = 6;
    private static final List<String> PARTS = List.of("allOf", "anyOf", "oneOf");

    private final JsonNode tree;
    private final String keyword;

    private OneWay(JsonNode tree, String keyword) {
        this.tree = tree;
        this.keyword = keyword;
    }

    /** The document itself, if nothing changes. */
    static Lowered of(Lowered document, Direction direction) {
        var way = new OneWay(document.judged(), direction.leftOut);
        JsonNode judged = way.rewritten(document.judged(), Set.of());
        return judged == document.judged()
                ? document
                : new Lowered(document.document(), judged, judged, document.oneResource());
    }

    /** @param around the properties that schemas around this one, for the same value, say to go the other way */
    private JsonNode rewritten(JsonNode node, Set<String> around) {
        if (node instanceof ArrayNode array) {
            return rewritten(array, around);
        }
        return node instanceof ObjectNode object ? rewritten(object, around) : node;
    }

    private JsonNode rewritten(ObjectNode object, Set<String> around) {
        Set<String> left = new HashSet<>(around);
        if (object.has("required") || PARTS.stream().anyMatch(object::has)) {
            collect(object, left, 0);
        }
        ObjectNode changed = null;
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            String key = entry.getKey();
            JsonNode value = entry.getValue();
            JsonNode now = key.equals("required") && value.isArray()
                    ? without(value, left)
                    : rewritten(value, PARTS.contains(key) ? left : Set.of());
            if (now != value) {
                if (changed == null) {
                    changed = JsonNodeFactory.instance.objectNode();
                    changed.setAll(object);
                }
                changed.set(key, now);
            }
        }
        return changed == null ? object : changed;
    }

    private JsonNode rewritten(ArrayNode array, Set<String> around) {
        ArrayNode changed = null;
        for (int i = 0; i < array.size(); i++) {
            JsonNode now = rewritten(array.get(i), around);
            if (now != array.get(i)) {
                if (changed == null) {
                    changed = JsonNodeFactory.instance.arrayNode().addAll(array);
                }
                changed.set(i, now);
            }
        }
        return changed == null ? array : changed;
    }

    private void collect(JsonNode schema, Set<String> names, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            if (goesTheOtherWay(property.getValue(), 0)) {
                names.add(property.getKey());
            }
        }
        for (String part : PARTS) {
            schema.path(part).forEach(branch -> collect(branch, names, depth + 1));
        }
        if (schema.path("$ref").isTextual()) {
            collect(target(schema), names, depth + 1);
        }
    }

    private boolean goesTheOtherWay(JsonNode schema, int depth) {
        if (schema.path(keyword).asBoolean()) {
            return true;
        } else if (depth > DEEPEST) {
            return false;
        }
        for (JsonNode part : schema.path("allOf")) {
            if (goesTheOtherWay(part, depth + 1)) {
                return true;
            }
        }
        return schema.path("$ref").isTextual() && goesTheOtherWay(target(schema), depth + 1);
    }

    private JsonNode target(JsonNode schema) {
        String reference = schema.path("$ref").textValue();
        return reference.startsWith("#/") ? tree.at(Schemas.pointer(reference)) : tree.path("");
    }

    private static JsonNode without(JsonNode required, Set<String> names) {
        ArrayNode left = JsonNodeFactory.instance.arrayNode();
        for (JsonNode name : required) {
            if (!names.contains(name.asText())) {
                left.add(name);
            }
        }
        return left.size() == required.size() ? required : left;
    }
}
