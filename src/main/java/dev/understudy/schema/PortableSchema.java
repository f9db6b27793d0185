package dev.understudy.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Pointers;
import dev.understudy.openapi.SchemaKeyword;
import dev.understudy.openapi.SchemaKeyword.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A schema in the words of JSON Schema, draft 07, which editors read: whole in itself, without what that has no keyword
 * for. Where a moment stands, {@code @today+3d} and the like may stand too.
 */
public final class PortableSchema {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String MOMENT = "^@(today|now)([+-][0-9]{1,4}[smhdw]){0,9}$";
    private static final Set<String> FORMATS_OF_OPENAPI =
            Set.of("int32", "int64", "float", "double", "password", "byte", "binary", "date-or-date-time");

    private final DocumentSchemas schemas;
    private final boolean partial;

    /** Whether moments may be told from when a file is read. */
    private final boolean relative;

    private final ObjectNode definitions = NODES.objectNode();
    private final Map<String, String> names = new HashMap<>();

    private PortableSchema(DocumentSchemas schemas, boolean partial, boolean relative) {
        this.schemas = schemas;
        this.partial = partial;
        this.relative = relative;
    }

    /** The schema of a value. */
    public static ObjectNode ofValue(DocumentSchemas schemas, String pointer) {
        var portable = new PortableSchema(schemas, false, false);
        return portable.file(portable.reference(pointer), true);
    }

    /** The schema of a file that holds such values: one, or an array of them. */
    public static ObjectNode ofFile(DocumentSchemas schemas, String pointer, boolean single) {
        var portable = new PortableSchema(schemas, false, true);
        return portable.file(portable.reference(pointer), single);
    }

    /**
     * The schema of one such value that is as one of these places says, for example that of a list or that of an item.
     */
    public static ObjectNode ofEither(DocumentSchemas schemas, List<String> pointers) {
        var portable = new PortableSchema(schemas, false, true);
        ObjectNode file = NODES.objectNode().put("$schema", "http://json-schema.org/draft-07/schema#");
        ArrayNode choices = file.putArray("anyOf");
        pointers.stream().distinct().map(portable::reference).forEach(choices::add);
        return file.set("definitions", portable.definitions);
    }

    /**
     * The schema of a file that changes such values: what is not named stays as it is, and null takes a key away.
     *
     * @param id the property by which each change names what it changes; empty for the one value
     */
    public static ObjectNode ofMergeFile(DocumentSchemas schemas, String pointer, String id) {
        var portable = new PortableSchema(schemas, true, true);
        ObjectNode change = portable.translated(pointer);
        if (!id.isEmpty()) {
            change.putArray("required").add(id);
            change.withObjectProperty("properties")
                    .putObject("$remove")
                    .put("description", "Takes the record away.")
                    .put("const", true);
        }
        portable.definitions.set("Change", change);
        return portable.file(NODES.objectNode().put("$ref", "#/definitions/Change"), id.isEmpty());
    }

    private ObjectNode file(ObjectNode value, boolean single) {
        ObjectNode file = NODES.objectNode().put("$schema", "http://json-schema.org/draft-07/schema#");
        if (single) {
            file.putArray("allOf").add(value);
        } else {
            file.put("type", "array").set("items", value);
        }
        file.set("definitions", definitions);
        return file;
    }

    private ObjectNode reference(String pointer) {
        String name = names.computeIfAbsent(pointer, this::unused);
        if (!definitions.has(name)) {
            // First the name, then what it stands for, which may name it again.
            definitions.putObject(name);
            definitions.set(name, translated(pointer));
        }
        return NODES.objectNode().put("$ref", "#" + Pointers.child("/definitions", name));
    }

    /** The last key of the pointer; in a document of several files, more than one schema may have it. */
    private String unused(String pointer) {
        String name = Pointers.last(pointer) + (partial ? "Change" : "");
        String unused = name;
        for (int i = 2; names.containsValue(unused); i++) {
            unused = name + i;
        }
        return unused;
    }

