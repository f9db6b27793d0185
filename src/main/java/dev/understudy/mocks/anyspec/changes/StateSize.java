package dev.understudy.mocks.anyspec.changes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.fixture.CollectionKey;
import dev.understudy.fixture.State;
import dev.understudy.mocks.anyspec.collections.Collections;
import dev.understudy.mocks.anyspec.collections.Entry;
import dev.understudy.mocks.anyspec.roles.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much of a contract a state holds that was not loaded. */
record StateSize(int records, long bytes) {
    /** What a value takes beside its text: quotes, a comma, a colon. */
    private static final int AROUND = 4;

    private static final StateSize NOTHING = new StateSize(0, 0);

    private static CollectionKey<StateSize> key(String contract) {
        return CollectionKey.single(contract + "/~held");
    }

    static StateSize of(State state, String contract) {
        return state.set(key(contract)).first(1).stream().findFirst().orElse(NOTHING);
    }

    /** The state, in which that is counted again: some of the records are not there any more. */
    static State again(State state, Collections collections) {
        String contract = collections.contract().name();
        StateSize before = of(state, contract);
        if (before.equals(NOTHING)) {
            return state;
        }
        int records = 0;
        long bytes = 0;
        List<String> changed = state.changed();
        for (Collection collection : collections.all(state)) {
            if (changed.contains(contract + "/" + collection.name())) {
                for (Entry entry : collections.records(collection, state).byPosition()) {
                    records += entry.isChanged() ? 1 : 0;
                    bytes += entry.isChanged() ? weight(entry.data()) : 0;
                }
            }
        }
        for (long file : UploadedFiles.lengths(state, contract)) {
            records++;
            bytes += file;
        }
        return new StateSize(records, bytes).in(state, contract);
    }

    /** The same with a file of so many bytes. */
    StateSize with(long file) {
        return new StateSize(records + 1, bytes + file);
    }

    /** The same with this record in the place of the one before it. */
    StateSize with(Entry entry, @Nullable Entry before) {
        long less = before != null && before.isChanged() ? weight(before.data()) : 0;
        return new StateSize(less > 0 ? records : records + 1, bytes + weight(entry.data()) - less);
    }

    boolean exceeds(ChangeLimits limits) {
        return records > limits.records() || bytes > limits.bytes();
    }

    State in(State state, String contract) {
        return state.put(key(contract), this);
    }

    private static long weight(JsonNode value) {
        long weight = AROUND;
        if (value.isContainerNode()) {
            for (Map.Entry<String, JsonNode> property : value.properties()) {
                weight += property.getKey().length() + AROUND;
            }
            for (JsonNode inner : value) {
                weight += weight(inner);
            }
            return weight;
        }
        return weight + value.asText().length();
    }
}
