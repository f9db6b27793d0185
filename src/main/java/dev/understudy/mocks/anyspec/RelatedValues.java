package dev.understudy.mocks.anyspec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Copies values of a record into a message about it, for properties with the same names. */
final class RelatedValues {
    /** These properties describe the message, not the record. */
    private static final Set<String> OF_THE_MESSAGE = Set.of("type", "event", "kind", "object", "action");

    /** An object in a message counts as the record only if they share at least this many names. */
    private static final int SHARED = 2;

    private static final int DEEPEST = 6;

    private final JsonNode record;
    private final JsonNode message;
    private final Predicate<JsonNode> admits;

    private RelatedValues(JsonNode record, JsonNode message, Predicate<JsonNode> admits) {
        this.record = record;
        this.message = message;
        this.admits = admits;
    }

    /**
     * The message with values of the record.
     *
     * @param admits tests whether a message is valid; a value that would make it invalid is not copied
     */
    static JsonNode to(JsonNode record, JsonNode message, Predicate<JsonNode> admits) {
        if (!record.isObject() || !message.isObject()) {
            return message;
        }
        var related = new RelatedValues(record, message.deepCopy(), admits);
        related.object((ObjectNode) related.message, 1, 0);
        return related.message;
    }

    private void object(ObjectNode object, int shared, int depth) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        names.removeIf(
                name -> OF_THE_MESSAGE.contains(name) || record.path(name).isMissingNode());
        if (names.size() >= shared) {
            names.forEach(name -> set(object, name));
        }
        List<Map.Entry<String, JsonNode>> others = new ArrayList<>(object.properties());
        for (Map.Entry<String, JsonNode> property : others) {
            if (depth < DEEPEST
                    && property.getValue() instanceof ObjectNode inner
                    && !names.contains(property.getKey())) {
                object(inner, SHARED, depth + 1);
            }
        }
    }

    private void set(ObjectNode object, String name) {
        JsonNode before = object.path(name);
        JsonNode value = record.path(name);
        if (!before.equals(value)) {
            object.set(name, value);
            if (!admits.test(message)) {
                object.set(name, before);
            }
        }
    }
}
