package dev.understudy.openapi.overlay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Pointers;
import dev.understudy.openapi.jsonpath.Located;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Changes a document as the actions of one overlay say. How much they add, and how deep, is bounded. */
final class Changes {
    /** Values that are added, as many as a file may have. */
    private static final int MOST = 2_000_000;

    /** Levels of arrays and objects, as many as a file may have. */
    private static final int DEEPEST = 200;

    private final Origins origins;
    private final int number;
    private int added;
    private long looks = 100_000_000;

    Changes(Origins origins, int number) {
        this.origins = origins;
        this.number = number;
    }

    /** How many values the targets of the actions that are left may look at. */
    long looks() {
        return looks;
    }

    void looked(long count) {
        looks -= count;
    }

    /** Whether no more can be added. */
    boolean isFull() {
        return added > MOST;
    }

    /** Takes values away: the deepest first, whose places are still right then, and of an array the last first. */
    List<Problem> remove(List<Located> found, String action) {
        if (found.stream().anyMatch(each -> each.parent() == null)) {
            return List.of(Problem.fault(action, "the whole document cannot be removed", "name a part of it"));
        }
        found.stream()
                .sorted(Comparator.comparing(Located::depth)
                        .thenComparing(Changes::index)
                        .reversed())
                .forEach(this::remove);
        return List.of();
    }

    private static int index(Located value) {
        Located parent = value.parent();
        return parent != null && parent.value().isArray() ? Integer.parseInt(value.key()) : 0;
    }

    private void remove(Located value) {
        Located parent = value.parent();
        if (parent != null && parent.value() instanceof ArrayNode array) {
            origins.remove(array, parent.pointer(), Integer.parseInt(value.key()));
        } else if (parent != null) {
            origins.remove((ObjectNode) parent.value(), value.key());
        }
    }

    /** Merges into an object, appends to an array, replaces anything else. */
    List<Problem> update(Located target, JsonNode update, String pointer) {
        if (target.depth() + depth(update) > DEEPEST) {
            return List.of(Problem.fault(pointer, "nests the document deeper than " + DEEPEST + " levels", ""));
        }
        if (target.value() instanceof ObjectNode object && update.isObject()) {
            return merge(object, target.pointer(), update, new Origin(number, pointer));
        } else if (target.value() instanceof ArrayNode array) {
            return append(array, target.pointer(), update, new Origin(number, pointer));
        }
        Located parent = target.parent();
        if (parent == null || target.value().isObject() || update.isContainerNode()) {
            String where = target.pointer().isEmpty() ? "the document" : target.pointer();
            return List.of(Problem.fault(
                    pointer,
                    "must be " + what(target.value()) + " as " + where + " is, was " + what(update),
                    "select what is around it"));
        }
        return replace(parent, target.key(), update, new Origin(number, pointer));
    }

    private List<Problem> replace(Located parent, String key, JsonNode update, Origin origin) {
        if (parent.value() instanceof ArrayNode array) {
            origins.set(array, parent.pointer(), Integer.parseInt(key), update.deepCopy(), origin);
        } else {
            origins.set((ObjectNode) parent.value(), key, update.deepCopy(), origin);
        }
        return List.of();
    }

    private List<Problem> merge(ObjectNode target, String place, JsonNode update, Origin origin) {
        for (Map.Entry<String, JsonNode> entry : update.properties()) {
            String key = entry.getKey();
            JsonNode value = entry.getValue();
            JsonNode there = target.path(key);
            List<Problem> problems = List.of();
            if (there.isObject() && value.isObject()) {
                problems = merge((ObjectNode) there, Pointers.child(place, key), value, origin.child(key));
            } else if (there.isArray() && value.isArray()) {
                problems = append((ArrayNode) there, Pointers.child(place, key), value, origin.child(key));
            } else if (there.isContainerNode() && value.isNull()) {
                // A key without anything below it, as the specification's own example has.
                continue;
            } else if (!there.isMissingNode() && (there.isContainerNode() || value.isContainerNode())) {
                problems = List.of(Problem.fault(
                        origin.child(key).pointer(),
                        "must be " + what(there) + " as " + Pointers.child(place, key) + " is, was " + what(value),
                        "remove that by an action before this one"));
            } else {
                problems = counted(value, origin.child(key));
                origins.set(target, key, value.deepCopy(), origin.child(key));
            }
            if (!problems.isEmpty()) {
                return problems;
            }
        }
        return List.of();
    }

    /** One entry, or, as in Overlay 1.1, all of a list. */
    private List<Problem> append(ArrayNode target, String place, JsonNode update, Origin origin) {
        List<Problem> problems = counted(update, origin);
        if (!problems.isEmpty()) {
            return problems;
        }
        if (!update.isArray()) {
            origins.add(target, place, update.deepCopy(), origin);
        }
        for (int i = 0; update.isArray() && i < update.size(); i++) {
            origins.add(target, place, update.get(i).deepCopy(), origin.child(Integer.toString(i)));
        }
        return List.of();
    }

    private List<Problem> counted(JsonNode value, Origin origin) {
        added += size(value);
        return added <= MOST
                ? List.of()
                : List.of(Problem.fault(
                        origin.pointer(), "the overlay adds more than " + MOST + " values", "name fewer places"));
    }

    private static int size(JsonNode value) {
        int size = 1;
        for (JsonNode each : value) {
            size += size(each);
        }
        return size;
    }

    private static int depth(JsonNode value) {
        int depth = 0;
        for (JsonNode each : value) {
            depth = Math.max(depth, 1 + depth(each));
        }
        return depth;
    }

    private static String what(JsonNode value) {
        return value.isObject() ? "an object" : value.isArray() ? "a list" : "a plain value";
    }
}
