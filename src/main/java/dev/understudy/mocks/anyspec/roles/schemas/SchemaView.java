package dev.understudy.mocks.anyspec.roles.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Pointers;
import dev.understudy.contract.Contract;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a schema says about its values in all places: directly, through references, in allOf, and in the branches of a
 * choice; the first branch that is not null determines the type.
 */
public final class SchemaView {
    /** The maximum depth, as schemas may be recursive. */
    private static final int DEEPEST = 10;

    private static final List<String> CHOICES = List.of("oneOf", "anyOf");

    /** Keywords that describe the content of a value. */
    private static final List<String> INSIDE = List.of("$ref", "properties", "allOf", "oneOf", "anyOf");

    private static final List<String> NOTES = List.of(
            "format",
            "minimum",
            "maximum",
            "default",
            "example",
            "examples",
            "minItems",
            "maxItems",
            "readOnly",
            "writeOnly",
            "additionalProperties",
            "patternProperties");

    private final Contract contract;
    private final Set<String> types = new LinkedHashSet<>();
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();
    private final List<JsonNode> options = new ArrayList<>();
    private final Map<String, JsonNode> notes = new LinkedHashMap<>();
    private String items = "";
    private String canonical;

    private SchemaView(Contract contract, String pointer) {
        this.contract = contract;
        this.canonical = pointer;
    }

    /** The schema at this place in the contract; an empty place gives a schema without constraints. */
    public static SchemaView of(Contract contract, String pointer) {
        var view = new SchemaView(contract, pointer);
        if (!pointer.isEmpty()) {
            view.add(pointer, 0);
        }
        return view;
    }

    /** Whether its values are objects, as far as it says. */
    public boolean isObject() {
        return types.contains("object") || (types.isEmpty() && !properties.isEmpty());
    }

    public boolean isArray() {
        return types.contains("array") || (types.isEmpty() && !items.isEmpty());
    }

    /** Whether its values may be numbers, as far as it says. */
    public boolean isNumeric() {
        return types.isEmpty() || types.contains("integer") || types.contains("number");
    }

    public boolean isText() {
        return types.isEmpty() || types.contains("string");
    }

    public boolean isBoolean() {
        return types.contains("boolean");
    }

    boolean isScalar() {
        return !isObject() && !isArray();
    }

    /** The places of the schemas of its properties, by name. */
    public Map<String, String> properties() {
        return properties;
    }

    /** Whether this property is required. */
    public boolean requires(String property) {
        return required.contains(property);
    }

    /**
     * The object with only the properties that the schema describes or requires; the object itself if these are all, or
     * if the schema describes none.
     */
    public ObjectNode declared(ObjectNode object) {
        if (properties.isEmpty() || declaresAll(object)) {
            return object;
        }
        ObjectNode own = object.objectNode();
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            if (declares(property.getKey())) {
                own.set(property.getKey(), property.getValue());
            }
        }
        return own;
    }

    private boolean declaresAll(ObjectNode object) {
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            if (!declares(property.getKey())) {
                return false;
            }
        }
        return true;
    }

    private boolean declares(String property) {
        return properties.containsKey(property) || required.contains(property);
    }

    /** Whether null is allowed. */
    public boolean takesNull() {
        return types.contains("null");
    }

    /** Whether only the server sets it. */
    public boolean isReadOnly() {
        return note("readOnly").asBoolean();
    }

    /** The values that it lists; empty if it lists none. */
    public List<JsonNode> options() {
        return options;
    }

    /** The place of the schema of its items; empty if there is none. */
    public String items() {
        return items;
    }

    public String format() {
        return note("format").asText("");
    }

    /** Whether its texts are UUIDs, in which case does not matter (RFC 9562, section 4). */
    public boolean isUuid() {
        return format().equals("uuid");
    }

    public boolean isMoment() {
        return format().matches("date|date-time");
    }

    /** The value of a keyword such as {@code minimum}; a missing node if it is absent. */
    public JsonNode note(String key) {
        return notes.getOrDefault(key, MissingNode.getInstance());
    }

    /** The place that all references lead to, which is equal for equal schemas; empty if it has no place. */
    public String canonical() {
        return canonical;
    }

    private void add(String pointer, int depth) {
        JsonNode schema = contract.schema(pointer);
        if (depth > DEEPEST || !schema.isObject()) {
            return;
        }
        own(pointer, schema);
        contract.target(schema.path("$ref").asText()).ifPresent(target -> {
            if (pointer.equals(canonical)) {
                canonical = target;
            }
            add(target, depth + 1);
        });
        for (int i = 0; i < schema.path("allOf").size(); i++) {
            add(Pointers.child(Pointers.child(pointer, "allOf"), i), depth + 1);
        }
        for (String choice : CHOICES) {
            choice(Pointers.child(pointer, choice), schema.path(choice), depth);
        }
    }

    /** All branches are possible, so what only one branch requires is not required. */
    private void choice(String pointer, JsonNode branches, int depth) {
        for (int i = 0; i < branches.size(); i++) {
            SchemaView branch = new SchemaView(contract, Pointers.child(pointer, i));
            branch.add(Pointers.child(pointer, i), depth + 1);
            boolean first = types.isEmpty() || types.equals(Set.of("null"));
            if (first || branch.types.equals(Set.of("null"))) {
                types.addAll(branch.types);
            }
            branch.properties.forEach(properties::putIfAbsent);
            branch.notes.forEach(notes::putIfAbsent);
            options.addAll(branch.options);
            items = items.isEmpty() ? branch.items : items;
        }
    }

    private void own(String pointer, JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            types.add(type.textValue());
        }
        type.forEach(each -> types.add(each.asText()));
        String here = Pointers.child(pointer, "properties");
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            properties.merge(property.getKey(), Pointers.child(here, property.getKey()), this::telling);
        }
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("enum").forEach(options::add);
        if (schema.path("items").isObject() && items.isEmpty()) {
            items = Pointers.child(pointer, "items");
        }
        for (String note : NOTES) {
            if (schema.has(note)) {
                notes.putIfAbsent(note, schema.path(note));
            }
        }
    }

    /** Of two schemas for a property, the first, unless only the second describes its content. */
    private String telling(String one, String other) {
        return !tells(contract.schema(one)) && tells(contract.schema(other)) ? other : one;
    }

    private static boolean tells(JsonNode schema) {
        return Stream.of(schema, schema.path("items"))
                .anyMatch(each -> INSIDE.stream().anyMatch(each::has));
    }
}
