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
 * How much of a contract a state holds that was not loaded.
 *
 * @param deleted how many records are kept besides that were deleted, as places in lists
 * @param deletedBytes how many bytes these have together
 */
record StateSize(int records, long bytes, int deleted, long deletedBytes) {
    /** To forget what was deleted takes a walk over all that is held, so it is done for so much of it at once. */
    private static final int AT_ONCE = 8;

    /** What a value takes beside its text: quotes, a comma, a colon. */
    private static final int AROUND = 4;

    private static final StateSize NOTHING = new StateSize(0, 0, 0, 0);

    private static CollectionKey<StateSize> key(String contract) {
        return CollectionKey.single(contract + "/~size");
    }

    static StateSize of(State state, String contract) {
        return state.set(key(contract)).first(1).stream().findFirst().orElse(NOTHING);
    }

    /**
     * The state with a record, in which that is counted; empty if there is no room.
     *
     * @param before the record in whose place it comes
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
     * The state in which what is to come is counted already. Where there is no room, what is still kept of deleted
     * records is forgotten; empty if there is none then either.
     *
     * @param more the size with what is to come
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

    /** The state, which keeps nothing of deleted records; the same if it keeps nothing. */
    private static State trimmed(State state, Collections collections) {
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

    /** The state, in which a record does not count any more that was deleted. */
    static State deleted(State state, Collections collections, JsonRecord entry) {
        String contract = collections.contract().name();
        return entry.isChanged() ? of(state, contract).without(entry).in(state, contract) : state;
    }

    private StateSize without(JsonRecord entry) {
        long weight = weight(entry.data());
        return new StateSize(records - 1, bytes - weight, deleted + 1, deletedBytes + weight);
    }

    /** The same with a file of so many bytes in the place of one of others; negative for none. */
    StateSize with(long file, long before) {
        return with(before < 0 ? records + 1 : records, bytes + file - Math.max(0, before));
    }

    /** The same with this record in the place of the one before it. */
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
