package dev.understudy.session;

import java.util.concurrent.atomic.LongAdder;

/** Counts how calls ended. */
public final class OutcomeCounts {
    private final LongAdder answered = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder cut = new LongAdder();
    private final StatusCounts statuses = new StatusCounts();

    /** The counts of their statuses. */
    public StatusCounts statuses() {
        return statuses;
    }

    /**
     * Counts a call that ended.
     *
     * @param whole whether the whole answer was sent
     * @param refused whether the answer refused the call or reported a failure of the server
     */
    public void ended(boolean whole, boolean refused) {
        (whole ? refused ? this.refused : answered : cut).increment();
    }

    /** Corrects the count of a call that was counted as fully answered, but was cut off. */
    public void cutAfterAll(boolean refused) {
        (refused ? this.refused : answered).decrement();
        cut.increment();
    }

    /** The number of calls with a complete answer that was not a refusal. */
    public long answered() {
        return answered.sum();
    }

    /** The number of calls that were refused. */
    public long refused() {
        return refused.sum();
    }

    /** The number of calls whose answer was cut off. */
    public long cuts() {
        return cut.sum();
    }
}
