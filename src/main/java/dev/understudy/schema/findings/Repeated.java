package dev.understudy.schema.findings;

import dev.understudy.openapi.Part;
import java.util.LinkedHashMap;
import java.util.Map;

/** Hints that a document deserves a hundred times over: each is given once, at the first place, with the number. */
final class Repeated {
    private final Map<String, Hint> hints = new LinkedHashMap<>();

    private static final class Hint {
        private final Part first;
        private final String kind;
        private final String message;
        private final String repair;
        private int count;

        private Hint(Part first, String kind, String message, String repair) {
            this.first = first;
            this.kind = kind;
            this.message = message;
            this.repair = repair;
        }
    }

    void add(Part part, String kind, String message, String repair) {
        hints.computeIfAbsent(message, any -> new Hint(part, kind, message, repair)).count++;
    }

    void note() {
        for (Hint hint : hints.values()) {
            String times = hint.count == 1 ? "" : " (" + hint.count + " times in this document)";
            hint.first.hint(hint.kind, hint.message + times, hint.repair);
        }
    }
}
