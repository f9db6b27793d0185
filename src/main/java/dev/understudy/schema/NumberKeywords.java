package dev.understudy.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.function.IntPredicate;

/** Keywords about numbers, compared digit by digit. */
final class NumberKeywords {
    private NumberKeywords() {}

    static Keyword minimum(JsonNode least) {
        return compared(least, sign -> sign >= 0);
    }

    static Keyword exclusiveMinimum(JsonNode below) {
        return compared(below, sign -> sign > 0);
    }

    static Keyword maximum(JsonNode most) {
        return compared(most, sign -> sign <= 0);
    }

    static Keyword exclusiveMaximum(JsonNode above) {
        return compared(above, sign -> sign < 0);
    }

    private static Keyword compared(JsonNode bound, IntPredicate right) {
        BigDecimal exact = bound.decimalValue();
        return value -> !value.isNumber() || right.test(value.decimalValue().compareTo(exact));
    }

    /** The quotient is a whole number, whatever the digits. */
    static Keyword multipleOf(JsonNode divisor) {
        BigDecimal step = divisor.decimalValue().stripTrailingZeros();
        return value ->
                !value.isNumber() || value.decimalValue().remainder(step).signum() == 0;
    }
}
