package dev.understudy.load.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.MessageText;
import dev.understudy.api.NumberNodes;
import dev.understudy.api.Position;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.function.Consumer;

/**
 * Reads one record to a tree, and goes on where a parser would stop: at keys twice, broken characters, endless numbers.
 */
final class TreeReader {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LARGEST_EXPONENT = 308;

    private final JsonParser parser;
    private final Form form;
    private final Consumer<Finding> findings;
    private final ArrayDeque<ContainerNode<?>> around = new ArrayDeque<>();
    private int record;
    private boolean checkable = true;
    private boolean moments;

    TreeReader(JsonParser parser, Form form, Consumer<Finding> findings) {
        this.parser = parser;
        this.form = form;
        this.findings = findings;
    }

    /** Whether the last tree is fit for a schema: a number of a billion digits would keep it busy for ever. */
    boolean isCheckable() {
        return checkable;
    }

    /** Whether there is a text in it that looks like {@code @today+3d}. */
    boolean hasMoments() {
        return moments;
    }

    /**
     * The object whose first brace the parser is behind. Read in one loop, since a compiler unfolds methods that call
     * each other again and again: that took two seconds of its time at a start with many records.
     */
    ObjectNode read(int number) throws IOException {
        record = number;
        checkable = true;
        moments = false;
        ObjectNode whole = NODES.objectNode();
        ContainerNode<?> here = whole;
        String key = "";
        while (here != null) {
            JsonToken token = parser.nextToken();
            switch (token) {
                case FIELD_NAME -> {
                    key = parser.currentName();
                    check(key, (ObjectNode) here);
                }
                case END_OBJECT, END_ARRAY -> here = around.poll();
                default -> {
                    JsonNode value = value(token);
                    put(here, key, value);
                    if (value instanceof ContainerNode<?> inner) {
                        around.push(here);
                        here = inner;
                    }
                }
            }
        }
        return whole;
    }

    /** An object or array is empty yet. */
    private JsonNode value(JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> NODES.objectNode();
            case START_ARRAY -> NODES.arrayNode();
            case VALUE_STRING -> NODES.textNode(text());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private static void put(ContainerNode<?> container, String key, JsonNode value) {
        if (container instanceof ArrayNode array) {
            array.add(value);
        } else {
            ((ObjectNode) container).set(key, value);
        }
    }

    private void check(String key, ObjectNode object) {
        if (object.has(key)) {
            found("duplicate", "be there once", "there again");
        }
        if (hasLoneSurrogate(key)) {
            found("surrogate", "hold whole characters", "half of one");
        }
    }

    private String text() throws IOException {
        String text = parser.getText();
        if (hasLoneSurrogate(text)) {
            found("surrogate", "hold whole characters", "half of one");
        }
        moments |= RelativeDates.isOne(text);
        return text;
    }

    private JsonNode number() throws IOException {
        try {
            NumericNode number = NumberNodes.read(parser);
            if (isBounded(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Its exponent is vaster than any that a number can have.
        }
        checkable = false;
        found("number", "be a number between 1e-308 and 1e308", MessageText.json(parser.getText()));
        return NODES.nullNode();
    }

    private static boolean isBounded(NumericNode number) {
        if (number.isInt() || number.isLong()) {
            return true;
        }
        BigDecimal decimal = number.decimalValue();
        return Math.abs((long) decimal.precision() - decimal.scale() - 1) <= LARGEST_EXPONENT;
    }

    private void found(String rule, String expected, String got) {
        // The pointer is made only now: most records are sound.
        String pointer = parser.getParsingContext().pathAsPointer().toString();
        FileLocation location = new FileLocation(record, form.insideRecord(pointer));
        findings.accept(Finding.of(location, rule, expected, got)
                .at(Position.of(parser.currentTokenLocation(), form.firstLine(record))));
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
