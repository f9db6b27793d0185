package dev.understudy.schema.findings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.openapi.Part;
import java.math.BigDecimal;

/** Bounds of a brought schema between which nothing lies. */
final class BoundFindings {
    private BoundFindings() {}

    static void check(Part schema) {
        pair(schema, "minLength", "maxLength", false);
        pair(schema, "minItems", "maxItems", false);
        pair(schema, "minProperties", "maxProperties", false);
        pair(schema, "minContains", "maxContains", false);
        boolean open = schema.at("exclusiveMinimum").isTrue()
                || schema.at("exclusiveMaximum").isTrue();
        pair(schema, "minimum", "maximum", open);
        pair(schema, "exclusiveMinimum", "maximum", true);
        pair(schema, "minimum", "exclusiveMaximum", true);
        pair(schema, "exclusiveMinimum", "exclusiveMaximum", true);
    }

    private static void pair(Part schema, String least, String most, boolean open) {
        JsonNode lower = schema.value().path(least);
        JsonNode upper = schema.value().path(most);
        if (!lower.isNumber() || !upper.isNumber()) {
            return;
        }
        int order = bounded(lower).compareTo(bounded(upper));
        if (order > 0 || open && order == 0) {
            schema.at(least)
                    .fault(
                            "contradictory-bounds",
                            "no value keeps " + least + " " + lower + " and " + most + " " + upper,
                            "raise the one or lower the other");
        }
    }

    /** A vast exponent would take long to compare. */
    private static BigDecimal bounded(JsonNode number) {
        BigDecimal value = number.decimalValue();
        return Math.abs((long) value.scale()) > 1000 ? BigDecimal.valueOf(number.doubleValue() > 0 ? 1 : -1) : value;
    }
}
