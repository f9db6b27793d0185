package dev.understudy.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds out which schemas of a document describe secrets. */
final class SecretSchemas {
    /** Keywords whose schemas apply to the value itself, or to parts of it that have no fixed names. */
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

    /** Whether a value of this schema is secret, or contains a secret property at any depth. */
    boolean hasSecret(JsonNode schema) {
        return finds(schema, true, new HashSet<>());
    }

    /** The referenced schema, if this one only refers to another. */
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

    /** Whether one of these schemas matches; they may be a list, named, or a single one. */
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
