package dev.understudy.api;

import org.jspecify.annotations.Nullable;

/**
 * What keeps a text from being JSON: the first thing that a parser stops at.
 *
 * @param place where it stands
 * @param expected completes "must …", as in {@code be a comma or ]}
 * @param got completes "was …"
 * @param hint how to correct it; null if nothing is known
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
