package dev.understudy.session;

import dev.understudy.fixture.MigratedState;
import dev.understudy.fixture.State;
import dev.understudy.rules.SessionRules;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Calls that share a state: what one of them changes, the next ones find, and nobody else does. As long as none has
 * changed anything it has no state of its own, and answers from what is loaded, also after that was loaded anew.
 */
public final class Session {
    /** The key of the session that calls without a key belong to. */
    public static final String DEFAULT = "default";

    private static final int MOST_DROPPED = 100;

    private final String key;
    private final Instant made;
    private final Counts counts = new Counts();
    private final AtomicReference<@Nullable State> own = new AtomicReference<>();

    /** What it had changed when fixtures or contracts were last loaded anew, and still has. */
    private volatile List<String> survived = List.of();

    /** The changed records that could not stay then. */
    private volatile List<String> dropped = List.of();

    private List<String> unreported = List.of();

    /** What it had changed at some moment, by name; empty for nothing. Nobody changes the map. */
    private volatile SortedMap<String, Optional<State>> snapshots = Collections.emptySortedMap();

    private volatile @Nullable Clock clock;

    private volatile @Nullable Long seed;
    private volatile Strictness.Wish strictness = Strictness.Wish.NONE;
    private final SessionRules rules;

    private volatile long used;

    /** A session that has changed nothing yet. */
    public Session(String key) {
        this(key, Instant.EPOCH, 0);
    }

    /**
     * A session that has changed nothing yet.
     *
     * @param made when
     * @param used the same in nanoseconds of a clock that never goes back
     */
    Session(String key, Instant made, long used) {
        this.key = key;
        this.made = made;
        this.used = used;
        this.rules = new SessionRules(key);
    }

    /** What tells it from other sessions. */
    public String key() {
        return key;
    }

    /** When it was made. */
    public Instant made() {
        return made;
    }

    /** How many calls it had. */
    public Counts counts() {
        return counts;
    }

    /** What some of its calls are answered otherwise by. */
    public SessionRules rules() {
        return rules;
    }

    /** Whether calls without a key belong to it. */
    public boolean isDefault() {
        return key.equals(DEFAULT);
    }

    /** The time of its calls; null for that of the server. */
    public @Nullable Clock clock() {
        return clock;
    }

    /** From now on its calls have this time; null for that of the server. */
    public void setClock(@Nullable Clock other) {
        clock = other;
    }

    /** What made values of its answers begin with; null for what those of all sessions do. */
    public @Nullable Long seed() {
        return seed;
    }

    /** From now on made values begin with this; null for what those of all sessions do. */
    public void setSeed(@Nullable Long other) {
        seed = other;
    }

    /** What it says of calls and answers that break their contract. */
    public Strictness.Wish strictness() {
        return strictness;
    }

    /** From now on calls and answers that break their contract are treated so. */
    public void setStrictness(Strictness.Wish other) {
        strictness = other;
    }

    /**
     * Whether it has changed nothing, and has no time, no seed and no rules: its answers are those of all such
     * sessions.
     */
    public boolean isLikeOthers() {
        return own.get() == null && clock == null && seed == null && rules.isEmpty();
    }

    /** Whether its calls have changed nothing. */
    public boolean isUnchanged() {
        return own.get() == null;
    }

    /**
     * The state that a call finds: its own, or else the one that is loaded. Records that it has changed stay so when
     * others are loaded, as far as they keep the contract that is there then; all others are those that are loaded.
     */
    public State state(State loaded) {
        State changed = own.get();
        if (changed == null) {
            return loaded;
        } else if (changed.isOf(loaded)) {
            return changed;
        }
        MigratedState moved = changed.onto(loaded);
        List<String> left = moved.state().changed();
        if (own.compareAndSet(changed, left.isEmpty() ? null : moved.state())) {
            survived = left;
            dropped(moved.dropped());
        }
        return left.isEmpty() ? loaded : moved.state();
    }

    /** Whether it has changes of this, now or in a snapshot. */
    boolean holds(State base) {
        State changed = own.get();
        return changed != null && changed.isOf(base)
                || snapshots.values().stream().flatMap(Optional::stream).anyMatch(state -> state.isOf(base));
    }

    /** Whether what it changed was on top of something else than what is loaded now: finding its state takes time. */
    public boolean isBehind(State loaded) {
        State changed = own.get();
        return changed != null && !changed.isOf(loaded);
    }

    /** Takes the next state, unless another call was faster and took one since this state was found. */
    public boolean advance(State loaded, State before, State next) {
        return own.compareAndSet(before == loaded ? null : before, next);
    }

    /** The collections that it has changed, by their paths. */
    public List<String> changed() {
        State changed = own.get();
        return changed == null ? List.of() : changed.changed();
    }

    /** Those among them that were changed before fixtures or contracts were last loaded anew. */
    public List<String> survived() {
        return survived;
    }

    /**
     * The changed records that were dropped when fixtures or contracts were loaded anew, each with the collection and
     * what was wrong with it; the last hundred.
     */
    public List<String> dropped() {
        return dropped;
    }

    /** Those of them that this was not asked for before. */
    public synchronized List<String> newlyDropped() {
        List<String> news = unreported;
        unreported = List.of();
        return news;
    }

    private synchronized void dropped(List<String> more) {
        dropped = last(dropped, more);
        unreported = last(unreported, more);
    }

    private static List<String> last(List<String> before, List<String> more) {
        List<String> all = Stream.concat(before.stream(), more.stream()).toList();
        return List.copyOf(all.subList(Math.max(0, all.size() - MOST_DROPPED), all.size()));
    }

    /** Forgets all changes. */
    public void reset() {
        own.set(null);
        survived = List.of();
        dropped = List.of();
    }

    /** Forgets all that it was, but for its snapshots, its calls and its time, and has these records from now on. */
    public void begin(State loaded, State first) {
        own.set(first.isSameAs(loaded) ? null : first);
        survived = List.of();
        dropped = List.of();
    }

    /** How many snapshots there may be. */
    public static final int MOST_SNAPSHOTS = 20;

    /** Keeps its records as they are now under a name; false if there are too many names, and this is none of them. */
    public synchronized boolean snapshot(String name) {
        if (snapshots.size() >= MOST_SNAPSHOTS && !snapshots.containsKey(name)) {
            return false;
        }
        var more = new TreeMap<>(snapshots);
        more.put(name, Optional.ofNullable(own.get()));
        snapshots = more;
        return true;
    }

    /** Has its records be as they were in the snapshot of this name; false if there is none. */
    public synchronized boolean restore(String name) {
        Optional<State> snapshot = snapshots.get(name);
        if (snapshot == null) {
            return false;
        }
        own.set(snapshot.orElse(null));
        survived = List.of();
        dropped = List.of();
        return true;
    }

    /** Forgets the snapshot of this name; false if there is none. */
    public synchronized boolean forget(String name) {
        var fewer = new TreeMap<>(snapshots);
        boolean known = fewer.remove(name) != null;
        snapshots = fewer;
        return known;
    }

    /** The names of its snapshots, in their order. */
    public List<String> snapshots() {
        return List.copyOf(snapshots.keySet());
    }

    /** When it was last called, in nanoseconds, to a millisecond. */
    long used() {
        return used;
    }

    /** Is called now; not each call is written down, since that costs all cores the memory that they share. */
    void use(long now) {
        if (now - used > 1_000_000) {
            used = now;
        }
    }
}
