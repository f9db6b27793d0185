package dev.understudy.generate.values;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.openapi.Lowering;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which types a value of a shape may have, the likely ones first. */
final class Types {
    private static final List<String> ALL =
            List.of("string", "object", "integer", "number", "array", "boolean", "null");

    private static final Set<String> OF_NUMBERS = Set.of("int32", "int64", "float", "double");

    /** Types, and keywords that say nothing about values of others; that which says the most comes first. */
    private static final List<Speaking> SPEAKING = List.of(
            new Speaking(
                    "object",
                    List.of(
                            "properties",
                            "required",
                            "additionalProperties",
                            "patternProperties",
                            "propertyNames",
                            "minProperties",
                            "maxProperties",
                            "dependentRequired",
                            "dependentSchemas",
                            "unevaluatedProperties")),
            new Speaking(
                    "array",
                    List.of(
                            "items",
                            "prefixItems",
                            "contains",
                            "minItems",
                            "maxItems",
                            "uniqueItems",
                            "unevaluatedItems")),
            new Speaking(
                    "string",
                    List.of("pattern", "minLength", "maxLength", "format", "contentEncoding", "contentMediaType")),
            new Speaking(
                    "number", List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")));

    /** The keywords of a type. */
    private record Speaking(String type, List<String> keywords) {}

    private Types() {}

    /** Empty if the schemas contradict each other. */
    static List<String> of(Shape shape) {
        Set<String> types = new LinkedHashSet<>();
        boolean declared = false;
        for (JsonNode type : shape.all("type")) {
            Set<String> these = names(type);
            types = declared ? both(types, these) : these;
            declared = true;
        }
        if (!declared) {
            return likely(shape);
        }
        var ordered = new ArrayList<>(types);
        // Null says the least; that which only a reading admits is none of the types to try.
        boolean byReading = !shape.all(Lowering.NULL_BY_READING).isEmpty() && ordered.size() > 1;
        if (ordered.remove("null") && !byReading) {
            ordered.add("null");
        }
        return ordered;
    }

    private static Set<String> names(JsonNode type) {
        var names = new LinkedHashSet<String>();
        if (type.isTextual()) {
            names.add(type.textValue());
        }
        type.forEach(name -> names.add(name.asText()));
        return names;
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        var both = new LinkedHashSet<String>();
        for (String type : one) {
            if (other.contains(type) || type.equals("integer") && other.contains("number")) {
                both.add(type);
            } else if (type.equals("number") && other.contains("integer")) {
                both.add("integer");
            }
        }
        return both;
    }

    private static List<String> likely(Shape shape) {
        var types = new LinkedHashSet<String>();
        for (Speaking speaking : SPEAKING) {
            if (speaking.keywords().stream()
                    .anyMatch(keyword -> !shape.all(keyword).isEmpty())) {
                types.add(speaking.type());
            }
        }
        if (shape.all("format").stream().anyMatch(format -> OF_NUMBERS.contains(format.asText()))) {
            types.remove("string");
        }
        types.addAll(ALL);
        return List.copyOf(types);
    }
}
