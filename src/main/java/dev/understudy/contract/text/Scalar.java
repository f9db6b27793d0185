package dev.understudy.contract.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.Json;
import dev.understudy.api.MalformedJson;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The types whose values a parameter can write without JSON around them, in the order in which a text is tried. */
public enum Scalar {
    INTEGER("-?(0|[1-9][0-9]*+)") {
        @Override
        public Optional<JsonNode> read(String text) {
            return isShort(text) ? Optional.of(IntNode.valueOf(Integer.parseInt(text))) : super.read(text);
        }
    },
    NUMBER("-?(0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][+-]?[0-9]++)?"),
    BOOLEAN("true|false"),
    NULL("null"),
    STRING("") {
        @Override
        public Optional<JsonNode> read(String text) {
            return Optional.of(TextNode.valueOf(text));
        }
    };

    /** In digits; all integers of so many fit. */
    private static final int SHORT = 9;

    private final Pattern grammar;

    Scalar(String grammar) {
        this.grammar = Pattern.compile(grammar);
    }

    public static Optional<Scalar> of(String type) {
        return switch (type) {
            case "string", "integer", "number", "boolean", "null" ->
                Optional.of(valueOf(type.toUpperCase(Locale.ROOT)));
            default -> Optional.empty();
        };
    }

    /**
     * Whether this is an integer that needs no parser: a page and a size by themselves are a tenth of a list's call.
     */
    private static boolean isShort(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() == 1 || !text.isEmpty() && text.length() <= SHORT && text.charAt(0) != '0';
    }

    /**
     * The value that the text writes; empty if it writes none of this type. Numbers are the ones that JSON would give.
     */
    public Optional<JsonNode> read(String text) {
        if (!grammar.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(text.getBytes(UTF_8)));
        } catch (MalformedJson e) {
            // A number of more digits, or of a vaster exponent, than we read.
            return Optional.empty();
        }
    }
}