    private ObjectNode translated(String pointer) {
        JsonNode schema = schemas.schema(pointer);
        ObjectNode out = NODES.objectNode();
        if (schema.path("$ref").isTextual() && schema.size() == 1) {
            return referred(schema);
        } else if (schema.isBoolean()) {
            return schema.booleanValue() ? out : out.set("not", NODES.objectNode());
        }
        schema.properties().forEach(entry -> SchemaKeyword.lowered(entry.getKey())
                .filter(keyword -> !keyword.draft07().isEmpty())
                .ifPresent(keyword -> keyword(keyword, schema, pointer, out)));
        return relative && isMoment(schema) ? orRelative(out) : out;
    }

    private ObjectNode referred(JsonNode schema) {
        // A reference to nothing says nothing.
        return schemas.target(schema.path("$ref").textValue())
                .map(this::reference)
                .orElseGet(NODES::objectNode);
    }

    private void keyword(SchemaKeyword keyword, JsonNode schema, String pointer, ObjectNode out) {
        String name = keyword.name();
        JsonNode value = schema.path(name);
        String below = Pointers.child(pointer, name);
        if (partial && name.equals("required") || name.equals("contains") && schema.has("minContains")) {
            return;
        } else if (name.equals("$ref")) {
            // Draft 07 ignores what stands beside a reference.
            out.withArrayProperty("allOf").add(referred(schema));
        } else if (name.equals("properties")) {
            ObjectNode properties = out.putObject(name);
            value.fieldNames().forEachRemaining(key -> properties.set(key, member(pointer, key)));
        } else if (name.equals("items")) {
            // A change puts a new array in the place of the old one, so its elements are whole.
            String items = schema.has("prefixItems") ? "additionalItems" : name;
            out.set(items, value.isBoolean() ? value : partial ? whole(below) : translated(below));
        } else if (keyword.value() == Value.SCHEMA) {
            out.set(keyword.draft07(), value.isBoolean() ? value : translated(below));
        } else if (keyword.value() == Value.NAMED_SCHEMAS) {
            ObjectNode named = out.withObjectProperty(keyword.draft07());
            value.fieldNames().forEachRemaining(key -> named.set(key, translated(Pointers.child(below, key))));
        } else if (keyword.value() == Value.SCHEMAS) {
            // A part of a value may well fit several variants.
            ArrayNode all = out.withArrayProperty(partial && name.equals("oneOf") ? "anyOf" : keyword.draft07());
            for (int i = 0; i < value.size(); i++) {
                all.add(translated(Pointers.child(below, i)));
            }
        } else if (!name.equals("format") || !FORMATS_OF_OPENAPI.contains(value.asText())) {
            out.set(keyword.draft07(), value.deepCopy());
        }
    }

    private ObjectNode member(String object, String key) {
        ObjectNode member = translated(Pointers.child(Pointers.child(object, "properties"), key));
        if (!partial || isRequired(object, key)) {
            return member;
        }
        ObjectNode removable = NODES.objectNode();
        removable.putArray("anyOf").add(member).addObject().put("type", "null");
        return removable;
    }

    private boolean isRequired(String object, String key) {
        for (JsonNode name : schemas.schema(object).path("required")) {
            if (name.asText().equals(key)) {
                return true;
            }
        }
        return false;
    }

    private ObjectNode whole(String pointer) {
        var portable = new PortableSchema(schemas, false, relative);
        ObjectNode out = portable.translated(pointer);
        portable.definitions.properties().forEach(each -> definitions.set(each.getKey(), each.getValue()));
        return out;
    }

    private static boolean isMoment(JsonNode schema) {
        return schema.path("format").asText().matches("date|date-time")
                || schema.path("x-epoch").asText().equals("milliseconds");
    }

    private static ObjectNode orRelative(ObjectNode absolute) {
        ObjectNode either = NODES.objectNode();
        if (absolute.has("description")) {
            either.set("description", absolute.path("description"));
        }
        ArrayNode choices = either.putArray("anyOf").add(absolute);
        choices.addObject()
                .put("description", "A moment told from when the fixtures are read.")
                .put("type", "string")
                .put("pattern", MOMENT)
                .putArray("examples")
                .add("@today+3d")
                .add("@now-2h");
        return either;
    }
}
