package dev.understudy.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Json;
import dev.understudy.api.Pointers;
import java.util.HashSet;
import java.util.List;

/**
 * A contract as its readers get it: without the schemas of the fixtures and what only those use, and without the other
 * spellings of parameters, which would become arguments of their own in a generated client.
 */
public final class ServedDocument {
    private final Document document;

    /** The pointers of what is left out. */
    private final List<String> hidden;

    private final JsonNode tree;

    public ServedDocument(Document document) {
        this.document = document;
        this.hidden = HiddenParts.of(document.root());
        this.tree = document.tree().deepCopy();
        hidden.forEach(this::remove);
    }

    private void remove(String pointer) {
        JsonNode parent = tree.at(Pointers.parent(pointer));
        if (parent instanceof ArrayNode array) {
            array.remove(Integer.parseInt(Pointers.last(pointer)));
        } else if (parent instanceof ObjectNode object) {
            object.remove(Pointers.last(pointer));
        }
    }

    /** The document as JSON. */
    public byte[] json() {
        return json(tree);
    }

    /** The author's own text with the hidden parts cut out; where that cannot be done, the tree written anew. */
    public byte[] yaml() {
        String cut = cut();
        try {
            if (YamlReader.read(document.source(), cut.getBytes(UTF_8)).tree().equals(tree)) {
                return cut.getBytes(UTF_8);
            }
        } catch (ContractException e) {
            // The hidden parts were not blocks of lines of their own.
        }
        return WrittenYaml.of(tree);
    }

    /** The {@linkplain FlatForm flat form} of the document, for generators that cannot tell variants apart. */
    public byte[] flatJson() {
        return json(FlatForm.of(tree));
    }

    /** The same as YAML. */
    public byte[] flatYaml() {
        return WrittenYaml.of(FlatForm.of(tree));
    }

    private static byte[] json(JsonNode value) {
        try {
            return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Leaves out the lines from the key or the dash of what is hidden to the next line that is not indented deeper. */
    private String cut() {
        List<String> lines = document.text().lines().toList();
        var removed = new HashSet<Integer>();
        for (String pointer : hidden) {
            int line = document.position(pointer).line() - 1;
            int indent = indent(lines.get(line));
            removed.add(line++);
            while (line < lines.size() && (lines.get(line).isBlank() || indent(lines.get(line)) > indent)) {
                removed.add(line++);
            }
        }
        var kept = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            if (!removed.contains(i)) {
                kept.append(lines.get(i)).append('\n');
            }
        }
        return kept.toString();
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
