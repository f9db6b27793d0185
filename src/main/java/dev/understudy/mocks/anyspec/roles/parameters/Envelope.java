package dev.understudy.mocks.anyspec.roles.parameters;

import dev.understudy.api.Pointers;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import java.util.List;
import java.util.Map;

/**
 * How an answer contains a list.
 *
 * @param content the place of the content with the list in the document
 * @param schema the place of the schema of the whole answer
 * @param items the property names that lead to the list; empty if it is the whole
 * @param record the place of the schema of a record
 * @param fields the fields around the list
 * @param headers the uses of headers about the list, by name
 */
public record Envelope(
        String content,
        String schema,
        List<String> items,
        String record,
        List<Field> fields,
        Map<String, FieldUse> headers) {
    public Envelope {
        items = List.copyOf(items);
        fields = List.copyOf(fields);
    }

    /**
     * A field around the list.
     *
     * @param path its name, preceded by those of its enclosing objects
     * @param schema the schema of its values
     * @param needed for each step of the path, whether it is required
     */
    public record Field(List<String> path, FieldUse use, SchemaView schema, List<Boolean> needed) {
        public Field {
            path = List.copyOf(path);
            needed = List.copyOf(needed);
        }

        /** The field as a JSON pointer (RFC 6901) into the answer. */
        @Override
        public String toString() {
            return Pointers.of(path);
        }
    }

    /** Whether any field or header has this use. */
    public boolean says(FieldUse use) {
        return fields.stream().anyMatch(field -> field.use() == use) || headers.containsValue(use);
    }

    /** The list as a JSON pointer (RFC 6901) into the answer; empty for the whole. */
    public String pointer() {
        return Pointers.of(items);
    }
}
