package dev.understudy.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a value must be or do.
 *
 * @param text completes "must …", as in {@code be at most 100} or {@code have at least 2 items}
 * @param noun what the value must be, as in {@code at most 100}; null if the text demands anything else
 * @param allowed the options that the text lists; empty if it lists none
 */
public record Expected(String text, @Nullable String noun, List<String> allowed) {
    public Expected {
        allowed = List.copyOf(allowed);
    }

    /** Expects a value to be this. */
    public static Expected be(String noun) {
        return be(noun, List.of());
    }

    /** Expects a value to be this; the noun lists these options. */
    public static Expected be(String noun, List<String> allowed) {
        return new Expected("be " + noun, noun, allowed);
    }

    /** Expects one of these values, or the value itself if there is only one. */
    public static Expected oneOf(List<String> allowed) {
        return be(allowed.size() == 1 ? allowed.get(0) : "one of " + String.join(", ", allowed), allowed);
    }

    /** Expects a value to do this. */
    public static Expected to(String text) {
        return to(text, List.of());
    }

    /** Expects a value to do this; the text lists these options. */
    public static Expected to(String text, List<String> allowed) {
        return new Expected(text, null, allowed);
    }

    /** The option that was probably meant; null if none is close to the value. */
    public @Nullable String nearest(JsonNode value) {
        return value.isValueNode() ? Spelling.nearest(value.asText(), allowed).orElse(null) : null;
    }
}
