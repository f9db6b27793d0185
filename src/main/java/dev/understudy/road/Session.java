package dev.understudy.road;

import dev.understudy.fixture.State;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Calls that share a state: what one of them changes, the next ones find, and nobody else does. As long as none has
 * changed anything it has no state of its own, and answers from what is loaded, also after that was loaded anew.
 */
public final class Session {
    /** The key of the session that calls without a key belong to. */
    public static final String DEFAULT = "default";

    private final String key;
    private final Clock clock;
    private final long seed;
    private final Journal journal;
    private final AtomicReference<@Nullable State> own = new AtomicReference<>();

    /** A session that has changed nothing yet, which nobody keeps a journal of. */
    public Session(String key) {
        this(key, Clock.systemUTC(), 0, Journal.NONE);
    }

    /**
     * A session that has changed nothing yet.
     *
     * @param clock what time it is for its calls
     * @param seed what all that is made up for its calls begins with
     */
    public Session(String key, Clock clock, long seed, Journal journal) {
        this.key = key;
        this.clock = clock;
        this.seed = seed;
        this.journal = journal;
    }

    /** What tells it from other sessions. */
    public String key() {
        return key;
    }

    /** What time it is for its calls. */
    public Clock clock() {
        return clock;
    }

    /** What all that is made up for its calls begins with. */
    public long seed() {
        return seed;
    }

    /** Hears of all its calls. */
    public Journal journal() {
        return journal;
    }

    /** Whether its calls have changed nothing: then its answers are those of all such sessions. */
    public boolean isUnchanged() {
        return own.get() == null;
    }

    /** The state that a call finds: its own, or else the one that is loaded. */
    State state(State loaded) {
        State changed = own.get();
        return changed == null ? loaded : changed;
    }

    /** Takes the next state, unless another call was faster and took one since this state was found. */
    boolean advance(State loaded, State before, State next) {
        return own.compareAndSet(before == loaded ? null : before, next);
    }

    /** Forgets all changes. */
    public void reset() {
        own.set(null);
    }
}
