package dev.understudy.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;

/** Reads a text with a single JSON value into a tree, in one loop, and rejects duplicate keys. */
final class JsonTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final ArrayDeque<ContainerNode<?>> around = new ArrayDeque<>(0);

    private JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * The parsed value; a missing node if the text has none.
     *
     * @throws NumberFormatException if the exponent of a number exceeds 32 bits
     */
    static JsonNode read(JsonParser parser) throws IOException, MalformedJson {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return MissingNode.getInstance();
        }
        JsonNode value = new JsonTree(parser).read(first);
        if (parser.nextToken() != null) {
            throw MalformedJson.at(parser, "", Expected.be("JSON"), "another value after the first");
        }
        return value;
    }

    private JsonNode read(JsonToken first) throws IOException, MalformedJson {
        JsonNode whole = value(first);
        ContainerNode<?> here = whole instanceof ContainerNode<?> container ? container : null;
        String key = "";
        while (here != null) {
            JsonToken token = parser.nextToken();
            switch (token) {
                case FIELD_NAME -> key = key((ObjectNode) here);
                case END_OBJECT, END_ARRAY -> here = around.poll();
                default -> here = put(here, key, value(token));
            }
        }
        return whole;
    }

    private String key(ObjectNode object) throws IOException, MalformedJson {
        String key = parser.currentName();
        if (object.has(key)) {
            String pointer = parser.getParsingContext().pathAsPointer().toString();
            throw MalformedJson.at(parser, pointer, Expected.to("be there once"), "there again");
        }
        return key;
    }

    /** Adds a child to the container that is being filled. */
    private ContainerNode<?> put(ContainerNode<?> here, String key, JsonNode value) {
        if (here instanceof ArrayNode array) {
            array.add(value);
        } else {
            ((ObjectNode) here).set(key, value);
        }
        if (value instanceof ContainerNode<?> inner) {
            around.push(here);
            return inner;
        }
        return here;
    }

    /** Creates the node for a token; an object or array is still empty. */
    private JsonNode value(JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> NODES.objectNode();
            case START_ARRAY -> NODES.arrayNode();
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> NumberNodes.read(parser);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }
}
