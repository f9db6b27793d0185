package dev.understudy.load;

import com.fasterxml.jackson.databind.JsonNode;
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
        boolean single,
        Map<String, String> references,
        @Nullable String acyclic,
        Map<String, String> unique,
        Function<JsonNode, List<Violation>> check,
        Function<String, Optional<String>> moments) {
    public Collection {
        references = Map.copyOf(references);
        unique = Map.copyOf(unique);
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
    Optional<String> idOf(JsonNode record) {
        JsonNode value = id == null ? null : record.get(id);
        return value != null && (value.isTextual() || value.isIntegralNumber())
                ? Optional.of(value.asText())
                : Optional.empty();
    }
}
