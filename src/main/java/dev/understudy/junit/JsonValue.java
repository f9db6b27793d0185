package dev.understudy.junit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Json;
import dev.understudy.api.MalformedJson;
import java.nio.charset.StandardCharsets;

/** A value that is given as JSON text: {@code json("{\"title\": \"Emma\"}")}. */
public final class JsonValue {
    private final JsonNode value;

    private JsonValue(JsonNode value) {
        this.value = value;
    }

    /**
     * Parses JSON.
     *
     * @throws IllegalArgumentException if the text is not JSON; the message has the line and the column
     */
    public static JsonValue json(String text) {
        try {
            return new JsonValue(Json.read(text.getBytes(StandardCharsets.UTF_8)));
        } catch (MalformedJson e) {
            throw new IllegalArgumentException(e.getMessage() + " in " + text, e);
        }
    }

    /** The parsed value, to be written as JSON. */
    @com.fasterxml.jackson.annotation.JsonValue
    JsonNode value() {
        return value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
