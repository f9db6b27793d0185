package dev.understudy.mocks.anyspec.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.bytes.ByteText;
import dev.understudy.api.bytes.Bytes;
import dev.understudy.api.bytes.Upload;
import dev.understudy.api.text.EntityTag;
import java.util.Map;

/** Values of a request without what is there only until its call is answered, such as bytes on the disk. */
final class StorableValues {
    /** Longer bytes are not read into memory to be told apart: their length has to do. */
    private static final long MOST = 16 << 20;

    private StorableValues() {}

    /** The value with a text in the place of all bytes that is the same for the same bytes. */
    static JsonNode storable(JsonNode value) {
        if (value instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            for (Map.Entry<String, JsonNode> property : object.properties()) {
                copy.set(property.getKey(), storable(property.getValue()));
            }
            return copy;
        } else if (value instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(item -> copy.add(storable(item)));
            return copy;
        } else if (value instanceof Upload upload) {
            return storable(upload.content());
        } else if (value instanceof ByteText text) {
            return storable(text.bytes());
        }
        return value;
    }

    private static TextNode storable(Bytes bytes) {
        return TextNode.valueOf(bytes.length() + (bytes.length() > MOST ? "" : EntityTag.of(bytes.whole())));
    }

    /** A text of a request as one that stays; one that is too long for any record is empty. */
    static TextNode text(ByteText text) {
        return TextNode.valueOf(text.length() > MOST ? "" : text.textValue());
    }
}
