package dev.understudy.session;

import java.util.concurrent.atomic.LongAdder;

/** How many calls a session had, and how they ended: those that came are those that ended, and those under way. */
public final class Counts {
    private final LongAdder came = new LongAdder();
    private final LongAdder answered = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder cut = new LongAdder();
    private final LongAdder noted = new LongAdder();

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
        (whole ? refused ? this.refused : answered : cut).increment();
    }

    /** A call that counted as ended with all of its answer did not get it. */
    public void cutAfterAll(boolean refused) {
        (refused ? this.refused : answered).decrement();
        cut.increment();
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

    /** How many were written down since that was last forgotten, whether they still are or not. */
    public long notes() {
        return noted.sum();
    }
}
