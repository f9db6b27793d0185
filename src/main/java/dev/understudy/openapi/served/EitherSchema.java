package dev.understudy.openapi.served;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** The schema of a property that two variants of an object have. */
final class EitherSchema {
    private static final List<String> NOTES = List.of("title", "description", "example", "externalDocs", "deprecated");

    private EitherSchema() {}

    /** Whether the two allow the same values: what people and tools are told besides does not count. */
    static boolean sameButForNotes(JsonNode one, JsonNode other) {
        return withoutNotes(one).equals(withoutNotes(other));
    }

    /** A schema that allows what either allows: the type that they share, and the values of both enums. */
    static JsonNode of(JsonNode one, JsonNode other) {
        ObjectNode either = JsonNodeFactory.instance.objectNode();
        JsonNode type = one.path("type");
        if (!type.equals(other.path("type")) || type.asText().matches("|object|array")) {
            return either;
        }
        either.set("type", type);
        if (one.path("nullable").asBoolean() || other.path("nullable").asBoolean()) {
            either.put("nullable", true);
        }
        if (one.has("enum") && other.has("enum")) {
            var values = new LinkedHashSet<JsonNode>();
            one.path("enum").forEach(values::add);
            other.path("enum").forEach(values::add);
            either.putArray("enum").addAll(values);
        }
        return either;
    }

    private static JsonNode withoutNotes(JsonNode schema) {
        if (!(schema.deepCopy() instanceof ObjectNode bare)) {
            return schema;
        }
        bare.remove(NOTES);
        bare.properties().stream()
                .map(Map.Entry::getKey)
                .filter(key -> key.startsWith("x-"))
                .toList()
                .forEach(bare::remove);
        return bare;
    }
}
