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
     * A call got all of its answer.
     *
     * @param refused whether that said what was wrong with the call, or with us
     */
    public void sent(boolean refused) {
        (refused ? this.refused : answered).increment();
    }

    /** The connection of a call ended before all of its answer was sent. */
    public void cut() {
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
