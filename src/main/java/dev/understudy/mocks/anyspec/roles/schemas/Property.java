package dev.understudy.mocks.anyspec.roles.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.understudy.api.Pointers;
import java.util.List;

/**
 * A property of the records of a list, at any depth.
 *
 * @param path its name, preceded by those of its enclosing objects
 * @param schema the schema of its values
 * @param several whether it is a list of such values
 */
public record Property(List<String> path, SchemaView schema, boolean several) {
    public Property {
        path = List.copyOf(path);
    }

    /** Its value in a record, or its values in a list of objects; a missing node if the record has none. */
    public JsonNode of(JsonNode record) {
        JsonNode value = record;
        for (String step : path) {
            value = value.isArray() ? ofEach(value, step) : value.path(step);
        }
        return value.isNull() ? MissingNode.getInstance() : value;
    }

    private static JsonNode ofEach(JsonNode list, String step) {
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        for (JsonNode element : list) {
            if (element.hasNonNull(step)) {
                values.add(element.get(step));
            }
        }
        return values;
    }

    public String plain() {
        return Name.plain(String.join("", path));
    }

    public String plainLeaf() {
        return Name.plain(path.get(path.size() - 1));
    }

    /** Whether it is a date or a time, judging by its format or its name. */
    public boolean isMoment() {
        return schema.isMoment()
                || (!schema.isBoolean() && plainLeaf().matches(".*(date|datetime|timestamp|time|edat|edon)"));
    }

    /** The property as a JSON pointer (RFC 6901) into a record. */
    @Override
    public String toString() {
        return Pointers.of(path);
    }
}
