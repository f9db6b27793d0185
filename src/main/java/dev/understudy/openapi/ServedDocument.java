package dev.understudy.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** A contract as its readers get it: without the schemas of the fixtures, and without what only those use. */
public final class ServedDocument {
    private static final String SCHEMAS = "#/components/schemas/";

    private final Document document;
    private final Set<String> hidden;
    private final JsonNode tree;

    public ServedDocument(Document document) {
        this.document = document;
        this.hidden = hidden(document.tree());
        this.tree = document.tree().deepCopy();
        if (tree.at("/components/schemas") instanceof ObjectNode schemas) {
            schemas.remove(hidden);
        }
    }

    public byte[] json() {
        try {
            return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(tree);
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
        return written();
    }

    private byte[] written() {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(120)
                .setIndent(2)
                .build();
        Object plain = new ObjectMapper().convertValue(tree, Object.class);
        return new Dump(settings).dumpToString(plain).getBytes(UTF_8);
    }

    /** Leaves out the lines from the key of a hidden schema to the next line that is not indented deeper. */
    private String cut() {
        List<String> lines = document.text().lines().toList();
        var removed = new HashSet<Integer>();
        for (String name : hidden) {
            Position key = document.position(Pointers.child("/components/schemas", name));
            int line = key.line() - 1;
            removed.add(line++);
            while (line < lines.size() && (lines.get(line).isBlank() || indent(lines.get(line)) >= key.column())) {
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

    private static Set<String> hidden(JsonNode root) {
        var uses = new HashMap<String, Set<String>>();
        root.at("/components/schemas")
                .fields()
                .forEachRemaining(entry -> uses.put(entry.getKey(), used(entry.getValue())));
        var fixtures = new HashSet<String>();
        root.at("/components/schemas").fields().forEachRemaining(entry -> {
            if (entry.getValue().has("x-fixture")) {
                fixtures.add(entry.getKey());
            }
        });
        JsonNode others = root.deepCopy();
        if (others.path("components") instanceof ObjectNode components) {
            components.remove("schemas");
        }
        Set<String> shown = reachable(used(others), uses);
        Set<String> hidden = reachable(fixtures, uses);
        hidden.removeIf(name -> shown.contains(name) && !fixtures.contains(name));
        return hidden;
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
