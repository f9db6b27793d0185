package dev.understudy.contract;

import dev.understudy.api.Expected;
import dev.understudy.api.MessageText;
import dev.understudy.api.Preference;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.text.Accept;
import dev.understudy.contract.text.PreferHeader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answer that a request asks for by the header Prefer, and what of it the operation does not have. */
record Preferred(Preference preference, ChosenAnswer answer, List<Violation> violations) {
    static final String HEADER = "Prefer";

    /** The preference of a request; other tokens than ours belong to the contract and are passed over. */
    static Preferred of(Operation operation, List<String> lines) {
        Answers answers = operation.answers();
        ChosenAnswer success = operation.success().orElseThrow();
        if (lines.isEmpty()) {
            return new Preferred(Preference.NONE, success, List.of());
        }
        Map<String, String> read = PreferHeader.read(lines);
        var violations = new ArrayList<Violation>();
        Integer code = code(read.get("code"), answers, violations);
        ChosenAnswer answer = code == null ? success : answers.chosen(code);
        String example = read.get("example");
        if (example != null) {
            example(example, answer, answers).ifPresent(violations::add);
        }
        boolean dynamic = dynamic(read.get("dynamic"), violations);
        Long seed = seed(read.get("seed"), violations);
        return new Preferred(new Preference(code, example, dynamic, seed), answer, violations);
    }

    /** The documented media type that the client likes best; the empty text where the answer has no content. */
    Optional<String> produces(List<String> accepted) {
        List<Content> offered = offered();
        if (offered.isEmpty()) {
            return Optional.of("");
        } else if (offered.size() == 1 && accepted.isEmpty()) {
            return Optional.of(offered.get(0).mediaType());
        }
        var types = new LinkedHashMap<String, Content>();
        offered.forEach(content -> types.putIfAbsent(content.sentAs(), content));
        return Accept.of(accepted)
                .best(List.copyOf(types.keySet()))
                .map(types::get)
                .or(this::anyway)
                .map(Content::mediaType);
    }

    /** An error is sent though the client did not ask for its type (RFC 9110 section 15.5.7), and so is any type. */
    private Optional<Content> anyway() {
        return offered().stream()
                .filter(content -> answer.status() >= 400 || content.mediaType().equals("*/*"))
                .findFirst();
    }

    /** The media types that the answer can be had in. */
    List<String> offers() {
        return offered().stream().map(Content::sentAs).distinct().toList();
    }

    /** The contents that can have a value, and the example that is asked for; all of them if none does. */
    private List<Content> offered() {
        List<Content> contents = answer.answer().offered();
        if (contents.size() <= 1) {
            return contents;
        }
        List<Content> fitting = contents.stream()
                .filter(content -> preference.example() == null
                        || content.example(preference.example()).isPresent())
                .toList();
        return fitting.isEmpty() ? contents : fitting;
    }

    private static @Nullable Integer code(@Nullable String code, Answers answers, List<Violation> violations) {
        if (code == null) {
            return null;
        }
        if (code.matches("[2-5]\\d\\d") && answers.of(Integer.parseInt(code)).isPresent()) {
            return Integer.valueOf(code);
        }
        List<String> statuses = answers.statuses();
        violations.add(
                violation("ask for a code that is declared: " + MessageText.or(statuses), statuses, "code", code));
        return null;
    }

    private static Optional<Violation> example(String name, ChosenAnswer answer, Answers answers) {
        List<Content> having = answer.answer().contents().stream()
                .filter(content -> content.example(name).isPresent())
                .toList();
        if (!having.isEmpty()) {
            Content content = having.get(0);
            return content.flaw(content.example(name).orElseThrow().value())
                    .map(flaw -> violation(
                            "ask for an example that keeps its schema; in this one " + flaw.message(),
                            List.of(),
                            "example",
                            name));
        }
        List<String> names = names(answer.answer());
        String status = " of the status " + answer.status();
        String expected = names.isEmpty()
                ? "ask for no example" + status + ", as none has a name"
                : "ask for an example" + status + ": " + MessageText.or(names);
        return Optional.of(violation(expected + elsewhere(name, answers), names, "example", name));
    }

    /** Where the example is, for who forgot to ask for its status. */
    private static String elsewhere(String name, Answers answers) {
        List<String> statuses = answers.all().entrySet().stream()
                .filter(entry -> names(entry.getValue()).contains(name))
                .map(Map.Entry::getKey)
                .toList();
        return statuses.isEmpty()
                ? ""
                : " (one of " + MessageText.and(statuses) + " has this name: ask for its code too)";
    }

    private static List<String> names(Answer answer) {
        return answer.contents().stream()
                .flatMap(content -> content.examples().stream())
                .map(Example::name)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static boolean dynamic(@Nullable String dynamic, List<Violation> violations) {
        if (dynamic != null && !dynamic.matches("true|false|")) {
            violations.add(violation("say true or false for dynamic", List.of("true", "false"), "dynamic", dynamic));
        }
        return "true".equals(dynamic) || "".equals(dynamic);
    }

    private static @Nullable Long seed(@Nullable String seed, List<Violation> violations) {
        if (seed == null) {
            return null;
        }
        if (seed.matches("-?\\d{1,18}")) {
            return Long.valueOf(seed);
        }
        violations.add(violation("give a whole number of at most 18 digits as seed", List.of(), "seed", seed));
        return null;
    }

    private static Violation violation(String expected, List<String> allowed, String name, String value) {
        String got = MessageText.text(name + "=" + value);
        return new Violation(Place.HEADER, HEADER, "", "preference", Expected.to(expected, allowed), got);
    }
}
