package dev.understudy.schema;

import dev.understudy.api.Pointers;
import dev.understudy.openapi.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Where the records of a schema hold a date, a date-time or milliseconds since 1970, and how they write it. */
public final class MomentFields {
    private static final Pattern DATE_TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");

    private final Part schema;

    public MomentFields(Part schema) {
        this.schema = schema;
    }

    /** A sample of the field's own format; empty where no moment stands. */
    public Optional<String> sample(String pointer) {
        List<Part> schemas = List.of(schema);
        for (String token : pointer.substring(1).split("/", -1)) {
            String step = Pointers.unescaped(token);
            schemas = schemas.stream()
                    .flatMap(each -> variants(each).stream())
                    .flatMap(each -> below(each, step).stream())
                    .toList();
        }
        return schemas.stream()
                .flatMap(each -> variants(each).stream())
                .flatMap(field -> sample(field, pointer).stream())
                .findFirst();
    }

    private Optional<String> sample(Part field, String pointer) {
        if (field.at("x-epoch").text().equals("milliseconds")) {
            return Optional.of("0");
        }
        return switch (field.at("format").text()) {
            case "date" -> Optional.of("2026-01-01");
            case "date-time" -> Optional.of(dateTime(field, pointer));
            default -> Optional.empty();
        };
    }

    /** As the field's example has it, or else the record's, or else as most have it. */
    private String dateTime(Part field, String pointer) {
        // An example shows one element of each array.
        String first = pointer.replaceAll("/\\d+(?=/|$)", "/0");
        String inRecord = schema.value().path("example").at(first).asText();
        return Optional.of(field.at("example").text())
                .filter(text -> DATE_TIME.matcher(text).matches())
                .or(() -> Optional.of(inRecord)
                        .filter(text -> DATE_TIME.matcher(text).matches()))
                .orElse("2026-01-01T00:00:00Z");
    }

    private static Optional<Part> below(Part schema, String step) {
        Part property = schema.at("properties").at(step);
        Part items = schema.at("items");
        Part others = schema.at("additionalProperties");
        if (property.isPresent()) {
            return Optional.of(property);
        } else if (items.isPresent() && step.matches("\\d+")) {
            return Optional.of(items);
        }
        return Optional.of(others).filter(part -> part.value().isObject());
    }

    /** A schema, and all that it is made of or may be instead. */
    private static List<Part> variants(Part schema) {
        var found = new ArrayList<Part>();
        collect(schema.resolved(), found, new HashSet<>());
        return found;
    }

    private static void collect(Part schema, List<Part> found, Set<String> seen) {
        if (seen.add(schema.pointer())) {
            found.add(schema);
            for (String key : List.of("allOf", "oneOf", "anyOf")) {
                schema.at(key).children().forEach(child -> collect(child.resolved(), found, seen));
            }
        }
    }
}
