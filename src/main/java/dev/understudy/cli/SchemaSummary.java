package dev.understudy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.MessageText;
import dev.understudy.api.Pointers;
import dev.understudy.contract.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A schema in a few words. */
record SchemaSummary(Contract contract) {
    /** More values would make the line too long. */
    private static final int SHOWN = 8;

    /** Such as {@code integer, 1 to 100}; {@code anything} if the schema has no such keyword. */
    String of(String pointer) {
        JsonNode schema = pointer.isEmpty() ? contract.lowered().tree().path("none") : contract.schema(pointer);
        if (schema.path("$ref").isTextual()) {
            return contract.target(schema.path("$ref").textValue())
                    .map(target -> named(target) ? Pointers.last(target) : of(target))
                    .orElse("anything");
        }
        var words = new ArrayList<String>();
        String type = type(schema.path("type"));
        if (type.equals("array") && schema.has("items")) {
            words.add("list of " + of(Pointers.child(pointer, "items")));
        } else if (!type.isEmpty()) {
            words.add(type);
        }
        words.addAll(details(schema));
        return words.isEmpty() ? "anything" : String.join(", ", words);
    }

    /** Whether the schema has a name in the document. */
    private static boolean named(String pointer) {
        return pointer.matches("/components/schemas/[^/]+");
    }

    private static String type(JsonNode type) {
        return type.isArray() ? MessageText.or(texts(type)) : type.asText();
    }

    private static List<String> details(JsonNode schema) {
        var details = new ArrayList<String>();
        if (schema.has("format")) {
            details.add(schema.path("format").asText());
        }
        if (schema.has("enum")) {
            List<String> options = texts(schema.path("enum"));
            boolean all = options.size() <= SHOWN;
            details.add("one of " + String.join(", ", all ? options : options.subList(0, SHOWN)) + (all ? "" : ", …"));
        }
        bounds(schema, "minimum", "maximum", "").ifPresent(details::add);
        bounds(schema, "minLength", "maxLength", " characters").ifPresent(details::add);
        bounds(schema, "minItems", "maxItems", " elements").ifPresent(details::add);
        return details;
    }

    private static Optional<String> bounds(JsonNode schema, String low, String high, String what) {
        if (schema.has(low) && schema.has(high)) {
            return Optional.of(
                    schema.path(low).asText() + " to " + schema.path(high).asText() + what);
        } else if (schema.has(low)) {
            return Optional.of("at least " + schema.path(low).asText() + what);
        }
        return schema.has(high) ? Optional.of("at most " + schema.path(high).asText() + what) : Optional.empty();
    }

    private static List<String> texts(JsonNode values) {
        return Stream.iterate(0, i -> i < values.size(), i -> i + 1)
                .map(i -> values.get(i).isTextual() ? values.get(i).asText() : MessageText.value(values.get(i)))
                .toList();
    }
}
