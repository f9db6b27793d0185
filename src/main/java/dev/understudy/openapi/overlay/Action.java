package dev.understudy.openapi.overlay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.MessageText;
import dev.understudy.api.Pointers;
import dev.understudy.openapi.jsonpath.BadPath;
import dev.understudy.openapi.jsonpath.JsonPath;
import dev.understudy.openapi.jsonpath.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One action of an overlay.
 *
 * @param pointer of the action in the overlay
 */
record Action(String pointer, JsonNode value) {
    /** How many values one target may look at: each value of the largest document twice. */
    private static final long MOST = 4_000_000;

    /** Makes the changes that can be made, and says what is wrong. */
    List<Problem> apply(ObjectNode root, Changes changes) {
        String target = value.path("target").textValue();
        String place = Pointers.child(pointer, "target");
        List<Located> found;
        try {
            long most = Math.min(MOST, changes.looks());
            Optional<JsonPath.Found> all = JsonPath.of(target).find(root, most);
            if (all.isEmpty()) {
                String message = "looks at more than " + most + " values of the document";
                return List.of(Problem.fault(place, message, "name the values more closely"));
            }
            changes.looked(all.get().looks());
            found = distinct(all.get().values());
        } catch (BadPath e) {
            String message = MessageText.text(target) + " is no JSONPath (RFC 9535) that we read: it " + e.message();
            return List.of(Problem.fault(place, message, ""));
        }
        if (found.isEmpty()) {
            String message =
                    "nothing in the document is at " + MessageText.text(target) + ", and the action has no effect";
            return List.of(Problem.hint(place, "overlay-target", message, "correct the target"));
        }
        return value.path("remove").asBoolean() ? changes.remove(found, pointer) : updated(found, changes);
    }

    private List<Problem> updated(List<Located> found, Changes changes) {
        var problems = new ArrayList<Problem>();
        for (Located each : found) {
            problems.addAll(changes.update(each, value.path("update"), Pointers.child(pointer, "update")));
            if (!problems.isEmpty()) {
                // The other ones would say the same.
                return problems;
            }
        }
        return problems;
    }

    /** Each once, though the target names it several times. */
    private static List<Located> distinct(List<Located> all) {
        var seen = new IdentityHashMap<JsonNode, Map<String, Located>>();
        var distinct = new ArrayList<Located>();
        for (Located each : all) {
            Located parent = each.parent();
            JsonNode around = parent == null ? each.value() : parent.value();
            if (seen.computeIfAbsent(around, any -> new HashMap<>()).put(each.key(), each) == null) {
                distinct.add(each);
            }
        }
        return distinct;
    }
}
