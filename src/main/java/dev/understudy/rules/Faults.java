package dev.understudy.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Expected;
import dev.understudy.api.MessageText;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the faults of a rule, with pointers to its values; the note of a fault says what to do. */
final class Faults {
    private final List<Violation> all = new ArrayList<>();

    boolean any() {
        return !all.isEmpty();
    }

    List<Violation> all() {
        return List.copyOf(all);
    }

    void add(String pointer, String keyword, Expected expected, JsonNode got, @Nullable String remedy) {
        add(pointer, keyword, expected, got.isMissingNode() ? "missing" : MessageText.value(got), remedy);
    }

    void add(String pointer, String keyword, Expected expected, String got, @Nullable String remedy) {
        all.add(new Violation(Place.BODY, "", pointer, keyword, expected, got).noting(remedy));
    }

    void addAll(List<Violation> others) {
        all.addAll(others);
    }
}
