package dev.understudy.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import dev.understudy.api.text.Rfc3339;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Converts a JSON value that is valid against its schema to a Java value; each generated type has a binder. It throws
 * {@link UnrepresentableValue} if the Java type cannot hold the value.
 */
@FunctionalInterface
public interface Binder<T extends @Nullable Object> {
    /** A text of any format except {@code date}. */
    Binder<String> TEXT = (value, binding) -> only(value.isTextual(), value).textValue();

    /** A boolean. */
    Binder<Boolean> BOOLEAN = (value, binding) -> only(value.isBoolean(), value).booleanValue();

    /** A 32-bit integer. */
    Binder<Integer> INTEGER =
            (value, binding) -> only(value.canConvertToExactIntegral() && value.canConvertToInt(), value)
                    .intValue();

    /** A 64-bit integer. */
    Binder<Long> LONG = (value, binding) -> only(value.canConvertToExactIntegral() && value.canConvertToLong(), value)
            .longValue();

    /** A number that keeps its scale. */
    Binder<BigDecimal> NUMBER =
            (value, binding) -> only(value.isNumber(), value).decimalValue();

    /** A single-precision number. */
    Binder<Float> FLOAT = (value, binding) ->
            only(value.isNumber() && Float.isFinite(value.floatValue()), value).floatValue();

    /** A double-precision number. */
    Binder<Double> DOUBLE = (value, binding) -> only(value.isNumber() && Double.isFinite(value.doubleValue()), value)
            .doubleValue();

    /** A date. */
    Binder<LocalDate> DATE = (value, binding) -> day(TEXT.bind(value, binding));

    /** The bytes of a body that is neither JSON nor text. */
    Binder<byte[]> BYTES = (value, binding) -> bytes(only(value.isBinary(), value));

    /** A value whose schema has no type: texts, numbers, lists and maps as they are in the JSON. */
    Binder<Object> ANYTHING = (value, binding) -> anything(value);

    T bind(JsonNode value, Binding binding);

    /** A list of values for this binder. */
    static <T extends @Nullable Object> Binder<List<T>> listOf(Binder<T> items) {
        return (value, binding) -> {
            only(value.isArray(), value);
            var list = new ArrayList<T>(value.size());
            try {
                for (JsonNode item : value) {
                    list.add(binding.part(item, items));
                }
            } catch (UnrepresentableValue e) {
                // The list so far holds the items before this one, so its size is the index.
                throw e.inside(Integer.toString(list.size()));
            }
            return binding.sharedList(list);
        };
    }

    /** A map with any keys and values for this binder, in the order of the JSON object. */
    static <T extends @Nullable Object> Binder<Map<String, T>> mapOf(Binder<T> values) {
        return (value, binding) -> {
            only(value.isObject(), value);
            var map = new LinkedHashMap<String, T>();
            value.fieldNames().forEachRemaining(key -> map.put(key, binding.required(value, key, values)));
            return map;
        };
    }

    /** A value for this binder, or null for a JSON null. */
    static <T> Binder<@Nullable T> orNull(Binder<T> binder) {
        return (value, binding) -> value.isNull() ? null : binder.bind(value, binding);
    }

    /**
     * A value for this binder, or empty for a JSON null. It is for optional keys, where a Java null means that the key
     * is absent.
     */
    static <T> Binder<Optional<T>> orEmpty(Binder<T> binder) {
        return (value, binding) -> value.isNull() ? Optional.empty() : Optional.of(binding.part(value, binder));
    }

    private static JsonNode only(boolean holds, JsonNode value) {
        if (!holds) {
            throw new UnrepresentableValue();
        }
        return value;
    }

    private static byte[] bytes(JsonNode value) {
        return ((BinaryNode) value).binaryValue();
    }

    private static LocalDate day(String text) {
        try {
            return Rfc3339.date(text);
        } catch (DateTimeException e) {
            throw new UnrepresentableValue(e);
        }
    }

    private static Object anything(JsonNode value) {
        try {
            return Json.mapper().treeToValue(value, Object.class);
        } catch (JsonProcessingException e) {
            throw new UnrepresentableValue(e);
        }
    }
}
