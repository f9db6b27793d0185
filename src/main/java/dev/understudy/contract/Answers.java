package dev.understudy.contract;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The documented responses of an operation, by status as OpenAPI writes it: {@code 200}, {@code 4XX}, {@code default}.
 *
 * @param successful whether the default means success, as there is nothing else
 * @param own the same responses of some statuses, with examples that stand beside the document
 */
public record Answers(Map<String, Answer> byStatus, boolean successful, Map<Integer, Answer> own) {
    /** These have no content, whatever a document says (RFC 9110 sections 15.3.5, 15.3.6 and 15.4.5). */
    private static final Set<Integer> WITHOUT_CONTENT = Set.of(204, 205, 304);

    Answers(Map<String, Answer> byStatus) {
        this(byStatus, false);
    }

    Answers(Map<String, Answer> byStatus, boolean successful) {
        this(byStatus, successful, Map.of());
    }

    /** The same, with examples that stand beside the document. */
    Answers with(Map<Integer, Answer> more) {
        return new Answers(byStatus, successful, Map.copyOf(more));
    }

    /** All of them by status, with the examples that stand beside the document. */
    Map<String, Answer> all() {
        var all = new LinkedHashMap<>(byStatus);
        own.forEach((status, answer) -> all.put(Integer.toString(status), answer));
        return all;
    }

    /** The response of this status: its own, that of its range, or the default. */
    public Optional<Answer> of(int status) {
        return Optional.ofNullable(own.get(status))
                .or(() -> Optional.ofNullable(byStatus.get(key(status))))
                .map(answer -> WITHOUT_CONTENT.contains(status) ? answer.withoutContent() : answer);
    }

    /** What the document calls the response of this status: itself, its range, or the default. */
    public String key(int status) {
        String code = Integer.toString(status);
        if (byStatus.containsKey(code)) {
            return code;
        }
        String range = status / 100 + "XX";
        return byStatus.containsKey(range) ? range : "default";
    }

    /** The response of this status, which is documented. */
    public ChosenAnswer chosen(int status) {
        return new ChosenAnswer(status, of(status).orElseThrow());
    }

    /**
     * The response that says that all went well: of the lowest documented status from 200 on, or else from 300 on, or
     * else the default, with 200, or else whatever is there. A range is answered with the status that its name begins
     * with. Empty if there is none that ends an exchange.
     */
    Optional<ChosenAnswer> success() {
        Optional<Integer> status = lowest("2")
                .or(() -> lowest("3"))
                .or(() -> byStatus.containsKey("default") ? Optional.of(200) : lowest("345"));
        return status.map(this::chosen);
    }

    /** The response of this status, if it says what went wrong: a lone default says that all went well. */
    public Optional<Answer> error(int status) {
        boolean alone = lowest("2").or(() -> lowest("3")).isEmpty();
        Answer fallback = byStatus.get("default");
        return of(status).filter(answer -> !alone || answer != fallback);
    }

    private Optional<Integer> lowest(String hundreds) {
        return byStatus.keySet().stream()
                .filter(status -> beginsWithOneOf(hundreds, status))
                // Nobody gets this who did not say what is known already.
                .filter(status -> hundreds.length() > 1 || !status.equals("304"))
                .min(Comparator.naturalOrder())
                .map(status -> status.equals("3XX") ? 302 : Integer.parseInt(status.replace("XX", "00")));
    }

    List<String> statuses() {
        return List.copyOf(byStatus.keySet());
    }

    /** The media types of what the operation offers when all goes well. */
    List<String> offers() {
        return byStatus.entrySet().stream()
                .filter(entry -> successful || entry.getKey().startsWith("2"))
                .flatMap(entry -> entry.getValue().contents().stream())
                .map(Content::mediaType)
                .distinct()
                .toList();
    }

    /** The responses that say what went wrong. */
    Map<String, Answer> errors() {
        var errors = new LinkedHashMap<>(byStatus);
        errors.keySet().removeIf(status -> beginsWithOneOf("123", status));
        return errors;
    }

    private static boolean beginsWithOneOf(String digits, String status) {
        return !status.isEmpty() && digits.indexOf(status.charAt(0)) >= 0;
    }
}
