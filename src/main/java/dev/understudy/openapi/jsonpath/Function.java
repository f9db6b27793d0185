package dev.understudy.openapi.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Set;

/** The functions of a filter (RFC 9535 section 2.4) that need no patterns. */
final class Function {
    private Function() {}

    static boolean isKnown(String name) {
        return Set.of("length", "count", "value").contains(name);
    }

    /** Of a text in characters of Unicode, of an array in elements, of an object in members; nothing of others. */
    static JsonNode length(JsonNode value) {
        if (value.isTextual()) {
            return IntNode.valueOf((int) value.textValue().codePoints().count());
        }
        return value.isContainerNode() ? IntNode.valueOf(value.size()) : MissingNode.getInstance();
    }

    static JsonNode count(List<Located> nodes) {
        return IntNode.valueOf(nodes.size());
    }
}
