package dev.understudy.openapi.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Fault;
import dev.understudy.api.Pointers;
import dev.understudy.api.Position;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
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
    private static final Limits OURS = new Limits(4 << 20, 100, 500_000);
    private static final Limits OF_OTHERS = new Limits(Bounds.FILE, Bounds.DEPTH, Bounds.VALUES);
    private static final int MAX_DIGITS = 100;
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private final String source;
    private final Limits limits;
    private final boolean placing;
    private final Map<String, Position> positions = new HashMap<>();
    private final List<Note> found = new ArrayList<>();
    private int nodes;

    /** @param placing whether the places of all values are kept */
    private YamlReader(String source, Limits limits, boolean placing) {
        this.source = source;
        this.limits = limits;
        this.placing = placing;
    }

    private record Limits(int codePoints, int depth, int nodes) {}

    /** A reader of a file of ours: a contract that is built in, options, rules. */
    public static YamlReader strict(String source) {
        return new YamlReader(source, OURS, true);
    }

    /** Where the values of the file stand. */
    public static Map<String, Position> positions(String source, byte[] bytes) {
        var reader = new YamlReader(source, OURS, true);
        reader.value(reader.composed(reader.decoded(bytes)), "", 0);
        return reader.positions;
    }

    /** A reader of a brought file: a key that is there twice is noted, and files are larger. */
    static YamlReader tolerant(String source) {
        return new YamlReader(source, OF_OTHERS, false);
    }

    public JsonNode tree(String text) {
        return value(composed(text), "", 0);
    }

    /** What is wrong, though it can be read. */
    List<Note> found() {
        return found;
    }

    static boolean isYaml(String source, String text) {
        try {
            tolerant(source).composed(text);
            return true;
        } catch (ContractException e) {
            return false;
        }
    }

    /** Where these values stand, and where their parents do; what is not there is left out. */
    static Map<String, Position> positions(String source, String text, Collection<String> pointers) {
        var reader = new YamlReader(source, OF_OTHERS, false);
        reader.locate(reader.composed(text), new PointerTree(pointers), "");
        return reader.positions;
    }

    /** Where the values that were read stand, by their pointers. */
    public Map<String, Position> positions() {
        return positions;
    }

    private void locate(Node node, PointerTree wanted, String pointer) {
        positions.putIfAbsent(pointer, position(node.getStartMark()));
        if (wanted.isLeaf()) {
            return;
        }
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
                PointerTree below = wanted.below(key);
                if (isMerge(entry)) {
                    locate(entry.getValueNode(), wanted, pointer);
                } else if (below != null) {
                    String child = Pointers.child(pointer, key);
                    positions.put(child, position(entry.getKeyNode().getStartMark()));
                    locate(entry.getValueNode(), below, child);
                }
            }
        } else if (node instanceof SequenceNode sequence) {
            for (int i = 0; i < sequence.getValue().size(); i++) {
                PointerTree below = wanted.below(Integer.toString(i));
                if (below != null) {
                    locate(sequence.getValue().get(i), below, Pointers.child(pointer, i));
                }
            }
        }
    }

    /** {@code <<: *other}, of YAML 1.1, which documents still use. */
    private static boolean isMerge(NodeTuple entry) {
        return entry.getKeyNode() instanceof ScalarNode key
                && key.isPlain()
                && key.getValue().equals("<<")
                && entry.getValueNode() instanceof MappingNode;
    }

    /** The characters of the file, without a byte order mark. */
    public static String text(String source, byte[] bytes) {
        return new YamlReader(source, OURS, true).decoded(bytes);
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
                .setCodePointLimit(limits.codePoints())
                // What they unfold to is bounded anyway.
                .setMaxAliasesForCollections(limits == OURS ? 50 : limits.nodes())
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
            throw fault(new Position(1, 1), "nests deeper than " + limits.depth() + " levels");
        }
    }

    private JsonNode value(Node node, String pointer, int depth) {
        Position position = position(node.getStartMark());
        remember(pointer, position);
        if (depth > limits.depth()) {
            throw fault(position, "nests deeper than " + limits.depth() + " levels");
        }
        if (++nodes > limits.nodes()) {
            throw fault(position, "holds more than " + limits.nodes() + " values, aliases unfolded");
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
        var merged = new ArrayList<ObjectNode>();
        for (NodeTuple entry : mapping.getValue()) {
            Position position = position(entry.getKeyNode().getStartMark());
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw fault(position, "a key must be plain text");
            }
            String child = Pointers.child(pointer, key.getValue());
            remember(child, position);
            JsonNode value = value(entry.getValueNode(), child, depth + 1);
            if (limits == OF_OTHERS && isMerge(entry)) {
                merged.add((ObjectNode) value);
                continue;
            }
            if (object.has(key.getValue()) && limits == OURS) {
                throw fault(position, "the key \"" + key.getValue() + "\" is there twice");
            } else if (object.has(key.getValue())) {
                found.add(Notes.duplicateKey(key.getValue(), child, new Place(source, position)));
            }
            object.set(key.getValue(), value);
        }
        merged.forEach(other -> other.properties().forEach(each -> object.putIfAbsent(each.getKey(), each.getValue())));
        return object;
    }

    private void remember(String pointer, Position position) {
        if (placing) {
            positions.putIfAbsent(pointer, position);
        }
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
            return Decimals.of(text).<JsonNode>map(NODES::numberNode).orElseThrow(() -> fault(position, Decimals.VAST));
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
