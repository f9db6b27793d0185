package dev.understudy.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.load.Collection;
import dev.understudy.load.MergePatch;
import java.util.Map;
import java.util.Optional;

/** The merge patch (RFC 7396) that makes one record of another, as a merge file is read. */
final class MergeOf {
    private final Collection rules;

    MergeOf(Collection rules) {
        this.rules = rules;
    }

    /**
     * What has to be merged into the first to have the second; empty if a merge file cannot say it: it takes a key away
     * that is null and may be missing, and has no word for a key that is to be null.
     *
     * @param before an empty object for a record that is new
     */
    Optional<ObjectNode> between(ObjectNode before, ObjectNode after) {
        ObjectNode patch = difference(before, after);
        ObjectNode tried = before.deepCopy();
        var merge = new MergePatch(tried);
        merge.apply(patch);
        merge.removeNulls(rules.check());
        return tried.equals(after) ? Optional.of(patch) : Optional.empty();
    }

    private static ObjectNode difference(ObjectNode before, ObjectNode after) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> property : after.properties()) {
            String key = property.getKey();
            JsonNode was = before.path(key);
            JsonNode is = property.getValue();
            if (was instanceof ObjectNode one && is instanceof ObjectNode other) {
                ObjectNode inner = difference(one, other);
                if (!inner.isEmpty()) {
                    patch.set(key, inner);
                }
            } else if (!was.equals(is)) {
                patch.set(key, is);
            }
        }
        before.fieldNames().forEachRemaining(key -> {
            if (!after.has(key)) {
                patch.putNull(key);
            }
        });
        return patch;
    }
}
