package dev.understudy.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Pointers;
import dev.understudy.api.text.Rfc3339;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where the records of a schema hold a date, a date-time or milliseconds since 1970, and how they write it. */
public final class MomentFields {
    private final DocumentSchemas documentSchemas;
    private final String schema;

    /** @param schema the place of the records' schema in the document */
    public MomentFields(DocumentSchemas documentSchemas, String schema) {
        this.documentSchemas = documentSchemas;
        this.schema = schema;
    }

    /** A sample of the field's own format; empty where no moment stands. */
    public Optional<String> sample(String pointer) {
        List<String> schemas = List.of(schema);
        for (String token : pointer.substring(1).split("/", -1)) {
            String step = Pointers.unescaped(token);
            schemas = schemas.stream()
                    .flatMap(each -> variants(each).stream())
                    .flatMap(each -> below(each, step).stream())
                    .toList();
        }
        return schemas.stream()
                .flatMap(each -> variants(each).stream())
                .flatMap(field -> sample(documentSchemas.schema(field), pointer).stream())
                .findFirst();
    }

    private Optional<String> sample(JsonNode field, String pointer) {
        if (field.path("x-epoch").asText().equals("milliseconds")) {
            return Optional.of("0");
        }
        return switch (field.path("format").asText()) {
            case "date" -> Optional.of("2026-01-01");
            case "date-time" -> Optional.of(dateTime(field, pointer));
            default -> Optional.empty();
        };
    }

    /** As the field's example has it, or else the record's, or else as most have it. */
    private String dateTime(JsonNode field, String pointer) {
        // An example shows one element of each array.
        String first = pointer.replaceAll("/\\d+(?=/|$)", "/0");
        return Stream.of(example(field), example(documentSchemas.schema(schema)).at(first))
                .map(JsonNode::asText)
                .filter(Rfc3339::isDateTime)
                .findFirst()
                .orElse("2026-01-01T00:00:00Z");
    }

    private static JsonNode example(JsonNode schema) {
        return schema.path("examples").path(0);
    }

    private Optional<String> below(String schema, String step) {
        JsonNode here = documentSchemas.schema(schema);
        if (here.path("properties").has(step)) {
            return Optional.of(Pointers.child(Pointers.child(schema, "properties"), step));
        } else if (here.has("items") && step.matches("\\d+")) {
            return Optional.of(Pointers.child(schema, "items"));
        }
        return here.path("additionalProperties").isObject()
                ? Optional.of(Pointers.child(schema, "additionalProperties"))
                : Optional.empty();
    }

    /** A schema, and all that it is made of or may be instead. */
    private Set<String> variants(String schema) {
        var found = new LinkedHashSet<String>();
        collect(schema, found);
        return found;
    }

    private void collect(String schema, Set<String> found) {
        if (found.add(schema)) {
            documentSchemas
                    .target(documentSchemas.schema(schema).path("$ref").asText())
                    .ifPresent(target -> collect(target, found));
            for (String key : List.of("allOf", "oneOf", "anyOf")) {
                for (int i = 0; i < documentSchemas.schema(schema).path(key).size(); i++) {
                    collect(Pointers.child(Pointers.child(schema, key), i), found);
                }
            }
        }
    }
}
