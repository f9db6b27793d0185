package dev.understudy.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** Keywords about numbers, compared digit by digit. */
final class NumberKeywords {
    private NumberKeywords() {}

    static Keyword minimum(JsonNode least, boolean exclusive) {
        BigDecimal bound = new BigDecimal(least.asText());
        int closest = exclusive ? 1 : 0;
        return value -> !value.isNumber() || value.decimalValue().compareTo(bound) >= closest;
    }

    static Keyword maximum(JsonNode most, boolean exclusive) {
        BigDecimal bound = new BigDecimal(most.asText());
        int closest = exclusive ? -1 : 0;
        return value -> !value.isNumber() || value.decimalValue().compareTo(bound) <= closest;
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
