package dev.understudy.session;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the calls of a session and their outcomes. Calls that came but have not ended are still in progress. */
public final class Counts {
    private final LongAdder came = new LongAdder();
    private final LongAdder noted = new LongAdder();
    private final OutcomeCounts all = new OutcomeCounts();
    private final Map<Reached, OutcomeCounts> operations = new ConcurrentHashMap<>();

    /** An operation of a contract, by the names of both. */
    public record Reached(String api, String operation) {
        /** The hash of a record would be linked at the first call. */
        @Override
        public int hashCode() {
            return 31 * api.hashCode() + operation.hashCode();
        }
    }

    /** Counts a call that came. */
    public void came() {
        came.increment();
    }

    /**
     * Counts a call that ended.
     *
     * @param whole whether the whole answer was sent
     * @param refused whether the answer refused the call or reported a failure of the server
     */
    public void ended(boolean whole, boolean refused) {
        all.ended(whole, refused);
    }

    /** Corrects the count of a call that was counted as fully answered, but was cut off. */
    public void cutAfterAll(boolean refused) {
        all.cutAfterAll(refused);
    }

    /** The counts for this operation; its calls are also part of the total. */
    public OutcomeCounts of(Reached operation) {
        OutcomeCounts known = operations.get(operation);
        return known == null ? operations.computeIfAbsent(operation, any -> new OutcomeCounts()) : known;
    }

    /** The operations that calls reached, with their counts. */
    public Map<Reached, OutcomeCounts> operations() {
        return Map.copyOf(operations);
    }

    /** Counts a call that was recorded in the journal. */
    public void noted() {
        noted.increment();
    }

    /** Resets the count of recorded calls. */
    public void forget() {
        noted.reset();
    }

    /** The number of calls that came. */
    public long all() {
        return came.sum();
    }

    /** The number of calls with a complete answer that was not a refusal. */
    public long answered() {
        return all.answered();
    }

    /** The number of calls that were refused. */
    public long refused() {
        return all.refused();
    }

    /** The number of calls whose answer was cut off. */
    public long cuts() {
        return all.cuts();
    }

    /** The number of calls recorded since the last reset, whether the journal still has them or not. */
    public long notes() {
        return noted.sum();
    }
}
