package dev.understudy.openapi.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Pointers;
import org.jspecify.annotations.Nullable;

/**
 * A value and the way to it.
 *
 * @param parent the array or object around it; null for the root
 * @param key its name in an object, or its index in an array; empty for the root
 */
public record Located(@Nullable Located parent, String key, JsonNode value) {
    static Located root(JsonNode value) {
        return new Located(null, "", value);
    }

    Located child(String name, JsonNode below) {
        return new Located(this, name, below);
    }

    /** Its JSON pointer. */
    public String pointer() {
        return parent == null ? "" : Pointers.child(parent.pointer(), key);
    }

    /** How many arrays and objects it is in. */
    public int depth() {
        return parent == null ? 0 : parent.depth() + 1;
    }
}
