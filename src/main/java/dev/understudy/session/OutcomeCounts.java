package dev.understudy.session;

import java.util.concurrent.atomic.LongAdder;

/** How many calls ended in which way. */
public final class OutcomeCounts {
    private final LongAdder answered = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder cut = new LongAdder();
    private final StatusCounts statuses = new StatusCounts();

    /** How many of them had which status. */
    public StatusCounts statuses() {
        return statuses;
    }

    /**
     * A call ended.
     *
     * @param whole whether all of its answer was sent
     * @param refused whether that said what was wrong with the call, or with us
     */
    public void ended(boolean whole, boolean refused) {
        (whole ? refused ? this.refused : answered : cut).increment();
    }

    /** A call that counted as ended with all of its answer did not get it. */
    public void cutAfterAll(boolean refused) {
        (refused ? this.refused : answered).decrement();
        cut.increment();
    }

    /** How many got an answer that was no refusal. */
    public long answered() {
        return answered.sum();
    }

    /** How many were refused. */
    public long refused() {
        return refused.sum();
    }

    /** How many ended before all of their answer was sent. */
    public long cuts() {
        return cut.sum();
    }
}
