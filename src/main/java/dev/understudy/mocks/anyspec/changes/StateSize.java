package dev.understudy.mocks.anyspec.changes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.fixture.CollectionKey;
import dev.understudy.fixture.State;
import dev.understudy.mocks.anyspec.collections.Collections;
import dev.understudy.mocks.anyspec.collections.JsonRecord;
import dev.understudy.mocks.anyspec.roles.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How much a state holds of a contract that was not loaded.
 *
 * @param deleted how many deleted records are still kept, for their places in lists
 * @param deletedBytes the size of these in bytes
 */
record StateSize(int records, long bytes, int deleted, long deletedBytes) {
    /**
     * Kept copies of deleted records may exceed the limits by one part in this many before they are forgotten, since
     * that scans everything that is held.
     */
    private static final int AT_ONCE = 8;

    /** In bytes: what a value takes besides its text: quotes, a comma, a colon. */
    private static final int AROUND = 4;

    private static final StateSize NOTHING = new StateSize(0, 0, 0, 0);

    private static CollectionKey<StateSize> key(String contract) {
        return CollectionKey.single(contract + "/~size");
    }

    static StateSize of(State state, String contract) {
        return state.set(key(contract)).first(1).stream().findFirst().orElse(NOTHING);
    }

    /**
     * The state with a record, counted in the size; empty if there is no room.
     *
     * @param before the record that it replaces
     */
    static Optional<State> put(
            State state,
            Collections collections,
            Collection collection,
            JsonRecord entry,
            @Nullable JsonRecord before,
            ChangeLimits limits) {
        return roomy(state, collections, limits, size -> size.with(entry, before))
                .map(next -> next.put(collections.key(collection), entry));
    }

    /**
     * The state with the size of an addition already counted. If there is no room, deleted records are forgotten; empty
     * if there is still none.
     *
     * @param more adds the size of the addition
     */
    static Optional<State> roomy(
            State state, Collections collections, ChangeLimits limits, UnaryOperator<StateSize> more) {
        String contract = collections.contract().name();
        State roomy = state;
        StateSize size = more.apply(of(state, contract));
        if (size.exceeds(limits)) {
            roomy = trimmed(state, collections);
            size = more.apply(of(roomy, contract));
        }
        return size.exceeds(limits) ? Optional.empty() : Optional.of(size.in(roomy, contract));
    }

    /** The state without kept copies of deleted records; the same if there are none. */
    private static State trimmed(State state, Collections collections) {
        State trimmed = state.trimmed(collections.contract().name() + "/");
        return trimmed.isSameAs(state) ? state : again(trimmed, collections);
    }

    /** The state with its size computed anew, after records were removed. */
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
                for (JsonRecord entry : collections.records(collection, state).byPosition()) {
                    records += entry.isChanged() ? 1 : 0;
                    bytes += entry.isChanged() ? weight(entry.data()) : 0;
                }
            }
        }
        for (long file : UploadedFiles.lengths(state, contract)) {
            records++;
            bytes += file;
        }
        return new StateSize(records, bytes, 0, 0).in(state, contract);
    }

    /** The state in which a deleted record no longer counts. */
    static State deleted(State state, Collections collections, JsonRecord entry) {
        String contract = collections.contract().name();
        return entry.isChanged() ? of(state, contract).without(entry).in(state, contract) : state;
    }

    private StateSize without(JsonRecord entry) {
        long weight = weight(entry.data());
        return new StateSize(records - 1, bytes - weight, deleted + 1, deletedBytes + weight);
    }

    /** The size with a file of this length, which replaces one of the other length; negative for none. */
    StateSize with(long file, long before) {
        return with(before < 0 ? records + 1 : records, bytes + file - Math.max(0, before));
    }

    /** The size with this record, which replaces the one before. */
    StateSize with(JsonRecord entry, @Nullable JsonRecord before) {
        long less = before != null && before.isChanged() ? weight(before.data()) : 0;
        return with(less > 0 ? records : records + 1, bytes + weight(entry.data()) - less);
    }

    private StateSize with(int otherRecords, long otherBytes) {
        return new StateSize(otherRecords, otherBytes, deleted, deletedBytes);
    }

    private boolean exceeds(ChangeLimits limits) {
        return records > limits.records()
                || bytes > limits.bytes()
                || (long) records + deleted > limits.records() + (long) limits.records() / AT_ONCE
                || bytes + deletedBytes > limits.bytes() + (long) limits.bytes() / AT_ONCE;
    }

    private State in(State state, String contract) {
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
