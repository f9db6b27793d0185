package dev.understudy.openapi.overlay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.MessageText;
import dev.understudy.api.Pointers;
import dev.understudy.api.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A list of changes to a document (Overlay Specification 1.0, and 1.1 without {@code copy}). */
public final class Overlay {
    private static final Set<String> KEYS = Set.of("overlay", "info", "extends", "actions");
    private static final Set<String> ACTION_KEYS = Set.of("target", "description", "update", "remove");

    private final JsonNode tree;
    private final List<Problem> problems = new ArrayList<>();

    private Overlay(JsonNode tree) {
        this.tree = tree;
    }

    /**
     * Makes the changes, one after the other, each to what the one before has left.
     *
     * @param tree of the overlay
     * @param root of the document, which is changed
     * @param origins of the values of the document, which are kept right
     * @param number of the overlay, from 1
     * @return what is wrong; the changes that can be made are made
     */
    public static List<Problem> apply(JsonNode tree, ObjectNode root, Origins origins, int number) {
        var overlay = new Overlay(tree);
        overlay.check();
        if (overlay.problems.stream().noneMatch(Problem::fault)) {
            var changes = new Changes(origins, number);
            for (int i = 0; i < tree.path("actions").size() && !changes.isFull(); i++) {
                String pointer = Pointers.child("/actions", i);
                overlay.problems.addAll(new Action(pointer, tree.at(pointer)).apply(root, changes));
            }
        }
        return overlay.problems;
    }

    private void check() {
        JsonNode version = tree.path("overlay");
        JsonNode actions = tree.path("actions");
        if (!tree.isObject() || version.isMissingNode()) {
            fault("", "is no overlay: it has no key \"overlay\"", "write overlay: 1.0.0");
        } else if (!version.asText().matches("1\\.[01](\\..*)?")) {
            fault("/overlay", "must be Overlay 1.0 or 1.1, was " + MessageText.value(version), "");
        } else if (!actions.isArray() || actions.isEmpty()) {
            fault("/actions", "must be a list of actions", "write - target: $.info");
        } else {
            unknown("", tree, KEYS, "overlay");
            for (int i = 0; i < actions.size(); i++) {
                action(Pointers.child("/actions", i), actions.get(i));
            }
        }
    }

    private void action(String pointer, JsonNode action) {
        JsonNode remove = action.path("remove");
        if (!action.path("target").isTextual()) {
            fault(pointer, "must have a \"target\", a JSONPath such as $.info", "");
        } else if (action.has("copy")) {
            fault(Pointers.child(pointer, "copy"), "\"copy\" is not supported", "write the values out by \"update\"");
        } else if (!remove.isMissingNode() && !remove.isBoolean()) {
            fault(Pointers.child(pointer, "remove"), "must be true or false, was " + MessageText.value(remove), "");
        } else if (!action.has("update") && !remove.asBoolean()) {
            fault(pointer, "must have an \"update\", or remove: true", "");
        } else {
            unknown(pointer, action, ACTION_KEYS, "action");
        }
    }

    private void unknown(String pointer, JsonNode object, Set<String> known, String what) {
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            String key = entry.getKey();
            if (!known.contains(key) && !key.startsWith("x-")) {
                String near = Spelling.nearest(key, known)
                        .map(each -> "; " + Spelling.question(each))
                        .orElse("");
                String message = MessageText.text(key) + " is no key of the " + what + " and has no effect" + near;
                problems.add(Problem.hint(Pointers.child(pointer, key), "unknown-key", message, ""));
            }
        }
    }

    private void fault(String pointer, String message, String repair) {
        problems.add(Problem.fault(pointer, message, repair));
    }
}
