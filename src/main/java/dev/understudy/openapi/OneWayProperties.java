package dev.understudy.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The properties of brought schemas that travel one way only (OpenAPI 3.0.4, section 4.7.24.2). */
final class OneWayProperties {
    private static final int DEEPEST = 8;
    private static final List<String> COMPOSITIONS = List.of("allOf", "anyOf", "oneOf");

    private final Document document;
    private final JsonNode root;
    private final SchemaRewriting schemas;

    OneWayProperties(Document document, SchemaRewriting schemas) {
        this.document = document;
        this.root = document.tree();
        this.schemas = schemas;
    }

    /** A tree in which no object need have the properties that bear this mark; the same one where none bears it. */
    JsonNode without(JsonNode tree, String mark) {
        boolean marked = document.schemas().stream()
                .anyMatch(schema -> schema.value().path(mark).asBoolean());
        return marked ? schemas.rewritten(tree, this::concern, schema -> release(schema, mark)) : tree;
    }

    private boolean concern(ObjectNode schema) {
        return schema.path("required").isArray() && schema.has("properties")
                || COMPOSITIONS.stream().anyMatch(schema::has);
    }

    /**
     * Lets an object be without the properties that bear this mark, {@code readOnly} or {@code writeOnly}, in whichever
     * of the schemas that apply to it they are declared, and in whichever of them they are required.
     */
    private void release(ObjectNode schema, String mark) {
        var names = new HashSet<String>();
        collect(schema, mark, names, 0);
        if (!names.isEmpty()) {
            release(schema, names);
        }
    }

    private void release(ObjectNode schema, Set<String> names) {
        ArrayNode required = schema.arrayNode();
        for (JsonNode name : schema.path("required")) {
            if (!names.contains(name.asText())) {
                required.add(name);
            }
        }
        if (required.size() < schema.path("required").size()) {
            schema.set("required", required);
        }
        for (String composition : COMPOSITIONS) {
            if (schema.path(composition) instanceof ArrayNode branches) {
                ArrayNode released = schema.arrayNode(branches.size());
                branches.forEach(
                        branch -> released.add(branch instanceof ObjectNode object ? branch(object, names) : branch));
                schema.set(composition, released);
            }
        }
    }

    private ObjectNode branch(ObjectNode branch, Set<String> names) {
        ObjectNode copy = branch.objectNode().setAll(branch);
        release(copy, names);
        if (copy.equals(branch)) {
            return branch;
        }
        schemas.know(copy);
        return copy;
    }

    private void collect(JsonNode schema, String mark, Set<String> names, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        schema.path("properties").properties().stream()
                .filter(property -> isMarked(property.getValue(), mark, 0))
                .forEach(property -> names.add(property.getKey()));
        for (String composition : COMPOSITIONS) {
            schema.path(composition).forEach(branch -> collect(branch, mark, names, depth + 1));
        }
        if (schema.has("$ref")) {
            collect(target(schema), mark, names, depth + 1);
        }
    }

    private boolean isMarked(JsonNode property, String mark, int depth) {
        if (property.path(mark).asBoolean()) {
            return true;
        } else if (depth > DEEPEST) {
            return false;
        }
        for (JsonNode part : property.path("allOf")) {
            if (isMarked(part, mark, depth + 1)) {
                return true;
            }
        }
        return property.has("$ref") && isMarked(target(property), mark, depth + 1);
    }

    private JsonNode target(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.startsWith("#/") ? root.at(Fragments.decoded(reference.substring(1))) : root.path("");
    }
}
