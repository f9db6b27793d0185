package dev.understudy.contract.correction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Pointers;
import dev.understudy.api.Spelling;
import dev.understudy.api.Violation;
import dev.understudy.openapi.Part;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code x-understudy} at paths and operations, and notes what is wrong with it: each mistake is a fault. */
public final class CorrectionReader {
    /** The key. */
    public static final String KEY = "x-understudy";

    /** What is wrong with it is of this kind. */
    public static final String KIND = "x-understudy";

    /** The keys that a path says for all its operations; the others are for GET. */
    private static final Set<String> SHARED = Set.of("collection", "key", "references");

    private final Set<String> read = new HashSet<>();
    private final Map<String, JsonNode> checked = new HashMap<>();

    /**
     * What is said of an operation.
     *
     * @param path where it may stand for all operations of the path
     * @param method in capitals
     * @param names the parameters of its query
     */
    public Correction correction(Part path, Part operation, String method, Collection<String> names) {
        var entries = new LinkedHashMap<String, Correction.Entry>();
        for (Part part : List.of(path.at(KEY), operation.at(KEY))) {
            if (part.isPresent()) {
                read.add(part.pointer());
                boolean shared = part.pointer().equals(path.at(KEY).pointer());
                for (Map.Entry<String, JsonNode> entry : sound(part).properties()) {
                    if (!shared || isFor(entry, method)) {
                        String pointer = Pointers.child(part.pointer(), entry.getKey());
                        entries.put(entry.getKey(), new Correction.Entry(pointer, entry.getValue()));
                    }
                }
            }
        }
        Correction correction = Correction.of(entries);
        if (!method.equals("POST")) {
            // Of a POST, the body may have them too.
            strangers(operation, correction, names);
        }
        return correction;
    }

    private static boolean isFor(Map.Entry<String, JsonNode> entry, String method) {
        boolean plain =
                entry.getKey().equals("role") && entry.getValue().asText().equals("plain");
        return method.equals("GET") || plain || SHARED.contains(entry.getKey());
    }

    /** What keeps the schema of what stands there; what does not is noted, and left out. */
    private JsonNode sound(Part part) {
        JsonNode known = checked.get(part.pointer());
        if (known != null) {
            return known;
        }
        JsonNode value = spelledOut(part.value());
        List<Violation> violations = CorrectionSchema.violations(value);
        for (Violation violation : violations) {
            String place = violation.pointer().isEmpty() ? "" : " " + violation.pointer();
            String meant = violation.expected().nearest(value.at(violation.pointer()));
            part.document()
                    .part(part.pointer() + violation.pointer())
                    .fault(KIND, KEY + place + " " + violation.demand(), meant == null ? "" : Spelling.question(meant));
        }
        JsonNode sound = without(violations, value);
        checked.put(part.pointer(), sound);
        return sound;
    }

    /** The keys in which nothing is wrong: what they name is looked for all the same. */
    private static JsonNode without(List<Violation> violations, JsonNode value) {
        if (!value.isObject()
                || violations.stream().anyMatch(violation -> violation.pointer().isEmpty())) {
            return violations.isEmpty() ? value : JsonNodeFactory.instance.objectNode();
        }
        ObjectNode sound = value.deepCopy();
        violations.forEach(
                violation -> sound.remove(Pointers.unescaped(violation.pointer().split("/", -1)[1])));
        return sound;
    }

    /** One word alone is a role, and one word for a parameter is what it does. */
    private static JsonNode spelledOut(JsonNode value) {
        if (value.isTextual()) {
            return JsonNodeFactory.instance.objectNode().set("role", value);
        }
        JsonNode spelled = value.deepCopy();
        if (spelled.path("parameters") instanceof ObjectNode parameters) {
            parameters.properties().forEach(entry -> {
                if (entry.getValue().isTextual()) {
                    entry.setValue(parameters.objectNode().set("does", entry.getValue()));
                }
            });
        }
        return spelled;
    }

    /**
     * Notes where it stands and has no effect: anywhere but in a path or an operation.
     *
     * @param elsewhere the pointers of those that somebody else has read
     */
    public void misplaced(Part root, Set<String> elsewhere) {
        read.addAll(elsewhere);
        misplaced(root, root.value(), new ArrayDeque<>());
    }

    private void misplaced(Part root, JsonNode value, Deque<String> path) {
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            path.addLast(entry.getKey());
            if (entry.getKey().equals(KEY)) {
                misplaced(root, path);
            } else if (entry.getValue().isContainerNode()) {
                misplaced(root, entry.getValue(), path);
            }
            path.removeLast();
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            path.addLast(Integer.toString(i));
            misplaced(root, value.get(i), path);
            path.removeLast();
        }
    }

    private void misplaced(Part root, Deque<String> path) {
        String pointer = Pointers.of(path);
        if (!read.contains(pointer)) {
            root.document().part(pointer).hint(KIND, KEY + " has no effect here", "write it in a path or an operation");
        }
    }

    /** Parameters that the operation does not have. */
    private static void strangers(Part operation, Correction correction, Collection<String> names) {
        correction
                .entry("parameters")
                .ifPresent(entry -> entry.value().fieldNames().forEachRemaining(name -> {
                    if (!names.contains(name)) {
                        String meant = Spelling.nearest(name, names)
                                .map(near -> Spelling.question(near))
                                .orElse(names.isEmpty() ? "" : "name one of " + String.join(", ", names));
                        operation
                                .document()
                                .part(Pointers.child(entry.pointer(), name))
                                .fault(KIND, "the query has no parameter \"" + name + "\"", meant);
                    }
                }));
    }
}
