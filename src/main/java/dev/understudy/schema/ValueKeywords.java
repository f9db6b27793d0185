package dev.understudy.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.bytes.ByteText;
import dev.understudy.schema.format.TextFormats;
import dev.understudy.schema.pattern.EcmaPattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

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

    /** One of an enum's values. */
    static Keyword oneOf(JsonNode values) {
        var texts = new HashSet<String>();
        var others = new HashSet<JsonNode>();
        for (JsonNode value : values) {
            if (value.isTextual()) {
                texts.add(value.textValue());
            } else {
                others.add(EqualValues.comparable(value));
            }
        }
        return value -> value.isTextual() && !(value instanceof ByteText)
                ? texts.contains(value.textValue())
                : !others.isEmpty() && others.contains(EqualValues.comparable(value));
    }

    static Keyword equalTo(JsonNode constant) {
        JsonNode wanted = EqualValues.comparable(constant);
        return value -> wanted.equals(EqualValues.comparable(value));
    }

    /**
     * Formats of numbers are notes, and so is one that there is no check for. Of those that are checked, only base64
     * may be as long as a text that bytes write.
     */
    static Keyword format(String name) {
        if (!TextFormats.isChecked(name)) {
            return value -> true;
        }
        Predicate<String> format = TextFormats.of(name);
        boolean base64 = name.equals("byte");
        return value -> value instanceof ByteText text
                ? base64 && text.isBase64()
                : !value.isTextual() || format.test(value.textValue());
    }

    /** Nothing as long as a text that bytes write is matched. */
    static Keyword pattern(EcmaPattern pattern) {
        return value -> !(value instanceof ByteText) && (!value.isTextual() || pattern.matches(value.textValue()));
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
        if (value instanceof ByteText text) {
            return (int) Math.min(Integer.MAX_VALUE, text.length());
        }
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

    /** No two elements of an array are equal. */
    static Keyword unique(JsonNode demanded) {
        return demanded.asBoolean() ? ValueKeywords::areUnique : value -> true;
    }

    private static boolean areUnique(JsonNode value) {
        var seen = new HashSet<JsonNode>();
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            if (!seen.add(EqualValues.comparable(value.get(i)))) {
                return false;
            }
        }
        return true;
    }
}
