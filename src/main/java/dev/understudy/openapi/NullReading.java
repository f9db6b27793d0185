package dev.understudy.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Schemas that are meant to admit null and by the specification do not. */
public final class NullReading {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> COMPOSED = List.of("$ref", "allOf", "oneOf", "anyOf");
    private static final List<String> NOTES = List.of(
            "title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly", "xml");

    private NullReading() {}

    /**
     * The reading by which it takes null; empty if it needs none.
     *
     * @param later whether the document is of OpenAPI 3.1 or later
     */
    public static Optional<Reading> of(JsonNode schema, boolean later) {
        boolean nullable = schema.path("nullable").asBoolean();
        boolean composed = isComposed(schema);
        if (later) {
            boolean nothingElse = schema.path("type").asText().equals("null");
            if (nothingElse && composed) {
                return Optional.of(Reading.NULL_BESIDE_REFERENCE);
            }
            return nullable ? Optional.of(Reading.NULLABLE_LATER) : Optional.empty();
        } else if (nullable && composed) {
            return Optional.of(Reading.NULLABLE_REFERENCE);
        }
        boolean without = schema.path("enum").isArray() && !hasNull(schema.path("enum"));
        return nullable && without ? Optional.of(Reading.NULLABLE_ENUM) : Optional.empty();
    }

    private static boolean hasNull(JsonNode values) {
        for (JsonNode value : values) {
            if (value.isNull()) {
                return true;
            }
        }
        return false;
    }

    /** Adds null to the values of an enum, and to the type. */
    static void listed(ObjectNode schema) {
        if (schema.path("enum") instanceof ArrayNode values && !hasNull(values)) {
            schema.set("enum", NODES.arrayNode().addAll(values).addNull());
        }
        JsonNode type = schema.path("type");
        schema.put(Lowering.NULL_BY_READING, true);
        if (type.isTextual()) {
            schema.remove("nullable");
            schema.putArray("type").add(type).add("null");
        } else if (type instanceof ArrayNode types) {
            var named = new ArrayList<JsonNode>();
            types.forEach(named::add);
            if (!named.contains(TextNode.valueOf("null"))) {
                schema.set("type", NODES.arrayNode().addAll(named).add("null"));
            }
        }
    }

    /** Makes the schema a choice between itself, which is returned, and null. */
    static ObjectNode wrapped(ObjectNode schema) {
        ObjectNode inner = schema.deepCopy();
        inner.remove("nullable");
        if (inner.path("type").asText().equals("null")) {
            inner.remove("type");
        }
        inner.remove(NOTES);
        List<String> moved = schema.properties().stream()
                .map(Map.Entry::getKey)
                .filter(key -> !NOTES.contains(key) && !key.startsWith("x-"))
                .toList();
        schema.remove(moved);
        schema.putArray("anyOf").add(inner).addObject().put("type", "null").put(Lowering.NULL_BY_READING, true);
        return inner;
    }

    static boolean isComposed(JsonNode schema) {
        return COMPOSED.stream().anyMatch(schema::has);
    }
}
