package dev.understudy.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as JSON. Generated types, texts, numbers, booleans, dates, lists, maps and trees need no mapper, which
 * takes a tenth of a start to load; all other values are left to it.
 */
public class JsonWriter {
    private final JsonGenerator out;

    /** Writes to this generator, and leaves it open. */
    public JsonWriter(JsonGenerator out) {
        this.out = out;
    }

    /** Begins an object. */
    public final void start() throws IOException {
        out.writeStartObject();
    }

    /** Ends the object that was begun last. */
    public final void end() throws IOException {
        out.writeEndObject();
    }

    /** Writes a property of the object; null is a JSON null. */
    public final void required(String key, @Nullable Object value) throws IOException {
        out.writeFieldName(key);
        value(value);
    }

    /** Writes a property of the object, unless the value is null; an empty Optional is a JSON null. */
    public final void optional(String key, @Nullable Object value) throws IOException {
        if (value != null) {
            required(key, value);
        }
    }

    /** Writes a value; null is a JSON null. */
    public final void value(@Nullable Object value) throws IOException {
        if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof JsonWritable writable) {
            writable.write(this);
        } else if (value instanceof List<?> list) {
            list(list);
        } else if (value instanceof JsonNode node) {
            tree(node);
        } else if (value instanceof Map<?, ?> map) {
            map(map);
        } else if (value instanceof Optional<?> optional) {
            value(optional.orElse(null));
        } else {
            scalar(value);
        }
    }

    /** Writes a list. */
    protected void list(List<?> list) throws IOException {
        array(list);
    }

    private void array(Iterable<?> items) throws IOException {
        out.writeStartArray();
        for (Object item : items) {
            value(item);
        }
        out.writeEndArray();
    }

    private void map(Map<?, ?> map) throws IOException {
        start();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            required(entry.getKey().toString(), entry.getValue());
        }
        end();
    }

    private void tree(JsonNode node) throws IOException {
        switch (node.getNodeType()) {
            case OBJECT -> {
                start();
                for (Map.Entry<String, JsonNode> property : node.properties()) {
                    required(property.getKey(), property.getValue());
                }
                end();
            }
            case ARRAY -> array(node);
            case POJO -> value(((POJONode) node).getPojo());
            case BINARY -> out.writeBinary(node.binaryValue());
            case NULL, MISSING -> out.writeNull();
            // None of the others asks for a provider.
            default -> node.serialize(out, null);
        }
    }

    private void scalar(@Nullable Object value) throws IOException {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof Integer number) {
            out.writeNumber(number);
        } else if (value instanceof Long number) {
            out.writeNumber(number);
        } else if (value instanceof BigDecimal number) {
            out.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value instanceof LocalDate date) {
            out.writeString(date.toString());
        } else {
            Json.mapper().writeValue(out, value);
        }
    }
}
