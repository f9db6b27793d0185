package dev.understudy.api.patch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Expected;
import dev.understudy.api.MessageText;
import dev.understudy.api.Pointers;
import dev.understudy.api.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds out in advance why an operation of a JSON Patch would fail on a value (RFC 6902 section 4); the library's
 * messages name neither the place nor what would be valid.
 */
record OperationCheck(JsonNode operation, JsonNode value) {
    private static final List<String> KNOWN = List.of("add", "remove", "replace", "move", "copy", "test");
    private static final Set<String> BRINGING = Set.of("move", "copy");
    private static final Set<String> GIVING = Set.of("add", "replace", "test");
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");

    /** The maximum number of names that a message lists. */
    private static final int NAMED = 5;

    /** In characters; shorter names are similar to too many others. */
    private static final int GUESSED = 3;

    /** What is wrong with the operation; empty if it can be applied. */
    Optional<PatchViolation> flaw() {
        String op = operation.path("op").asText();
        if (!operation.path("op").isTextual() || !KNOWN.contains(op)) {
            String meant = Spelling.nearest(op, KNOWN)
                    .map(word -> "; " + Spelling.question(word))
                    .orElse("");
            return Optional.of(PatchViolation.at(
                    "/op", Expected.be("one of " + String.join(", ", KNOWN) + meant, KNOWN), got("op")));
        }
        return form("path")
                .or(() -> BRINGING.contains(op) ? form("from").or(() -> source("from")) : Optional.empty())
                .or(() -> GIVING.contains(op) && !operation.has("value")
                        ? Optional.of(PatchViolation.at("/value", Expected.be("given"), "missing"))
                        : Optional.empty())
                .or(() -> BRINGING.contains(op) || op.equals("add") ? target() : source("path"))
                .or(() -> whole(op))
                .map(flaw -> flaw.testing(op.equals("test")));
    }

    /** Checks what is forbidden for the whole value, or for a value that is moved. */
    private Optional<PatchViolation> whole(String op) {
        String path = operation.path("path").asText();
        if (op.equals("remove") && path.isEmpty()) {
            return Optional.of(PatchViolation.at("/path", Expected.to("leave something"), "\"\", which is the whole"));
        } else if (op.equals("move") && path.startsWith(operation.path("from").asText() + "/")) {
            return Optional.of(PatchViolation.at(
                    "/path",
                    Expected.to("lie outside of /from, as a value cannot be moved into itself"),
                    MessageText.text(path)));
        } else if (op.equals("test") && !isSame(at(path), operation.path("value"))) {
            return Optional.of(PatchViolation.at(
                    "/value", Expected.be(MessageText.value(at(path))), MessageText.value(operation.path("value"))));
        }
        return Optional.empty();
    }

    private Optional<PatchViolation> form(String key) {
        JsonNode pointer = operation.path(key);
        if (!pointer.isTextual()) {
            return Optional.of(PatchViolation.at("/" + key, Expected.be("a JSON pointer such as /name"), got(key)));
        }
        String text = pointer.textValue();
        if (Pointers.isPointer(text)) {
            return Optional.empty();
        }
        Expected expected = text.startsWith("/")
                ? Expected.to("have its tildes written ~0, and slashes in names ~1 (RFC 6901)")
                : Expected.to("be empty, or begin with a slash (RFC 6901); did you mean \"/" + text + "\"?");
        return Optional.of(PatchViolation.at("/" + key, expected, got(key)));
    }

    private String got(String key) {
        return operation.has(key) ? MessageText.value(operation.path(key)) : "missing";
    }

    /** Checks that a value exists at this pointer. */
    private Optional<PatchViolation> source(String key) {
        return absent(key, steps(operation.path(key).asText()), "lead to a value that is there");
    }

    /** Checks that a value can be put at the target. */
    private Optional<PatchViolation> target() {
        List<String> steps = steps(operation.path("path").asText());
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        List<String> around = steps.subList(0, steps.size() - 1);
        Optional<PatchViolation> flaw = absent("path", around, "lead into a value that is there");
        if (flaw.isPresent()) {
            return flaw;
        }
        JsonNode there = at(Pointers.of(around));
        String last = steps.get(steps.size() - 1);
        if (there.isArray()) {
            boolean place =
                    last.equals("-") || (INDEX.matcher(last).matches() && Integer.parseInt(last) <= there.size());
            return place
                    ? Optional.empty()
                    : wrong("path", "end in an index from 0 to " + there.size() + ", or in - for the end of the list");
        }
        return there.isObject()
                ? Optional.empty()
                : wrong(
                        "path",
                        "lead into an object or a list, and " + named(around) + " is " + MessageText.value(there));
    }

    /** What is wrong with the first step that leads nowhere; empty if all steps lead to a value. */
    private Optional<PatchViolation> absent(String key, List<String> steps, String demand) {
        JsonNode here = value;
        for (int i = 0; i < steps.size(); i++) {
            String step = steps.get(i);
            JsonNode next = here.isArray()
                    ? INDEX.matcher(step).matches() ? here.path(Integer.parseInt(step)) : here.path("")
                    : here.path(step);
            if (next.isMissingNode()) {
                return wrong(key, demand + hint(here, steps.subList(0, i), step));
            }
            here = next;
        }
        return Optional.empty();
    }

    private String hint(JsonNode here, List<String> way, String step) {
        if (here.isArray()) {
            String there = here.isEmpty() ? "no elements" : "elements from 0 to " + (here.size() - 1);
            String end = step.equals("-") ? " (- is the place behind the last)" : "";
            return ", and " + named(way) + " has " + there + end;
        } else if (!here.isObject()) {
            return ", and " + named(way) + " is " + MessageText.value(here);
        }
        var names = new ArrayList<String>();
        here.fieldNames().forEachRemaining(name -> names.add(Pointers.child(Pointers.of(way), name)));
        String wanted = Pointers.child(Pointers.of(way), step);
        return Spelling.nearest(wanted, step.length() < GUESSED ? List.of() : names)
                .map(name -> "; " + Spelling.question(name))
                .orElseGet(() -> names.isEmpty()
                        ? ", and " + named(way) + " has no properties"
                        : ", such as " + MessageText.or(names.subList(0, Math.min(NAMED, names.size()))));
    }

    private static String named(List<String> way) {
        return way.isEmpty() ? "the whole" : Pointers.of(way);
    }

    private Optional<PatchViolation> wrong(String key, String demand) {
        return Optional.of(PatchViolation.at("/" + key, Expected.to(demand), got(key)));
    }

    private static List<String> steps(String pointer) {
        return Stream.of(pointer.split("/", -1))
                .skip(1)
                .map(Pointers::unescaped)
                .toList();
    }

    private JsonNode at(String pointer) {
        return value.at(pointer);
    }

    /** Numbers are compared by value, at any depth (RFC 6902 section 4.6). */
    private static boolean isSame(JsonNode one, JsonNode other) {
        return one.equals(
                (a, b) -> a.isNumber() && b.isNumber()
                        ? a.decimalValue().compareTo(b.decimalValue())
                        : a.equals(b) ? 0 : 1,
                other);
    }
}
