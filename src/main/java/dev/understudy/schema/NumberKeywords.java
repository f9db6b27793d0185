package dev.understudy.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** Keywords about numbers, compared digit by digit. */
final class NumberKeywords {
    private NumberKeywords() {}

    static Keyword minimum(JsonNode least) {
        BigDecimal bound = new BigDecimal(least.asText());
        return value -> !value.isNumber() || value.decimalValue().compareTo(bound) >= 0;
    }

    static Keyword exclusiveMinimum(JsonNode beyond) {
        BigDecimal bound = new BigDecimal(beyond.asText());
        return value -> !value.isNumber() || value.decimalValue().compareTo(bound) > 0;
    }

    static Keyword maximum(JsonNode most) {
        BigDecimal bound = new BigDecimal(most.asText());
        return value -> !value.isNumber() || value.decimalValue().compareTo(bound) <= 0;
    }

    static Keyword exclusiveMaximum(JsonNode beyond) {
        BigDecimal bound = new BigDecimal(beyond.asText());
        return value -> !value.isNumber() || value.decimalValue().compareTo(bound) < 0;
    }

    /** As the validator does it, whole numbers go by way of a double. */
    static Keyword multipleOf(JsonNode divisor) {
        BigDecimal step = divisor.isBigDecimal() ? divisor.decimalValue() : BigDecimal.valueOf(divisor.doubleValue());
        BigDecimal stripped = step.stripTrailingZeros();
        return value -> !value.isNumber() || dividend(value).remainder(stripped).signum() == 0;
    }

    private static BigDecimal dividend(JsonNode value) {
        return value.isBigDecimal() ? value.decimalValue() : BigDecimal.valueOf(value.doubleValue());
    }
}
