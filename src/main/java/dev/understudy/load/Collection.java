package dev.understudy.load;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Pointers;
import dev.understudy.api.Violation;
import dev.understudy.load.text.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a collection before it is read: where its file lies and what its records must keep.
 *
 * @param path the file below a fixture folder without its ending, as in {@code exante/work-tasks/work-tasks}
 * @param id the property that tells records apart; null where records have none
 * @param keys pointers of the values that tell records apart together, where {@code id} alone does not; none if nothing
 *     does
 * @param single whether the file holds one object instead of an array of records
 * @param references properties whose values must be ids of a record in the named collection (a path)
 * @param acyclic the property whose references may not lead back to their own record; null if none
 * @param unique array properties, and the property of their elements that may not repeat inside a record
 * @param check what a record breaks of its schema; empty when it keeps it
 * @param moments for a pointer into a record, a sample of how a moment is written there; empty where none stands
 */
public record Collection(
        String path,
        @Nullable String id,
        List<String> keys,
        boolean single,
        Map<String, String> references,
        @Nullable String acyclic,
        Map<String, String> unique,
        Function<JsonNode, List<Violation>> check,
        Function<String, Optional<String>> moments) {
    public Collection {
        keys = List.copyOf(keys);
        references = Map.copyOf(references);
        unique = Map.copyOf(unique);
    }

    /** One whose records nothing but an id tells apart. */
    public Collection(
            String path,
            @Nullable String id,
            boolean single,
            Map<String, String> references,
            @Nullable String acyclic,
            Map<String, String> unique,
            Function<JsonNode, List<Violation>> check,
            Function<String, Optional<String>> moments) {
        this(path, id, List.of(), single, references, acyclic, unique, check, moments);
    }

    /** How its records may lie in a file. */
    List<Form> forms() {
        return single ? List.of(Form.SINGLE) : List.of(Form.ARRAY, Form.LINES);
    }

    /** How changes to its records may lie in a file; without an id nobody can say which record is meant. */
    List<Form> mergeForms() {
        return single || id != null ? forms() : List.of();
    }

    /** What tells this record apart in a message and in a merge; empty if it has no id, or one that cannot be one. */
    public Optional<String> idOf(JsonNode record) {
        if (id != null) {
            return isId(record.path(id)) ? Optional.of(record.path(id).asText()) : Optional.empty();
        }
        List<JsonNode> values = keys.stream().map(record::at).toList();
        return !values.isEmpty() && values.stream().allMatch(Collection::isId)
                ? Optional.of(values.stream().map(JsonNode::asText).collect(joining("/")))
                : Optional.empty();
    }

    private static boolean isId(JsonNode value) {
        return value.isTextual() || value.isIntegralNumber();
    }

    /** Where in a record a message about its id points; empty if it has none. */
    public Optional<String> placeOfId() {
        return id != null ? Optional.of(Pointers.child("", id)) : keys.stream().reduce((first, second) -> second);
    }
}
