package dev.understudy.schema.findings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.MessageText;
import dev.understudy.openapi.Part;
import java.util.LinkedHashSet;
import java.util.Set;

/** What goes wrong with the properties of a brought schema that lets no others pass. */
final class ObjectFindings {
    private static final int DEEPEST = 20;

    private ObjectFindings() {}

    /** @param later whether the document is of OpenAPI 3.1 or later */
    static void check(Part schema, boolean later) {
        Part additional = schema.at("additionalProperties");
        boolean closed = additional.value().isBoolean() && !additional.isTrue() && !schema.has("patternProperties");
        if (!closed) {
            return;
        }
        JsonNode properties = schema.value().path("properties");
        for (JsonNode name : schema.value().path("required")) {
            if (name.isTextual() && !properties.has(name.textValue())) {
                schema.at("required")
                        .fault(
                                "required-not-allowed",
                                "the property " + MessageText.value(name)
                                        + " is required, and additionalProperties: false forbids it",
                                "declare it under \"properties\"");
            }
        }
        var elsewhere = new LinkedHashSet<String>();
        schema.at("allOf").children().forEach(part -> gather(part, elsewhere, 0));
        properties.fieldNames().forEachRemaining(elsewhere::remove);
        if (!elsewhere.isEmpty()) {
            additional.hint(
                    "closed-all-of",
                    "additionalProperties: false knows only the properties beside it, and forbids "
                            + MessageText.and(elsewhere.stream().limit(5).toList()) + " of allOf",
                    later ? "write unevaluatedProperties: false" : "leave it out, or repeat them beside it");
        }
    }

    private static void gather(Part schema, Set<String> names, int depth) {
        Part resolved = schema.resolved();
        if (depth < DEEPEST) {
            resolved.at("properties").value().fieldNames().forEachRemaining(names::add);
            resolved.at("allOf").children().forEach(part -> gather(part, names, depth + 1));
        }
    }
}
