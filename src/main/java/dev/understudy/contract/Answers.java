package dev.understudy.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The documented responses of an operation, by status as OpenAPI writes it: {@code 200}, {@code 4XX}, {@code default}.
 *
 * @param successful whether the default means success, as there is nothing else
 */
record Answers(Map<String, Answer> byStatus, boolean successful) {
    Answers(Map<String, Answer> byStatus) {
        this(byStatus, false);
    }

    /** The response of this status: its own, that of its range, or the default. */
    Optional<Answer> of(int status) {
        return Optional.ofNullable(byStatus.get(Integer.toString(status)))
                .or(() -> Optional.ofNullable(byStatus.get(status / 100 + "XX")))
                .or(() -> Optional.ofNullable(byStatus.get("default")));
    }

    List<String> statuses() {
        return List.copyOf(byStatus.keySet());
    }

    /** The media types of what the operation offers when all goes well. */
    List<String> offers() {
        return byStatus.entrySet().stream()
                .filter(entry -> successful || entry.getKey().startsWith("2"))
                .flatMap(entry -> entry.getValue().contents().stream())
                .map(content -> content.type().type())
                .distinct()
                .toList();
    }

    /** The responses that say what went wrong. */
    Map<String, Answer> errors() {
        var errors = new LinkedHashMap<>(byStatus);
        errors.keySet().removeIf(status -> status.matches("[123].*"));
        return errors;
    }
}
