package dev.understudy.match;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Expected;
import dev.understudy.api.MessageText;
import dev.understudy.api.Pointers;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;

/** Where a value of a call stands. */
record CallPlace(Place place, String name, String pointer) {
    CallPlace child(String key) {
        return new CallPlace(place, name, Pointers.child(pointer, key));
    }

    CallPlace child(int index) {
        return new CallPlace(place, name, Pointers.child(pointer, index));
    }

    /** As in {@code body /title}. */
    String text() {
        return place.word() + (name.isEmpty() ? "" : " \"" + name + "\"") + (pointer.isEmpty() ? "" : " " + pointer);
    }

    /** This value differs from what was expected. */
    Violation differs(String keyword, Expected expected, JsonNode value) {
        return new Violation(place, name, pointer, keyword, expected, shown(value));
    }

    static String shown(JsonNode value) {
        if (value.isMissingNode()) {
            return "missing";
        }
        return value.isBinary() ? "bytes" : MessageText.value(value);
    }
}
