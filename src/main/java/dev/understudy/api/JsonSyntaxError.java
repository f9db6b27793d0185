package dev.understudy.api;

import org.jspecify.annotations.Nullable;

/**
 * The first error in a text that is not valid JSON.
 *
 * @param place where the error is
 * @param expected completes "must …", as in {@code be a comma or ]}
 * @param got completes "was …"
 * @param hint how to correct it; null if there is no hint
 */
public record JsonSyntaxError(Position place, String expected, String got, @Nullable String hint) {
    JsonSyntaxError(Position place, String expected, String got) {
        this(place, expected, got, null);
    }

    JsonSyntaxError at(Position other) {
        return new JsonSyntaxError(other, expected, got, hint);
    }

    JsonSyntaxError hint(String help) {
        return new JsonSyntaxError(place, expected, got, help);
    }
}
