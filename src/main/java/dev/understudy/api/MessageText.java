package dev.understudy.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.bytes.ByteText;
import java.util.Collection;
import java.util.List;

/**
 * Builds parts of messages: lists of words, and values as compact JSON, shortened if long and without characters that
 * could forge a line in a log.
 */
public final class MessageText {
    private static final int LONGEST = 60;

    private MessageText() {}

    public static String value(JsonNode value) {
        if (value instanceof ByteText text) {
            return text.length() + " characters";
        }
        return json(new String(Json.write(value), UTF_8));
    }

    /** A text that is already JSON, such as a number as it was written. */
    public static String json(String json) {
        return printable(json);
    }

    public static String text(String text) {
        // Half a surrogate pair cannot be encoded in UTF-8; a replacement character is good enough in a message.
        return value(TextNode.valueOf(new String(text.getBytes(UTF_8), UTF_8)));
    }

    /** Joins words as {@code a, b or c}. */
    public static String or(Collection<String> words) {
        return joined(words, " or ");
    }

    /** Joins words as {@code a, b and c}. */
    public static String and(Collection<String> words) {
        return joined(words, " and ");
    }

    private static String joined(Collection<String> words, String last) {
        List<String> list = List.copyOf(words);
        int end = list.size() - 1;
        return list.size() < 2 ? String.join("", list) : String.join(", ", list.subList(0, end)) + last + list.get(end);
    }

    private static String printable(String json) {
        var shown = new StringBuilder();
        int count = 0;
        for (int i = 0; i < json.length(); i += Character.charCount(json.codePointAt(i))) {
            int c = json.codePointAt(i);
            if (++count > LONGEST) {
                return shown.append('…').toString();
            }
            if (hidden(c)) {
                for (char unit : Character.toChars(c)) {
                    shown.append("\\u%04x".formatted((int) unit));
                }
            } else {
                shown.appendCodePoint(c);
            }
        }
        return shown.toString();
    }

    /**
     * Control characters, line and paragraph separators, and invisible characters such as those that change the text
     * direction.
     */
    private static boolean hidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
