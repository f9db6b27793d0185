package dev.understudy.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What stands beside a keyword of a schema: whether it is of the right kind, and what was meant if it is not. */
public final class KeywordValue {
    private KeywordValue() {}

    /** What must stand beside the keyword; null if the value will do. */
    public static @Nullable String expected(SchemaKeyword keyword, JsonNode value) {
        return switch (keyword.value()) {
            case FLAG -> value.isBoolean() ? null : "true or false";
            case NUMBER -> value.isNumber() ? null : "a number";
            case POSITIVE -> value.isNumber() && value.decimalValue().signum() > 0 ? null : "a number greater than 0";
            case COUNT ->
                value.canConvertToExactIntegral() && value.decimalValue().signum() >= 0 ? null : "a count";
            case LIST, SCHEMAS -> value.isArray() && !value.isEmpty() ? null : "a list that is not empty";
            case NAMES -> names(value) ? null : "a list of names";
            case NAMED_SCHEMAS -> value.isObject() ? null : "an object of schemas";
            default -> null;
        };
    }

    private static boolean names(JsonNode value) {
        for (JsonNode name : value) {
            if (!name.isTextual()) {
                return false;
            }
        }
        return value.isArray();
    }

    /**
     * What was meant by a value that is not right: a number or a flag that is written as a text, or nothing at all by
     * null, and by {@code required: true} in a property; empty if that cannot be said.
     */
    public static Optional<JsonNode> meant(SchemaKeyword keyword, JsonNode value) {
        boolean misplaced = keyword.name().equals("required") && value.isBoolean();
        if (value.isNull() || misplaced) {
            return Optional.of(MissingNode.getInstance());
        } else if (!value.isTextual()) {
            return Optional.empty();
        }
        String text = value.textValue().strip();
        Optional<JsonNode> meant =
                switch (keyword.value()) {
                    case FLAG -> flag(text);
                    case NUMBER, POSITIVE, COUNT -> number(text);
                    default -> Optional.empty();
                };
        return meant.filter(node -> expected(keyword, node) == null);
    }

    private static Optional<JsonNode> flag(String text) {
        return Set.of("true", "false").contains(text)
                ? Optional.of(BooleanNode.valueOf(text.equals("true")))
                : Optional.empty();
    }

    private static Optional<JsonNode> number(String text) {
        if (!text.matches("-?[0-9]{1,30}(\\.[0-9]{1,30})?")) {
            return Optional.empty();
        }
        var number = new BigDecimal(text);
        boolean small = number.scale() == 0 && number.precision() < 10;
        return Optional.of(small ? IntNode.valueOf(number.intValueExact()) : DecimalNode.valueOf(number));
    }

    /** Puts what was meant in the place of what is not right. */
    static void correct(ObjectNode schema, Map<String, SchemaKeyword> keywords) {
        Map<String, JsonNode> corrected = new TreeMap<>();
        schema.properties().forEach(entry -> {
            SchemaKeyword keyword = keywords.get(entry.getKey());
            if (keyword != null && expected(keyword, entry.getValue()) != null) {
                meant(keyword, entry.getValue()).ifPresent(meant -> corrected.put(entry.getKey(), meant));
            }
        });
        corrected.forEach((name, value) -> {
            if (value.isMissingNode()) {
                schema.remove(name);
            } else {
                schema.set(name, value);
            }
        });
    }
}
