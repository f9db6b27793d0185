package dev.understudy.schema.findings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Pointers;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.openapi.BlockingFindings;
import dev.understudy.openapi.Document;
import dev.understudy.openapi.Example;
import dev.understudy.openapi.Part;
import dev.understudy.schema.DocumentSchemas;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Examples, defaults and values of enums in a brought document that break their own schemas. Looking takes many times
 * as long as reading the document, so it is done when it is asked for.
 */
public final class ValueFindings {
    private final DocumentSchemas schemas;
    private final BlockingFindings stops;

    private ValueFindings(DocumentSchemas schemas, BlockingFindings stops) {
        this.schemas = schemas;
        this.stops = stops;
    }

    /**
     * Notes all of them in the document.
     *
     * @param goesOn is asked before each value; once it says no, the rest is left out
     */
    public static void check(Document document, DocumentSchemas schemas, BooleanSupplier goesOn) {
        var findings = new ValueFindings(schemas, document.stops());
        document.schemas().stream().takeWhile(schema -> goesOn.getAsBoolean()).forEach(findings::ofSchema);
        document.examples().stream().takeWhile(example -> goesOn.getAsBoolean()).forEach(findings::example);
    }

    private void ofSchema(Part schema) {
        value(schema, schema.at("default"), "default");
        value(schema, schema.at("example"), "example");
        if (schema.at("examples").value().isArray()) {
            schema.at("examples").children().forEach(example -> value(schema, example, "example"));
        }
        if (schema.at("enum").value().isArray()) {
            schema.at("enum").children().forEach(each -> value(schema, each, "enum"));
        }
    }

    private void example(Example example) {
        String holder = Pointers.last(Pointers.parent(example.schema().pointer()));
        boolean otherMedia = holder.contains("/") && !holder.matches("(?i).*[/+]json.*");
        // Beside another media type a text is not the value, but what is sent for it.
        if (!otherMedia || !example.value().value().isTextual()) {
            value(example.schema(), example.value(), "example");
        }
    }

    private void value(Part schema, Part value, String word) {
        if (!value.isPresent() || !isKept(schema)) {
            return;
        }
        List<Violation> violations = violations(schema.pointer(), value.value());
        if (!violations.isEmpty()) {
            Violation first = violations.get(0);
            String place = first.pointer().isEmpty() ? "" : first.pointer() + " ";
            value.hint(
                    word + "-breaks-schema",
                    "the " + (word.equals("enum") ? "value of the enum" : word) + " breaks its own schema: " + place
                            + first.demand() + more(violations.size() - 1),
                    "");
        }
    }

    private static String more(int others) {
        return others == 0 ? "" : ", and " + others + " more";
    }

    private List<Violation> violations(String pointer, JsonNode value) {
        return schemas.at(pointer).violations(Place.RECORD, "", value);
    }

    /** A schema that a fault or a gap touches judges nothing. */
    private boolean isKept(Part schema) {
        return stops.isEmpty()
                || stops.first(List.of(), List.of(schema.pointer())).isEmpty();
    }
}
