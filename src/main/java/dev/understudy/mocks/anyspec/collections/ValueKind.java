package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.mocks.anyspec.roles.schemas.Instants;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;

/** The kinds of values for comparison; each kind has its own order. */
enum ValueKind {
    WHOLE_NUMBER("i"),
    OTHER_NUMBER("d"),
    /** A text that is a date or a time. */
    MOMENT("m"),
    TEXT("t"),
    /** Booleans, and anything that is not a scalar. */
    OTHER("o");

    private final String prefix;

    ValueKind(String prefix) {
        this.prefix = prefix;
    }

    String prefix() {
        return prefix;
    }

    static ValueKind of(JsonNode value) {
        if (value.isNumber()) {
            return value.isIntegralNumber() ? WHOLE_NUMBER : OTHER_NUMBER;
        } else if (value.isTextual()) {
            return Instants.of(value).isPresent() ? MOMENT : TEXT;
        }
        return OTHER;
    }

    /** A text that is the same for two values if they are equal in every comparison. */
    String text(JsonNode value) {
        return prefix + (value.isBoolean() ? "?" : "") + value.asText();
    }

    /** Sorts by kind, then by meaning; values with the same meaning are in the order of their texts. */
    static JsonNode[] sorted(Collection<JsonNode> values) {
        return values.stream()
                .map(Meant::of)
                .sorted(Meant.ORDER)
                .map(Meant::value)
                .toArray(JsonNode[]::new);
    }

    /**
     * A value with its sort key, which takes longer to compute than to compare.
     *
     * @param number a number, or a time in seconds since 1970; 0 for a text and anything else
     */
    private record Meant(JsonNode value, ValueKind kind, BigDecimal number, String text) {
        static final Comparator<Meant> ORDER =
                Comparator.comparing(Meant::kind).thenComparing(Meant::number).thenComparing(Meant::text);

        static Meant of(JsonNode value) {
            ValueKind kind = ValueKind.of(value);
            BigDecimal number =
                    switch (kind) {
                        case WHOLE_NUMBER, OTHER_NUMBER -> value.decimalValue();
                        case MOMENT -> seconds(Instants.of(value).orElseThrow());
                        case TEXT, OTHER -> BigDecimal.ZERO;
                    };
            return new Meant(value, kind, number, value.asText());
        }

        private static BigDecimal seconds(Instant moment) {
            return BigDecimal.valueOf(moment.getEpochSecond()).add(BigDecimal.valueOf(moment.getNano(), 9));
        }
    }
}
