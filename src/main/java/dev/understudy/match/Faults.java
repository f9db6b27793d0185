package dev.understudy.match;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Expected;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a pattern, each with its pointer. */
final class Faults {
    private final List<Violation> all = new ArrayList<>();

    boolean any() {
        return !all.isEmpty();
    }

    List<Violation> all() {
        return List.copyOf(all);
    }

    void add(String pointer, String keyword, Expected expected, JsonNode got) {
        add(pointer, keyword, expected, CallPlace.shown(got), null);
    }

    void add(String pointer, String keyword, Expected expected, String got, @Nullable String meant) {
        all.add(new Violation(Place.BODY, "", pointer, keyword, expected, got).suggesting(meant));
    }

    /** What is wrong with a schema, in words. */
    void add(String pointer, String keyword, String sentence) {
        add(pointer, keyword, Expected.be("a JSON Schema"), "one with a fault: " + sentence, null);
    }

    /** An object that has a key which means nothing. */
    void unknown(String pointer, String key, List<String> known, @Nullable String meant) {
        add(pointer, "additionalProperties", Expected.to("have no key but " + String.join(", ", known)), key, meant);
    }
}
