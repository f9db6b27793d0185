package dev.understudy.openapi.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.Fault;
import dev.understudy.api.Pointers;
import dev.understudy.api.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A document in JSON, read as a tree and, for the places of a few of its values, read again: a map of all places would
 * be larger than the tree. Depth, and the digits of numbers, are bounded.
 */
final class JsonText {
    private static final int MOST_DIGITS = 100;
    private static final int LONGEST_SHARED = 40;
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Bounds.DEPTH)
                    .maxStringLength(Bounds.FILE)
                    .maxNumberLength(MOST_DIGITS)
                    .build())
            .build();

    private final String name;
    private final String text;
    private final List<Note> found = new ArrayList<>();
    private final Map<String, TextNode> shared = new HashMap<>();

    JsonText(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /** What is wrong, though it can be read. */
    List<Note> found() {
        return found;
    }

    JsonNode tree() {
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            JsonNode tree = value(parser);
            if (parser.nextToken() != null) {
                throw fault(Position.of(parser.currentTokenLocation(), 1), "is no JSON: there is more after the value");
            }
            return tree;
        } catch (JsonProcessingException e) {
            JsonLocation location = e.getLocation();
            Position position = location == null ? Position.START : Position.of(location, 1);
            throw fault(position, "is no JSON that we read: " + oneClause(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw fault(Position.of(parser.currentLocation(), 1), "is no JSON: it ends too early");
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> text(parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(token == JsonToken.VALUE_TRUE);
            case VALUE_NUMBER_FLOAT -> decimal(parser);
            case VALUE_NUMBER_INT -> integer(parser);
            default -> NODES.nullNode();
        };
    }

    private JsonNode decimal(JsonParser parser) throws IOException {
        return Decimals.of(parser.getText())
                .<JsonNode>map(NODES::numberNode)
                .orElseThrow(() -> fault(Position.of(parser.currentTokenLocation(), 1), Decimals.VAST));
    }

    private static JsonNode integer(JsonParser parser) throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    /** Documents repeat words such as "string" a hundred thousand times. */
    private TextNode text(String value) {
        return value.length() > LONGEST_SHARED
                ? TextNode.valueOf(value)
                : shared.computeIfAbsent(value, TextNode::valueOf);
    }

    private ObjectNode object(JsonParser parser) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            if (object.has(key)) {
                Position position = Position.of(parser.currentTokenLocation(), 1);
                String pointer = parser.getParsingContext().pathAsPointer().toString();
                found.add(Notes.duplicateKey(key, pointer, new Place(name, position)));
            }
            parser.nextToken();
            object.set(key, value(parser));
        }
        return object;
    }

    private ArrayNode array(JsonParser parser) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    /** Where these values stand, and where their parents do; what is not there is left out. */
    Map<String, Position> positions(Collection<String> pointers) {
        var wanted = new PointerTree(pointers);
        var positions = new HashMap<String, Position>();
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            positions.put("", Position.of(parser.currentTokenLocation(), 1));
            locate(parser, wanted, "", positions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return positions;
    }

    private static void locate(JsonParser parser, PointerTree wanted, String pointer, Map<String, Position> positions)
            throws IOException {
        boolean object = parser.currentToken() == JsonToken.START_OBJECT;
        if (wanted.isLeaf() || !(object || parser.currentToken() == JsonToken.START_ARRAY)) {
            parser.skipChildren();
            return;
        }
        for (int i = 0; !parser.nextToken().isStructEnd(); i++) {
            String key = object ? parser.currentName() : Integer.toString(i);
            Position position = Position.of(parser.currentTokenLocation(), 1);
            if (object) {
                parser.nextToken();
            }
            PointerTree below = wanted.below(key);
            if (below == null) {
                parser.skipChildren();
            } else {
                String child = Pointers.child(pointer, key);
                positions.put(child, position);
                locate(parser, below, child, positions);
            }
        }
    }

    /** Without what Jackson says about itself. */
    private static String oneClause(String message) {
        return message.lines()
                .findFirst()
                .orElse("")
                .replaceFirst(" \\((start marker|for (Object|Array) starting at).*| \\(`.*", "");
    }

    private ContractException fault(Position position, String message) {
        return new ContractException(List.of(new Fault(name, position, message)));
    }
}
