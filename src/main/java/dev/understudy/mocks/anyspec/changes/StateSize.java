package dev.understudy.mocks.anyspec.changes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.fixture.CollectionKey;
import dev.understudy.fixture.State;
import dev.understudy.mocks.anyspec.collections.Collections;
import dev.understudy.mocks.anyspec.collections.Entry;
import dev.understudy.mocks.anyspec.roles.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How much of a contract a state holds that was not loaded. */
record StateSize(int records, long bytes) {
    /** What a value takes beside its text: quotes, a comma, a colon. */
    private static final int AROUND = 4;

    private static final StateSize NOTHING = new StateSize(0, 0);

    private static CollectionKey<StateSize> key(String contract) {
        return CollectionKey.single(contract + "/~size");
    }

    static StateSize of(State state, String contract) {
        return state.set(key(contract)).first(1).stream().findFirst().orElse(NOTHING);
    }

    /**
     * The state with a record, in which that is counted. Where there is no room, what is still kept of deleted ones is
     * forgotten. Empty if there is none then either.
     *
     * @param before the record in whose place it comes
     */
    static Optional<State> put(
            State state,
            Collections collections,
            Collection collection,
            Entry entry,
            @Nullable Entry before,
            ChangeLimits limits) {
        String contract = collections.contract().name();
        State roomy = state;
        StateSize size = of(state, contract).with(entry, before);
        if (size.exceeds(limits)) {
            roomy = trimmed(state, collections);
            size = of(roomy, contract).with(entry, before);
        }
        return size.exceeds(limits)
                ? Optional.empty()
                : Optional.of(size.in(roomy.put(collections.key(collection), entry), contract));
    }

    /** The state, which keeps nothing of deleted records; the same if it keeps nothing. */
    static State trimmed(State state, Collections collections) {
        State trimmed = state.trimmed(collections.contract().name() + "/");
        return trimmed.isSameAs(state) ? state : again(trimmed, collections);
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

    /** The same with a file of so many bytes in the place of one of others; negative for none. */
    StateSize with(long file, long before) {
        return new StateSize(before < 0 ? records + 1 : records, bytes + file - Math.max(0, before));
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
