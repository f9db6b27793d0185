package dev.understudy.contract.argument;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a text: a value, or what is wrong with it, or neither when there is none and none is needed.
 *
 * @param value beside what is wrong with it, one that could be read and breaks its schema
 */
public record Decoded(@Nullable JsonNode value, List<Violation> violations) {
    public static final Decoded NOTHING = new Decoded(null, List.of());

    public static Decoded right(JsonNode value) {
        return new Decoded(value, List.of());
    }

    /** What could be read, and what of it breaks the schema; nothing may. */
    public static Decoded read(JsonNode value, List<Violation> violations) {
        return new Decoded(value, violations);
    }

    public static Decoded wrong(Violation violation) {
        return new Decoded(null, List.of(violation));
    }

    public static Decoded wrong(List<Violation> violations) {
        return new Decoded(null, violations);
    }
}
