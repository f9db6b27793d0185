package dev.understudy.mocks.anyspec.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.bytes.ByteText;
import dev.understudy.mocks.anyspec.collections.Collections;
import dev.understudy.mocks.anyspec.roles.SchemaView;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a client gives of a record: nothing of what is {@code readOnly}, and no bytes. */
record Given(Collections collections, List<String> schemas) {
    /** The record in a body, which nobody else has. */
    static ObjectNode of(Task task) {
        JsonNode body = task.call().arguments().body();
        JsonNode record = body == null ? JsonNodeFactory.instance.objectNode() : body;
        for (String step : task.way().orElse(List.of())) {
            record = record.path(step);
        }
        return of(task, record);
    }

    static ObjectNode of(Task task, JsonNode record) {
        if (!(record instanceof ObjectNode object)) {
            return JsonNodeFactory.instance.objectNode();
        }
        ObjectNode given = object.deepCopy();
        new Given(task.collections(), List.of(task.schema(), task.collection().item())).strip(given);
        return given;
    }

    /** The names in a record that no schema of its collection has, nor that of the request. */
    static Set<String> others(Task task, ObjectNode given) {
        var others = new HashSet<String>();
        given.fieldNames().forEachRemaining(others::add);
        List<String> schemas = List.of(
                task.schema(), task.collection().item(), task.collection().record());
        for (String schema : schemas) {
            others.removeAll(task.collections().view(schema).properties().keySet());
        }
        return others;
    }

    private void strip(ObjectNode object) {
        List<SchemaView> views = schemas.stream().map(collections::view).toList();
        var names = new HashSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            List<String> own = views.stream()
                    .map(view -> view.properties().getOrDefault(name, ""))
                    .filter(pointer -> !pointer.isEmpty())
                    .toList();
            JsonNode value = object.path(name);
            if (value.isBinary() || isReadOnly(own)) {
                object.remove(name);
            } else if (value instanceof ByteText text) {
                object.set(name, Lasting.text(text));
            } else {
                new Given(collections, own).inside(value);
            }
        }
    }

    private void inside(JsonNode value) {
        if (value instanceof ObjectNode object) {
            strip(object);
        } else if (value.isArray()) {
            List<String> items = schemas.stream()
                    .map(schema -> collections.view(schema).items())
                    .filter(pointer -> !pointer.isEmpty())
                    .toList();
            value.forEach(item -> new Given(collections, items).inside(item));
        }
    }

    private boolean isReadOnly(List<String> own) {
        return own.stream().anyMatch(schema -> collections.view(schema).isReadOnly());
    }

    /** What of the properties of a record a client cannot give: those that its request does not name, or may not. */
    static boolean isOurs(Task task, String name) {
        Map<String, String> asked = task.collections().view(task.schema()).properties();
        String own =
                task.collections().view(task.collection().item()).properties().getOrDefault(name, "");
        return task.collections().view(own).isReadOnly() || (!asked.isEmpty() && !asked.containsKey(name));
    }
}
