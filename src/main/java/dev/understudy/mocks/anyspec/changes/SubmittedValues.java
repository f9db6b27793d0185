package dev.understudy.mocks.anyspec.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.bytes.ByteText;
import dev.understudy.mocks.anyspec.collections.Collections;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values that a client gives for a record, without {@code readOnly} properties and bytes. */
record SubmittedValues(Collections collections, List<SchemaView> schemas) {
    /** The record in a body, as a new object. */
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
        Collections collections = task.collections();
        List<SchemaView> schemas = List.of(
                collections.view(task.schema()),
                collections.view(task.collection().item()));
        return new SubmittedValues(collections, schemas).of(object);
    }

    /** The property names in a record that no schema of its collection or of the request has. */
    static Set<String> others(Task task, ObjectNode given) {
        Collections collections = task.collections();
        Set<String> asked = collections.view(task.schema()).properties().keySet();
        Set<String> shown =
                collections.view(task.collection().item()).properties().keySet();
        Set<String> kept =
                collections.view(task.collection().record()).properties().keySet();
        var others = new HashSet<String>();
        for (Map.Entry<String, JsonNode> property : given.properties()) {
            String name = property.getKey();
            if (!asked.contains(name) && !shown.contains(name) && !kept.contains(name)) {
                others.add(name);
            }
        }
        return others;
    }

    private ObjectNode of(ObjectNode object) {
        ObjectNode given = object.objectNode();
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            JsonNode value = property.getValue();
            SubmittedValues inner = at(property.getKey());
            if (!value.isBinary() && !inner.isReadOnly()) {
                given.set(
                        property.getKey(),
                        value instanceof ByteText text ? StorableValues.text(text) : inner.inside(value));
            }
        }
        return given;
    }

    /** The same for the property with this name. */
    private SubmittedValues at(String name) {
        var own = new ArrayList<SchemaView>(schemas.size());
        for (SchemaView schema : schemas) {
            add(schema.properties().getOrDefault(name, ""), own);
        }
        return new SubmittedValues(collections, own);
    }

    private SubmittedValues items() {
        var own = new ArrayList<SchemaView>(schemas.size());
        for (SchemaView schema : schemas) {
            add(schema.items(), own);
        }
        return new SubmittedValues(collections, own);
    }

    private void add(String schema, List<SchemaView> own) {
        if (!schema.isEmpty()) {
            own.add(collections.view(schema));
        }
    }

    private JsonNode inside(JsonNode value) {
        if (value instanceof ObjectNode object) {
            return of(object);
        } else if (value instanceof ArrayNode array) {
            SubmittedValues items = items();
            ArrayNode given = array.arrayNode();
            array.forEach(item -> given.add(items.inside(item)));
            return given;
        }
        return value;
    }

    private boolean isReadOnly() {
        for (SchemaView schema : schemas) {
            if (schema.isReadOnly()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a client cannot give this property: its request does not name it, or must not. */
    static boolean isOurs(Task task, String name) {
        Map<String, String> asked = task.collections().view(task.schema()).properties();
        String own =
                task.collections().view(task.collection().item()).properties().getOrDefault(name, "");
        return task.collections().view(own).isReadOnly() || (!asked.isEmpty() && !asked.containsKey(name));
    }
}
