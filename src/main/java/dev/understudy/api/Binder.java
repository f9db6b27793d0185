package dev.understudy.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
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
 * Makes a Java value of a JSON value that was found to keep its schema; each generated type has a method for it. What
 * the Java type cannot hold all the same is {@link UnrepresentableValue}.
 */
@FunctionalInterface
public interface Binder<T extends @Nullable Object> {
    /** A text of any format but a date's. */
    Binder<String> TEXT = (value, binding) -> only(value.isTextual(), value).textValue();

    /** True or false. */
    Binder<Boolean> BOOLEAN = (value, binding) -> only(value.isBoolean(), value).booleanValue();

    /** A whole number of 32 bits. */
    Binder<Integer> INTEGER =
            (value, binding) -> only(value.canConvertToExactIntegral() && value.canConvertToInt(), value)
                    .intValue();

    /** A whole number of 64 bits. */
    Binder<Long> LONG = (value, binding) -> only(value.canConvertToExactIntegral() && value.canConvertToLong(), value)
            .longValue();

    /** A number with its scale. */
    Binder<BigDecimal> NUMBER =
            (value, binding) -> only(value.isNumber(), value).decimalValue();

    /** A number in single precision. */
    Binder<Float> FLOAT = (value, binding) ->
            only(value.isNumber() && Float.isFinite(value.floatValue()), value).floatValue();

    /** A number in double precision. */
    Binder<Double> DOUBLE = (value, binding) -> only(value.isNumber() && Double.isFinite(value.doubleValue()), value)
            .doubleValue();

    /** A day. */
    Binder<LocalDate> DATE = (value, binding) -> day(TEXT.bind(value, binding));

    /** The bytes of a body that is neither JSON nor text. */
    Binder<byte[]> BYTES = (value, binding) -> bytes(only(value.isBinary(), value));

    /** What has no type in its schema: texts, numbers, lists and maps as they come. */
    Binder<Object> ANYTHING = (value, binding) -> anything(value);

    T bind(JsonNode value, Binding binding);

    /** A list of these. */
    static <T extends @Nullable Object> Binder<List<T>> listOf(Binder<T> items) {
        return (value, binding) -> {
            only(value.isArray(), value);
            var list = new ArrayList<T>(value.size());
            try {
                for (JsonNode item : value) {
                    list.add(binding.part(item, items));
                }
            } catch (UnrepresentableValue e) {
                // What is in the list came before it.
                throw e.inside(Integer.toString(list.size()));
            }
            return binding.sharedList(list);
        };
    }

    /** A map from any key to one of these, in the order of the keys. */
    static <T extends @Nullable Object> Binder<Map<String, T>> mapOf(Binder<T> values) {
        return (value, binding) -> {
            only(value.isObject(), value);
            var map = new LinkedHashMap<String, T>();
            value.fieldNames().forEachRemaining(key -> map.put(key, binding.required(value, key, values)));
            return map;
        };
    }

    /** This, or null where JSON says null. */
    static <T> Binder<@Nullable T> orNull(Binder<T> binder) {
        return (value, binding) -> value.isNull() ? null : binder.bind(value, binding);
    }

    /** This, or empty where JSON says null: of a key that may be absent too, which is null. */
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
            return LocalDate.parse(text);
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
