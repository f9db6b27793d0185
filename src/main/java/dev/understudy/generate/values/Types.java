package dev.understudy.generate.values;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which types a value of a shape may have, the likely ones first. */
final class Types {
    private static final List<String> ALL =
            List.of("string", "object", "integer", "number", "array", "boolean", "null");

    private static final Set<String> OF_NUMBERS = Set.of("int32", "int64", "float", "double");

    /** Keywords that say nothing about values of other types. */
    private static final Map<String, List<String>> SPEAKING = Map.of(
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
                    "unevaluatedProperties"),
            "array",
            List.of("items", "prefixItems", "contains", "minItems", "maxItems", "uniqueItems", "unevaluatedItems"),
            "string",
            List.of("pattern", "minLength", "maxLength", "format", "contentEncoding", "contentMediaType"),
            "number",
            List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"));

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
        // Null says the least.
        if (ordered.remove("null")) {
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
        SPEAKING.keySet().stream().sorted(Comparator.reverseOrder()).forEach(type -> {
            if (SPEAKING.get(type).stream()
                    .anyMatch(keyword -> !shape.all(keyword).isEmpty())) {
                types.add(type);
            }
        });
        if (shape.all("format").stream().anyMatch(format -> OF_NUMBERS.contains(format.asText()))) {
            types.remove("string");
        }
        types.addAll(ALL);
        return List.copyOf(types);
    }
}
