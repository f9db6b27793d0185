package dev.understudy.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a value must be or do.
 *
 * @param text completes "must …", as in {@code be at most 100} or {@code have at least 2 items}
 * @param noun what the value must be, as in {@code at most 100}; null where the text asks for anything else
 * @param allowed the options that the text lists; empty where it lists none
 */
public record Expected(String text, @Nullable String noun, List<String> allowed) {
    public Expected {
        allowed = List.copyOf(allowed);
    }

    /** Must be this. */
    public static Expected be(String noun) {
        return be(noun, List.of());
    }

    /** Must be this, in which these options are listed. */
    public static Expected be(String noun, List<String> allowed) {
        return new Expected("be " + noun, noun, allowed);
    }

    /** Must be one of these, or the only one. */
    public static Expected oneOf(List<String> allowed) {
        return be(allowed.size() == 1 ? allowed.get(0) : "one of " + String.join(", ", allowed), allowed);
    }

    /** Must do what the text says. */
    public static Expected to(String text) {
        return to(text, List.of());
    }

    /** Must do what the text says, in which these options are listed. */
    public static Expected to(String text, List<String> allowed) {
        return new Expected(text, null, allowed);
    }

    /** The option that the value was probably meant to be; null if none is near. */
    public @Nullable String nearest(JsonNode value) {
        return value.isValueNode() ? Spelling.nearest(value.asText(), allowed).orElse(null) : null;
    }
}
