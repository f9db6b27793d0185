package dev.understudy.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Pointers;
import dev.understudy.api.Violation;
import dev.understudy.load.text.FileLocation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Changes a record as RFC 7396 defines it, but for a null at a key that the contract requires: that stays. */
public final class MergePatch {
    private final ObjectNode record;
    private final Set<String> nulls = new LinkedHashSet<>();

    /** @param record is changed in place */
    public MergePatch(ObjectNode record) {
        this.record = record;
    }

    /** Merges these into the record; what is set to null stays until {@link #removeNulls}. */
    public void apply(ObjectNode changes) {
        apply(record, changes, "");
    }

    /**
     * Takes away the keys that were set to null and can be missing. One that cannot would be a fault in any case, and
     * where it may be null, no other way leads there.
     */
    public void removeNulls(Function<JsonNode, List<Violation>> check) {
        // A later change may have given a value to what an earlier one took away.
        List<String> open =
                nulls.stream().filter(pointer -> record.at(pointer).isNull()).toList();
        if (open.isEmpty()) {
            return;
        }
        ObjectNode without = record.deepCopy();
        open.forEach(pointer -> remove(without, pointer));
        Set<String> required = check.apply(without).stream()
                .filter(violation -> violation.keyword().equals("required"))
                .map(Violation::pointer)
                .collect(Collectors.toSet());
        open.stream().filter(pointer -> !required.contains(pointer)).forEach(pointer -> remove(record, pointer));
    }

    private void apply(ObjectNode target, ObjectNode changes, String pointer) {
        changes.properties().forEach(change -> {
            String key = change.getKey();
            String at = Pointers.child(pointer, key);
            if (change.getValue() instanceof ObjectNode inner) {
                apply(target.get(key) instanceof ObjectNode object ? object : target.putObject(key), inner, at);
            } else {
                target.set(key, change.getValue().deepCopy());
                if (change.getValue().isNull()) {
                    nulls.add(at);
                }
            }
        });
    }

    private static void remove(ObjectNode record, String pointer) {
        FileLocation location = new FileLocation(0, pointer);
        if (record.at(location.parent().pointer()) instanceof ObjectNode object) {
            object.remove(location.key());
        }
    }
}
