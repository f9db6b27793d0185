package dev.understudy.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells which schemas of a document are those of secrets. */
final class SecretSchemas {
    /** What stands for the value itself, or for each of its parts that have no names of their own. */
    private static final List<String> SAME =
            List.of("allOf", "anyOf", "oneOf", "items", "prefixItems", "additionalProperties", "patternProperties");

    private final JsonNode tree;

    SecretSchemas(JsonNode tree) {
        this.tree = tree;
    }

    /** Whether a value of this schema is secret as a whole. */
    boolean isSecret(JsonNode schema) {
        return finds(schema, false, new HashSet<>());
    }

    /** Whether a value of this schema is secret, or has a property that is, however deep. */
    boolean hasSecret(JsonNode schema) {
        return finds(schema, true, new HashSet<>());
    }

    /** What a schema refers to, if it does nothing else. */
    JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        boolean own = schema.has("xml") || !reference.startsWith("#/");
        return own ? schema : tree.at(reference.substring(1));
    }

    private boolean finds(JsonNode schema, boolean deep, Set<String> seen) {
        if (schema.path("writeOnly").asBoolean()
                || schema.path("format").asText().equals("password")) {
            return true;
        }
        String reference = schema.path("$ref").asText();
        if (reference.startsWith("#/") && seen.add(reference) && finds(tree.at(reference.substring(1)), deep, seen)) {
            return true;
        }
        for (String keyword : SAME) {
            if (anyFinds(schema.path(keyword), deep, seen)) {
                return true;
            }
        }
        return deep && anyFinds(schema.path("properties"), true, seen);
    }

    /** Schemas in a list or by names, or a single one. */
    private boolean anyFinds(JsonNode schemas, boolean deep, Set<String> seen) {
        if (!schemas.isContainerNode()) {
            return false;
        }
        for (JsonNode schema : schemas) {
            if (schema.isObject() && finds(schema, deep, seen)) {
                return true;
            }
        }
        return schemas.isObject() && finds(schemas, deep, seen);
    }
}
