package dev.understudy.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.format.Format;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Keywords about a value as a whole. */
final class ValueKeywords {
    /** The size of a value that a keyword about sizes does not mean. */
    private static final int NONE = -1;

    private ValueKeywords() {}

    /**
     * One of the types, or the only one.
     *
     * @param literally whether an integer must be written without a fraction and an exponent
     */
    static Keyword type(JsonNode types, boolean literally) {
        if (types.isTextual()) {
            return type(types.textValue(), literally);
        }
        var any = new ArrayList<Keyword>();
        types.forEach(type -> any.add(type(type.asText(), literally)));
        return value -> any.stream().anyMatch(type -> type.isKeptBy(value));
    }

    private static Keyword type(String type, boolean literally) {
        return switch (type) {
            case "object" -> JsonNode::isObject;
            case "array" -> JsonNode::isArray;
            case "string" -> JsonNode::isTextual;
            case "integer" -> literally ? JsonNode::isIntegralNumber : JsonNode::canConvertToExactIntegral;
            case "number" -> JsonNode::isNumber;
            case "boolean" -> JsonNode::isBoolean;
            case "null" -> JsonNode::isNull;
            default -> throw new IllegalArgumentException("The grammar let an unknown type in: " + type);
        };
    }

    /** Not so much as 1.0 or 1e0. */
    static boolean hasNoFraction(JsonNode value) {
        return !value.isNumber() || value.isIntegralNumber();
    }

    /** One of an enum's values; empty if there are arrays or objects among them. */
    static Optional<Keyword> oneOf(JsonNode values) {
        var texts = new HashSet<String>();
        var others = new HashSet<JsonNode>();
        for (JsonNode value : values) {
            if (value.isContainerNode()) {
                return Optional.empty();
            } else if (value.isTextual()) {
                texts.add(value.textValue());
            } else {
                others.add(comparable(value));
            }
        }
        return Optional.of(value -> isAmong(value, texts, others));
    }

    private static boolean isAmong(JsonNode value, Set<String> texts, Set<JsonNode> others) {
        return value.isTextual() ? texts.contains(value.textValue()) : others.contains(comparable(value));
    }

    /** Numbers are compared by what they are worth. */
    private static JsonNode comparable(JsonNode value) {
        return value.isNumber()
                ? DecimalNode.valueOf(new BigDecimal(value.decimalValue().toPlainString()))
                : value;
    }

    /** @param context null for a format that does not look at it */
    static Keyword format(Format format, @Nullable SchemaContext context) {
        // The formats that the grammar knows are of texts, and do not look at the execution.
        return value -> !value.isTextual() || format.matches(null, context, value.textValue());
    }

    static Keyword pattern(EcmaPattern pattern) {
        return value -> !value.isTextual() || pattern.matches(value.textValue());
    }

    static Keyword atLeast(ToIntFunction<JsonNode> size, int least) {
        return value -> {
            int actual = size.applyAsInt(value);
            return actual == NONE || actual >= least;
        };
    }

    static Keyword atMost(ToIntFunction<JsonNode> size, int most) {
        return value -> {
            int actual = size.applyAsInt(value);
            return actual == NONE || actual <= most;
        };
    }

    static int length(JsonNode value) {
        return value.isTextual()
                ? value.textValue().codePointCount(0, value.textValue().length())
                : NONE;
    }

    static int items(JsonNode value) {
        return value.isArray() ? value.size() : NONE;
    }

    static int properties(JsonNode value) {
        return value.isObject() ? value.size() : NONE;
    }

    static boolean areUnique(JsonNode value) {
        var seen = new HashSet<JsonNode>();
        for (JsonNode item : value) {
            if (!seen.add(item instanceof KnownValue known ? known.value() : item)) {
                return false;
            }
        }
        return true;
    }
}
