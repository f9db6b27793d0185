package dev.understudy.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Writes the schemas of a tree anew. What does not change, such as all examples, is in both trees the same: a second
 * one of a document with 13 MB would take as much memory again.
 */
final class SchemaRewriting {
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private final Set<JsonNode> schemas = Collections.newSetFromMap(new IdentityHashMap<>());

    /** What has no schema below it: a quarter of a large document may be examples. */
    private final Set<JsonNode> passed = Collections.newSetFromMap(new IdentityHashMap<>());

    SchemaRewriting(List<Part> schemas) {
        schemas.forEach(schema -> this.schemas.add(schema.value()));
    }

    /** Leaves out what stands here. */
    void pass(JsonNode value) {
        passed.add(value);
    }

    /** Adds a schema that a change has made of another. */
    void know(JsonNode schema) {
        schemas.add(schema);
    }

    /** The tree with the change made to each schema of it; those of the new tree are known afterwards too. */
    JsonNode rewritten(JsonNode value, Consumer<ObjectNode> change) {
        return rewritten(value, any -> true, change);
    }

    /**
     * The same.
     *
     * @param concerned whether the change may do anything to a schema
     */
    JsonNode rewritten(JsonNode value, Predicate<ObjectNode> concerned, Consumer<ObjectNode> change) {
        if (value instanceof ObjectNode object) {
            ObjectNode below = below(object, concerned, change);
            if (!schemas.contains(object)) {
                return below;
            } else if (!concerned.test(below)) {
                schemas.add(below);
                return below;
            }
            ObjectNode changed = below == object ? copy(object) : below;
            change.accept(changed);
            if (changed.equals(object)) {
                return object;
            }
            schemas.add(changed);
            return changed;
        }
        return value instanceof ArrayNode array ? below(array, concerned, change) : value;
    }

    private ObjectNode below(ObjectNode object, Predicate<ObjectNode> concerned, Consumer<ObjectNode> change) {
        ObjectNode changed = object;
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            if (isExample(object, entry.getKey(), entry.getValue())) {
                continue;
            }
            JsonNode value = rewritten(entry.getValue(), concerned, change);
            if (value != entry.getValue()) {
                changed = changed == object ? copy(object) : changed;
                changed.set(entry.getKey(), value);
            }
        }
        return changed;
    }

    /** Of a schema, or of what has one, such as a parameter: anything else may well be called that. */
    private boolean isExample(ObjectNode parent, String key, JsonNode value) {
        return switch (key) {
            case "example", "examples" ->
                passed.contains(value)
                        || !schemas.contains(value)
                                && (schemas.contains(parent) || schemas.contains(parent.path("schema")));
            default -> false;
        };
    }

    private JsonNode below(ArrayNode array, Predicate<ObjectNode> concerned, Consumer<ObjectNode> change) {
        ArrayNode changed = array;
        for (int i = 0; i < array.size(); i++) {
            JsonNode value = rewritten(array.get(i), concerned, change);
            if (value != array.get(i)) {
                changed = changed == array ? NODES.arrayNode(array.size()).addAll(array) : changed;
                changed.set(i, value);
            }
        }
        return changed;
    }

    private static ObjectNode copy(ObjectNode object) {
        return NODES.objectNode().setAll(object);
    }
}
