package dev.understudy.journal;

import dev.understudy.api.Violation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Estimates the memory of the parts of a call in bytes, with at most two bytes per character. */
final class Weight {
    private static final int TEXT = 40;
    private static final int VIOLATION = 160;

    private Weight() {}

    static int of(@Nullable String text) {
        return text == null ? 0 : TEXT + 2 * text.length();
    }

    static int of(SentRequest sent) {
        int weight = of(sent.target()) + of(sent.path()) + of(sent.host());
        for (Map.Entry<String, String> header : sent.headers()) {
            weight += 64 + of(header.getKey()) + of(header.getValue());
        }
        return weight;
    }

    static int of(Map<String, String> headers) {
        int weight = 0;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            // Names are constants, or belong to a contract, so they cost nothing extra.
            weight += 64 + of(header.getValue());
        }
        return weight;
    }

    static int of(List<Violation> violations) {
        int weight = 0;
        for (Violation violation : violations) {
            weight += of(violation);
        }
        return weight;
    }

    private static int of(Violation violation) {
        int weight = VIOLATION
                + of(violation.name())
                + of(violation.pointer())
                + of(violation.expected().text())
                + of(violation.got())
                + of(violation.rule())
                + of(violation.suggestion())
                + of(violation.help().note());
        Violation.Spelt spelt = violation.help().spelt();
        return spelt == null ? weight : weight + of(spelt.sent()) + of(spelt.read());
    }
}
