package dev.understudy.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Fault;
import dev.understudy.api.Pointers;
import dev.understudy.api.Position;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads YAML 1.2 (core schema), and JSON as the part of YAML that it is, into a tree that remembers where each value
 * stood. Size, depth and what aliases unfold to are bounded, so that a small file cannot fill the memory.
 */
public final class YamlReader {
    private static final int MAX_CODE_POINTS = 4 << 20;
    private static final int MAX_DEPTH = 100;
    private static final int MAX_NODES = 500_000;
    private static final int MAX_DIGITS = 100;
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private final String source;
    private final Map<String, Position> positions = new HashMap<>();
    private int nodes;

    private YamlReader(String source) {
        this.source = source;
    }

    public static Document read(String source, byte[] bytes) {
        var reader = new YamlReader(source);
        String text = reader.decoded(bytes);
        JsonNode root = reader.value(reader.composed(text), "", 0);
        return new Document(source, text, root, () -> reader.positions);
    }

    /** The characters of the file, without a byte order mark. */
    static String text(String source, byte[] bytes) {
        return new YamlReader(source).decoded(bytes);
    }

    private String decoded(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(in)
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            String before = new String(bytes, 0, in.position(), StandardCharsets.UTF_8);
            int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
            int column = before.length() - before.lastIndexOf('\n');
            throw fault(new Position(line, column), "must be UTF-8, was byte 0x%02X".formatted(bytes[in.position()]));
        }
    }

    private Node composed(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source)
                .setSchema(new CoreSchema())
                .setCodePointLimit(MAX_CODE_POINTS)
                .build();
        try {
            Optional<Node> node = new Compose(settings).composeString(text);
            return node.orElseThrow(() -> fault(new Position(1, 1), "is empty, must be an OpenAPI document"));
        } catch (MarkedYamlEngineException e) {
            throw fault(position(e.getProblemMark()), "is no YAML: " + oneLine(e.getProblem()));
        } catch (YamlEngineException e) {
            throw fault(new Position(1, 1), "is no YAML that we read: " + oneLine(String.valueOf(e.getMessage())));
        } catch (StackOverflowError e) {
            // The composer recurses once for each level and has no limit of its own.
            throw fault(new Position(1, 1), "nests deeper than " + MAX_DEPTH + " levels");
        }
    }

    private JsonNode value(Node node, String pointer, int depth) {
        Position position = position(node.getStartMark());
        positions.putIfAbsent(pointer, position);
        if (depth > MAX_DEPTH) {
            throw fault(position, "nests deeper than " + MAX_DEPTH + " levels");
        }
        if (++nodes > MAX_NODES) {
            throw fault(position, "holds more than " + MAX_NODES + " values, aliases unfolded");
        }
        if (node instanceof MappingNode mapping) {
            return object(mapping, pointer, depth);
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = NODES.arrayNode();
            List<Node> items = sequence.getValue();
            for (int i = 0; i < items.size(); i++) {
                array.add(value(items.get(i), Pointers.child(pointer, i), depth + 1));
            }
            return array;
        }
        return scalar((ScalarNode) node, position);
    }

    private ObjectNode object(MappingNode mapping, String pointer, int depth) {
        ObjectNode object = NODES.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
            Position position = position(entry.getKeyNode().getStartMark());
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw fault(position, "a key must be plain text");
            }
            String child = Pointers.child(pointer, key.getValue());
            positions.putIfAbsent(child, position);
            JsonNode value = value(entry.getValueNode(), child, depth + 1);
            if (object.has(key.getValue())) {
                throw fault(position, "the key \"" + key.getValue() + "\" is there twice");
            }
            object.set(key.getValue(), value);
        }
        return object;
    }

    private JsonNode scalar(ScalarNode node, Position position) {
        Tag tag = node.getTag();
        String text = node.getValue();
        if (tag.equals(Tag.STR)) {
            return NODES.textNode(text);
        } else if (tag.equals(Tag.NULL)) {
            return NODES.nullNode();
        } else if (tag.equals(Tag.BOOL)) {
            return NODES.booleanNode(text.equalsIgnoreCase("true"));
        } else if (text.length() > MAX_DIGITS) {
            throw fault(position, "a number must have at most " + MAX_DIGITS + " digits");
        } else if (tag.equals(Tag.INT)) {
            return integer(text);
        } else if (tag.equals(Tag.FLOAT) && text.matches("[-+.0-9eE]+")) {
            return NODES.numberNode(new BigDecimal(text));
        }
        throw fault(position, "\"" + text + "\" is nothing that JSON can hold: put it in quotes");
    }

    private static JsonNode integer(String text) {
        BigInteger value = text.startsWith("0x")
                ? new BigInteger(text.substring(2), 16)
                : text.startsWith("0o") ? new BigInteger(text.substring(2), 8) : new BigInteger(text);
        // The same kinds of numbers that Jackson makes of JSON, or equal values would not be equal.
        if (value.bitLength() < Integer.SIZE) {
            return NODES.numberNode(value.intValue());
        }
        return value.bitLength() < Long.SIZE ? NODES.numberNode(value.longValue()) : NODES.numberNode(value);
    }

    private ContractException fault(Position position, String message) {
        return new ContractException(List.of(new Fault(source, position, message)));
    }

    private static Position position(Optional<Mark> mark) {
        return mark.map(m -> new Position(m.getLine() + 1, m.getColumn() + 1)).orElse(new Position(1, 1));
    }

    private static String oneLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
