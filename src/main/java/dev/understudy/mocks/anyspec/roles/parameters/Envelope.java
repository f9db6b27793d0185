package dev.understudy.mocks.anyspec.roles.parameters;

import dev.understudy.api.Pointers;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import java.util.List;
import java.util.Map;

/**
 * How an answer holds a list.
 *
 * @param content where the document has the content that holds it
 * @param schema where the schema of the whole is
 * @param items the way to the list: names of properties, none if it is the whole
 * @param record where the schema of a record is
 * @param fields what is around the list
 * @param headers what headers say of it, by their names
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
     * @param path its name, after those of the objects that it is in
     * @param schema what its values are
     * @param needed of each step of the path, whether what it is in must have it
     */
    public record Field(List<String> path, FieldUse use, SchemaView schema, List<Boolean> needed) {
        public Field {
            path = List.copyOf(path);
            needed = List.copyOf(needed);
        }

        /** As a JSON pointer (RFC 6901) into the answer. */
        @Override
        public String toString() {
            return Pointers.of(path);
        }
    }

    /** Whether any field or header says this. */
    public boolean says(FieldUse use) {
        return fields.stream().anyMatch(field -> field.use() == use) || headers.containsValue(use);
    }

    /** The way to the list as a JSON pointer (RFC 6901) into the answer; empty for the whole. */
    public String pointer() {
        return Pointers.of(items);
    }
}
