package dev.understudy.session;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How many calls a session had, and how they ended: those that came are those that ended, and those under way. */
public final class Counts {
    private final LongAdder came = new LongAdder();
    private final LongAdder noted = new LongAdder();
    private final OutcomeCounts all = new OutcomeCounts();
    private final Map<Reached, OutcomeCounts> operations = new ConcurrentHashMap<>();

    /** An operation of a contract, by their names. */
    public record Reached(String api, String operation) {}

    /** A call came. */
    public void came() {
        came.increment();
    }

    /**
     * A call ended.
     *
     * @param whole whether all of its answer was sent
     * @param refused whether that said what was wrong with the call, or with us
     */
    public void ended(boolean whole, boolean refused) {
        all.ended(whole, refused);
    }

    /** A call that counted as ended with all of its answer did not get it. */
    public void cutAfterAll(boolean refused) {
        all.cutAfterAll(refused);
    }

    /** The calls of an operation, which count among all. */
    public OutcomeCounts of(Reached operation) {
        OutcomeCounts known = operations.get(operation);
        return known == null ? operations.computeIfAbsent(operation, any -> new OutcomeCounts()) : known;
    }

    /** The operations that calls reached. */
    public Map<Reached, OutcomeCounts> operations() {
        return Map.copyOf(operations);
    }

    /** A call was written down. */
    public void noted() {
        noted.increment();
    }

    /** What was written down is forgotten. */
    public void forget() {
        noted.reset();
    }

    /** How many calls came. */
    public long all() {
        return came.sum();
    }

    /** How many got an answer that was no refusal. */
    public long answered() {
        return all.answered();
    }

    /** How many were refused. */
    public long refused() {
        return all.refused();
    }

    /** How many ended before all of their answer was sent. */
    public long cuts() {
        return all.cuts();
    }

    /** How many were written down since that was last forgotten, whether they still are or not. */
    public long notes() {
        return noted.sum();
    }
}
