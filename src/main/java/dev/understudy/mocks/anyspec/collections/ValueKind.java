package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.mocks.anyspec.roles.schemas.Instants;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;

/** What values are when they are compared; those of one kind have one order. */
enum ValueKind {
    WHOLE_NUMBER("i"),
    OTHER_NUMBER("d"),
    /** A text that says when something was. */
    MOMENT("m"),
    TEXT("t"),
    /** True, false, and what is no single value. */
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

    /** What two values have in common that are the same in every comparison. */
    String text(JsonNode value) {
        return prefix + (value.isBoolean() ? "?" : "") + value.asText();
    }

    /** By kind, and then by what values of it mean; two that mean the same are in the order of their texts. */
    static JsonNode[] sorted(Collection<JsonNode> values) {
        return values.stream()
                .map(Meant::of)
                .sorted(Meant.ORDER)
                .map(Meant::value)
                .toArray(JsonNode[]::new);
    }

    /**
     * A value with what it is sorted by: to find that takes longer than to compare it.
     *
     * @param number a moment in seconds since 1970; 0 for a text and what else has none
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
