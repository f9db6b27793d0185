package dev.understudy.openapi.served;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which of a document's named schemas lead to which. */
final class SchemaUses {
    private static final String SCHEMAS = "#/components/schemas/";

    private final Map<String, Set<String>> uses = new HashMap<>();
    private final Set<String> others;

    SchemaUses(JsonNode root) {
        root.at("/components/schemas").properties().forEach(entry -> uses.put(entry.getKey(), used(entry.getValue())));
        JsonNode rest = root.deepCopy();
        if (rest.path("components") instanceof ObjectNode components) {
            components.remove("schemas");
        }
        others = used(rest);
    }

    /** The schemas that anything but schemas leads to. */
    Set<String> shown() {
        return reachable(others);
    }

    /** These schemas, and all that they lead to. */
    Set<String> reachable(Set<String> from) {
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
