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

/** Converts values of a request to ones that outlive the call, as bytes on disk do not. */
final class StorableValues {
    /** Longer bytes are not read into memory for comparison: only their length is compared. */
    private static final long MOST = 16 << 20;

    private StorableValues() {}

    /** The value with bytes replaced by texts, which are equal for equal bytes. */
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

    /** A text of a request in storable form; empty if it is too long for any record. */
    static TextNode text(ByteText text) {
        return TextNode.valueOf(text.length() > MOST ? "" : text.textValue());
    }
}
