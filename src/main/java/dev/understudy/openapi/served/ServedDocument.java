package dev.understudy.openapi.served;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Json;
import dev.understudy.api.Pointers;
import dev.understudy.openapi.Document;
import dev.understudy.openapi.Part;
import dev.understudy.openapi.source.ContractException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A contract as its readers get it: with the server that serves it before all others, without the schemas of the
 * fixtures and what only those use, and without the other spellings of parameters, which would become arguments of
 * their own in a generated client.
 */
public final class ServedDocument {
    private final Document document;

    /** The pointers of what is left out. */
    private final List<String> hidden;

    private final FirstServer server;
    private final JsonNode tree;

    /**
     * @param server the address of the server for a list of servers, relative to the one under which the document is
     *     served
     */
    public ServedDocument(Document document, Function<Part, String> server) {
        this.document = document;
        this.hidden = document.isBrought() ? List.of() : HiddenParts.of(document.root());
        this.server = new FirstServer(document.root(), server);
        this.tree = document.tree().deepCopy();
        hidden.forEach(this::remove);
        this.server.addTo(tree);
        if (document.isBrought()) {
            TokenAddress.putInto(tree, document.root());
        }
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

    /** The author's own text as far as it can be changed line by line; where it cannot, the tree written anew. */
    public byte[] yaml() {
        if (document.isBrought()) {
            // Its references may be written anew, and it may be made of many files.
            return WrittenYaml.of(tree);
        }
        String edited = edited();
        try {
            if (Document.read(document.source(), edited.getBytes(UTF_8)).tree().equals(tree)) {
                return edited.getBytes(UTF_8);
            }
        } catch (ContractException e) {
            // What was changed did not stand in lines of its own.
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
    private String edited() {
        List<String> lines = document.text().lines().toList();
        Map<Integer, String> added = server.lines(lines);
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
            kept.append(added.getOrDefault(i, ""));
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
