package dev.understudy.contract.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.Json;
import dev.understudy.api.MalformedJson;
import dev.understudy.api.Pointers;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.style.Shape;
import dev.understudy.schema.DocumentSchemas;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the item of a schema is among server-sent events: a whole event, if its properties are the fields of one
 * (OpenAPI 3.2.0 section 4.14.4), else the data of an event.
 */
record EventShape(Shape item, DocumentSchemas schemas) {
    static final Set<String> FIELDS = Set.of("event", "data", "id", "retry");

    private boolean isEvent() {
        return item.properties().contains("data") && FIELDS.containsAll(item.properties());
    }

    /**
     * Where the schema is of what the data of an event write as JSON: that of the variant which the event is of. Empty
     * if the document has none.
     */
    Optional<String> content(JsonNode event) {
        return !isEvent() || !event.isObject()
                ? Optional.empty()
                : item.property("data").schemas().stream()
                        .filter(data -> data.resolved().has("contentSchema"))
                        .filter(data -> schemas.at(Pointers.parent(Pointers.parent(data.pointer())))
                                .violations(Place.REPLY, "", event)
                                .isEmpty())
                        .map(data -> data.resolved().at("contentSchema").pointer())
                        .findFirst();
    }

    /** The event of an item: the texts of its fields. */
    void write(JsonNode value, StringBuilder out) {
        if (!isEvent() || !value.isObject()) {
            field("data", text(value), out);
        } else {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                field(field.getKey(), text(field.getValue()), out);
            }
        }
        out.append('\n');
    }

    private static void field(String name, String text, StringBuilder out) {
        text.lines().forEach(line -> out.append(name).append(": ").append(line).append('\n'));
        if (text.isEmpty() || text.endsWith("\n")) {
            out.append(name).append(":\n");
        }
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : new String(Json.write(value), StandardCharsets.UTF_8);
    }

    /** The item of the fields of an event. */
    JsonNode read(Map<String, String> fields) throws MalformedJson {
        if (!isEvent()) {
            return value(fields.getOrDefault("data", ""), item);
        }
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            event.set(field.getKey(), value(field.getValue(), item.property(field.getKey())));
        }
        return event;
    }

    /** JSON, or else a text. */
    private static JsonNode any(String text) {
        try {
            return Json.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedJson e) {
            return TextNode.valueOf(text);
        }
    }

    private static JsonNode value(String text, Shape shape) throws MalformedJson {
        boolean json = shape.isContainer() && (!shape.isScalar() || text.startsWith("{") || text.startsWith("["));
        boolean open = shape.schemas().isEmpty()
                || !shape.isContainer() && shape.leaf().types().isEmpty();
        if (json) {
            return Json.read(text.getBytes(StandardCharsets.UTF_8));
        } else if (open) {
            return any(text);
        }
        return shape.leaf().read(text).orElse(TextNode.valueOf(text));
    }
}
