package dev.understudy.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Values as a message shows them: compact JSON, and not too long. */
final class Shown {
    private static final int LONGEST = 60;

    private Shown() {}

    public static String value(JsonNode value) {
        String json = value.toString();
        return json.codePointCount(0, json.length()) > LONGEST
                ? json.substring(0, json.offsetByCodePoints(0, LONGEST)) + "…"
                : json;
    }

    public static String text(String text) {
        return value(TextNode.valueOf(text));
    }
}
