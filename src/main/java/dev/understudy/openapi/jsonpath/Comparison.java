package dev.understudy.openapi.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Comparator;

/** A comparison of two values (RFC 9535 section 2.3.5.2.2), those with longer signs first. */
enum Comparison {
    EQUAL("=="),
    UNEQUAL("!="),
    AT_MOST("<="),
    AT_LEAST(">="),
    LESS("<"),
    GREATER(">");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    boolean holds(JsonNode left, JsonNode right) {
        return switch (this) {
            case EQUAL -> equal(left, right);
            case UNEQUAL -> !equal(left, right);
            case AT_MOST -> less(left, right) || equal(left, right);
            case AT_LEAST -> less(right, left) || equal(left, right);
            case LESS -> less(left, right);
            case GREATER -> less(right, left);
        };
    }

    /** Numbers are equal as numbers, at any depth; nothing is equal to nothing. */
    private static boolean equal(JsonNode left, JsonNode right) {
        Comparator<JsonNode> numbers = (one, other) -> one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue())
                : one.equals(other) ? 0 : 1;
        return left.equals(numbers, right);
    }

    private static boolean less(JsonNode left, JsonNode right) {
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue()) < 0;
        }
        return left.isTextual() && right.isTextual() && compareCodePoints(left.textValue(), right.textValue()) < 0;
    }

    private static int compareCodePoints(String one, String other) {
        int[] left = one.codePoints().toArray();
        int[] right = other.codePoints().toArray();
        return Arrays.compare(left, right);
    }
}
