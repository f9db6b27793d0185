package dev.understudy.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The properties of brought schemas that travel one way only (OpenAPI 3.0.4, section 4.7.24.2). */
final class OneWayProperties {
    private final JsonNode root;

    OneWayProperties(Document document) {
        this.root = document.tree();
    }

    boolean concern(ObjectNode schema) {
        return schema.path("required").isArray() && schema.has("properties");
    }

    /** Lets an object be without the properties that bear this mark, {@code readOnly} or {@code writeOnly}. */
    void release(ObjectNode schema, String mark) {
        ArrayNode required = schema.arrayNode();
        for (JsonNode name : schema.path("required")) {
            if (!isMarked(schema.path("properties").path(name.asText()), mark)) {
                required.add(name);
            }
        }
        if (required.size() < schema.path("required").size()) {
            schema.set("required", required);
        }
    }

    private boolean isMarked(JsonNode property, String mark) {
        String reference = property.path("$ref").asText();
        JsonNode target = reference.startsWith("#/") ? root.at(Fragments.decoded(reference.substring(1))) : property;
        return property.path(mark).asBoolean() || target.path(mark).asBoolean();
    }
}
