package dev.understudy.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.MessageText;
import dev.understudy.load.text.FileLocation;
import dev.understudy.load.text.FileRecord;
import dev.understudy.load.text.Finding;
import dev.understudy.load.text.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** All that the merge files of a collection say, by the id of the record that they mean. */
public final class Patches {
    /** The key by which a merge file removes a record. */
    public static final String REMOVE = "$remove";

    /** A hint for those who try it elsewhere. */
    static final String WHERE = "only the merge file of a list removes records";

    private final Collection collection;
    private final Map<String, List<Patch>> patchesOfId = new LinkedHashMap<>();
    private int count;

    Patches(Collection collection) {
        this.collection = collection;
    }

    boolean isEmpty() {
        return patchesOfId.isEmpty();
    }

    /** What is said about this record of a collection, in the order of the layers. */
    List<Patch> on(JsonNode record) {
        return key(record).map(id -> patchesOfId.getOrDefault(id, List.of())).orElse(List.of());
    }

    Map<String, List<Patch>> all() {
        return patchesOfId;
    }

    /** Takes note of what one merge file says, record by record. */
    Consumer<FileRecord> from(Source source, FileReport report) {
        Map<String, FileLocation> seen = new HashMap<>();
        return entry -> {
            JsonNode tree = Objects.requireNonNull(entry.tree());
            Optional<String> id = key(tree);
            FileLocation location = new FileLocation(entry.record(), "");
            if (id.isEmpty()) {
                report.add(noId(location, tree));
                return;
            }
            FileLocation first = seen.putIfAbsent(id.get(), spotOfId(location));
            if (first != null) {
                report.add(Finding.of(
                                spotOfId(location),
                                "unique",
                                "be there once in a merge file",
                                MessageText.text(id.get()))
                        .first(first));
            } else if (removal(location, tree, report)) {
                patchesOfId
                        .computeIfAbsent(id.get(), key -> new ArrayList<>())
                        .add(patch(source, entry.record(), id.get(), (ObjectNode) tree, entry.sound()));
            }
        };
    }

    private Patch patch(Source source, int record, String id, ObjectNode tree, boolean sound) {
        boolean removes = !collection.single() && tree.has(REMOVE);
        ObjectNode bare = JsonNodeFactory.instance.objectNode();
        if (collection.id() != null) {
            // It only says which record is meant, and so changes nothing.
            bare.set(collection.id(), tree.remove(collection.id()));
        }
        return new Patch(source, record, count++, id, bare, tree, removes, sound);
    }

    /** Whether {@code $remove} is not there, or is said as it must be. */
    private boolean removal(FileLocation location, JsonNode tree, FileReport report) {
        if (collection.single() || !tree.has(REMOVE)) {
            return true;
        }
        boolean right = BooleanNode.TRUE.equals(tree.get(REMOVE));
        if (!right) {
            report.add(Finding.of(location.child(REMOVE), "remove", "be true", MessageText.value(tree.get(REMOVE)))
                    .hint("leave it out to keep the record"));
        }
        for (Iterator<String> keys = tree.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!key.equals(REMOVE) && !key.equals(collection.id())) {
                report.add(Finding.of(
                        location.child(key),
                        "additionalProperties",
                        "be left out beside " + REMOVE,
                        MessageText.value(tree.get(key))));
            }
        }
        return right;
    }

    private Finding noId(FileLocation location, JsonNode tree) {
        JsonNode value = tree.get(collection.id());
        return Finding.of(
                        spotOfId(location),
                        value == null ? "required" : "type",
                        value == null ? "be given" : "be an id",
                        value == null ? "missing" : MessageText.value(value))
                .hint("it says which record to change");
    }

    private FileLocation spotOfId(FileLocation location) {
        return collection.id() == null ? location : location.child(collection.id());
    }

    private Optional<String> key(JsonNode record) {
        return collection.single() ? Optional.of("") : collection.idOf(record);
    }
}
