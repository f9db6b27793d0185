package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** What values are when they are compared; those of one kind have one order. */
enum ValueKind {
    WHOLE_NUMBER("i"),
    OTHER_NUMBER("d"),
    /** A text that says when something was. */
    MOMENT("m"),
    TEXT("t"),
    /** True, false, and what is no single value. */
    OTHER("o");

    /** By kind, and then by what values of it mean; two that mean the same are in the order of their texts. */
    static final Comparator<JsonNode> ORDER = ValueKind::compare;

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
            return Moments.of(value).isPresent() ? MOMENT : TEXT;
        }
        return OTHER;
    }

    /** What two values have in common that are the same in every comparison. */
    String text(JsonNode value) {
        return prefix + (value.isBoolean() ? "?" : "") + value.asText();
    }

    private static int compare(JsonNode one, JsonNode other) {
        ValueKind kind = of(one);
        int kinds = kind.compareTo(of(other));
        if (kinds != 0) {
            return kinds;
        }
        int meant = 0;
        if (one.isNumber()) {
            meant = one.decimalValue().compareTo(other.decimalValue());
        } else if (kind == MOMENT) {
            Optional<Instant> moment = Moments.of(one);
            meant = moment.orElseThrow().compareTo(Moments.of(other).orElseThrow());
        }
        return meant != 0 ? meant : one.asText().compareTo(other.asText());
    }
}
