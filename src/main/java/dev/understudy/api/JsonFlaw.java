package dev.understudy.api;

import org.jspecify.annotations.Nullable;

/**
 * What keeps a text from being JSON: the first thing that a parser stops at.
 *
 * @param place where it stands
 * @param expected completes "must …", as in {@code be a comma or ]}
 * @param got completes "was …"
 * @param hint what may help to mend it; null if nothing is known
 */
public record JsonFlaw(Position place, String expected, String got, @Nullable String hint) {
    JsonFlaw(Position place, String expected, String got) {
        this(place, expected, got, null);
    }

    JsonFlaw at(Position other) {
        return new JsonFlaw(other, expected, got, hint);
    }

    JsonFlaw hint(String help) {
        return new JsonFlaw(place, expected, got, help);
    }
}
