package dev.understudy.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Json;
import dev.understudy.api.Pointers;
import dev.understudy.api.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A contract as its readers get it: without the schemas of the fixtures and what only those use, and without the other
 * spellings of parameters, which would become arguments of their own in a generated client.
 */
public final class ServedDocument {
    private static final String SCHEMAS = "#/components/schemas/";

    private final Document document;

    /** The pointers of what is left out. */
    private final List<String> hidden;

    private final JsonNode tree;

    public ServedDocument(Document document) {
        this.document = document;
        this.hidden = new ArrayList<>(aliases(document.root()));
        hidden(document.tree()).forEach(name -> hidden.add(Pointers.child("/components/schemas", name)));
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

    public byte[] json() {
        return json(tree);
    }

    private static byte[] json(JsonNode value) {
        try {
            return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The author's own text with the hidden schemas cut out; where that cannot be done, the tree written anew. */
    public byte[] yaml() {
        String cut = cut();
        try {
            if (YamlReader.read(document.source(), cut.getBytes(UTF_8)).tree().equals(tree)) {
                return cut.getBytes(UTF_8);
            }
        } catch (ContractException e) {
            // The schemas were not blocks of lines of their own.
        }
        return WrittenYaml.of(tree);
    }

    /** The flat form of the document, for generators that cannot tell variants apart. */
    public byte[] flatJson() {
        return json(FlatForm.of(tree));
    }

    /** The same as YAML. */
    public byte[] flatYaml() {
        return WrittenYaml.of(FlatForm.of(tree));
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

    /** Parameters that are another spelling of one ({@code x-alias-of}); of a list, the last come first. */
    private static List<String> aliases(Part root) {
        var lists = new ArrayList<Part>(List.of(root.at("components").at("parameters")));
        for (Part path : root.at("paths").children()) {
            lists.add(path.at("parameters"));
            path.children().forEach(operation -> lists.add(operation.at("parameters")));
        }
        var aliases = new ArrayList<String>();
        for (Part list : lists) {
            for (Part parameter : list.children()) {
                if (parameter.resolved().has("x-alias-of")) {
                    aliases.add(0, parameter.pointer());
                }
            }
        }
        return aliases;
    }

    private static Set<String> hidden(JsonNode root) {
        var fixtures = new HashSet<String>();
        root.at("/components/schemas").fields().forEachRemaining(entry -> {
            if (entry.getValue().has("x-fixture")) {
                fixtures.add(entry.getKey());
            }
        });
        Set<String> shown = shown(root);
        Set<String> hidden = reachable(fixtures, uses(root));
        hidden.removeIf(name -> shown.contains(name) && !fixtures.contains(name));
        return hidden;
    }

    /** The schemas that anything but schemas leads to. */
    static Set<String> shown(JsonNode root) {
        JsonNode others = root.deepCopy();
        if (others.path("components") instanceof ObjectNode components) {
            components.remove("schemas");
        }
        return reachable(used(others), uses(root));
    }

    private static Map<String, Set<String>> uses(JsonNode root) {
        var uses = new HashMap<String, Set<String>>();
        root.at("/components/schemas").properties().forEach(entry -> uses.put(entry.getKey(), used(entry.getValue())));
        return uses;
    }

    private static Set<String> reachable(Set<String> from, Map<String, Set<String>> uses) {
        var reached = new HashSet<String>();
        var next = new ArrayList<>(from);
        while (!next.isEmpty()) {
            String name = next.remove(next.size() - 1);
            if (reached.add(name)) {
                next.addAll(uses.getOrDefault(name, Set.of()));
            }
        }
        return reached;
    }

    /** The schemas that a value names anywhere, be it by {@code $ref}, by a discriminator or by an extension. */
    private static Set<String> used(JsonNode value) {
        var used = new HashSet<String>();
        if (value.isTextual() && value.textValue().startsWith(SCHEMAS)) {
            used.add(value.textValue().substring(SCHEMAS.length()));
        }
        value.forEach(child -> used.addAll(used(child)));
        return used;
    }
}
