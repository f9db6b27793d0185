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
 * Calls that share a state: later calls see the changes of earlier ones, and other sessions do not. Until a call
 * changes something, the session has no state of its own and answers from the loaded data, even after a reload.
 */
public final class Session {
    /** The key of the session for calls without a key. */
    public static final String DEFAULT = "default";

    private static final int MOST_DROPPED = 100;

    private final String key;
    private final Instant made;
    private final Counts counts = new Counts();
    private final AtomicReference<@Nullable State> own = new AtomicReference<>();

    /** The collections whose changes survived the last reload and still exist. */
    private volatile List<String> survived = List.of();

    /** The changed records that were dropped at reloads. */
    private volatile List<String> dropped = List.of();

    private List<String> unreported = List.of();

    /**
     * The changed state at the time of each snapshot, by name; empty if there were no changes. Nobody modifies the map.
     */
    private volatile SortedMap<String, Optional<State>> snapshots = Collections.emptySortedMap();

    private volatile @Nullable Clock clock;

    private volatile @Nullable Long seed;
    private volatile Strictness.Wish strictness = Strictness.Wish.NONE;
    private final SessionRules rules;

    private volatile long used;

    /** A new session. */
    public Session(String key) {
        this(key, Instant.EPOCH, 0);
    }

    /**
     * A new session.
     *
     * @param made when it was created
     * @param used the same moment in nanoseconds of a monotonic clock
     */
    Session(String key, Instant made, long used) {
        this.key = key;
        this.made = made;
        this.used = used;
        this.rules = new SessionRules(key);
    }

    /** The key that identifies the session. */
    public String key() {
        return key;
    }

    /** When the session was created. */
    public Instant made() {
        return made;
    }

    /** The counts of its calls. */
    public Counts counts() {
        return counts;
    }

    /** The rules that change the answers to some of its calls. */
    public SessionRules rules() {
        return rules;
    }

    /** Whether this is the session for calls without a key. */
    public boolean isDefault() {
        return key.equals(DEFAULT);
    }

    /** The clock for its calls; null for the server's clock. */
    public @Nullable Clock clock() {
        return clock;
    }

    /** Sets the clock for its calls; null for the server's clock. */
    public void setClock(@Nullable Clock other) {
        clock = other;
    }

    /** The seed for generated values in its answers; null if it has none of its own. */
    public @Nullable Long seed() {
        return seed;
    }

    /** Sets the seed for generated values; null for none of its own. */
    public void setSeed(@Nullable Long other) {
        seed = other;
    }

    /** The session's own settings for calls and answers that break the contract. */
    public Strictness.Wish strictness() {
        return strictness;
    }

    /** Sets how calls and answers that break the contract are treated. */
    public void setStrictness(Strictness.Wish other) {
        strictness = other;
    }

    /** Whether it has no changes, clock, seed or rules, and so gives the same answers as all such sessions. */
    public boolean isLikeOthers() {
        return own.get() == null && clock == null && seed == null && rules.isEmpty();
    }

    /** Whether its calls have changed nothing. */
    public boolean isUnchanged() {
        return own.get() == null;
    }

    /**
     * The state that a call starts from: the session's own, or else the loaded one. After a reload, changed records are
     * kept as far as they are valid under the new contract; all other records are the newly loaded ones.
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

    /** Whether it has changes based on this state, now or in a snapshot. */
    boolean holds(State base) {
        State changed = own.get();
        return changed != null && changed.isOf(base)
                || snapshots.values().stream().flatMap(Optional::stream).anyMatch(state -> state.isOf(base));
    }

    /** Whether its changes are based on an earlier load, so that computing its state takes time. */
    public boolean isBehind(State loaded) {
        State changed = own.get();
        return changed != null && !changed.isOf(loaded);
    }

    /** Sets the next state; returns false if another call has changed the state since this one started. */
    public boolean advance(State loaded, State before, State next) {
        return own.compareAndSet(before == loaded ? null : before, next);
    }

    /** The paths of the collections that it has changed. */
    public List<String> changed() {
        State changed = own.get();
        return changed == null ? List.of() : changed.changed();
    }

    /** The paths of the collections whose changes survived the last reload. */
    public List<String> survived() {
        return survived;
    }

    /** The last hundred changed records that were dropped at reloads, each with its collection and the reason. */
    public List<String> dropped() {
        return dropped;
    }

    /** The dropped records that this method has not returned before. */
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

    /** Discards all changes. */
    public void reset() {
        own.set(null);
        survived = List.of();
        dropped = List.of();
    }

    /**
     * Replaces the records with those of this state, and forgets what survived or was dropped at reloads. Everything
     * else stays as it is.
     */
    public void begin(State loaded, State first) {
        own.set(first.isSameAs(loaded) ? null : first);
        survived = List.of();
        dropped = List.of();
    }

    /** The maximum number of snapshots of a session. */
    public static final int MOST_SNAPSHOTS = 20;

    /** Saves the current records under this name; returns false if the limit is reached and the name is new. */
    public synchronized boolean snapshot(String name) {
        if (snapshots.size() >= MOST_SNAPSHOTS && !snapshots.containsKey(name)) {
            return false;
        }
        var more = new TreeMap<>(snapshots);
        more.put(name, Optional.ofNullable(own.get()));
        snapshots = more;
        return true;
    }

    /** Restores the records of the snapshot with this name; returns false if there is none. */
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

    /** Deletes the snapshot with this name; returns false if there is none. */
    public synchronized boolean forget(String name) {
        var fewer = new TreeMap<>(snapshots);
        boolean known = fewer.remove(name) != null;
        snapshots = fewer;
        return known;
    }

    /** The names of its snapshots, in alphabetical order. */
    public List<String> snapshots() {
        return List.copyOf(snapshots.keySet());
    }

    /** When it was last called, in nanoseconds, accurate to a millisecond. */
    long used() {
        return used;
    }

    /** Notes a call at this time. Not every call is written, as that would make all cores share the memory. */
    void use(long now) {
        if (now - used > 1_000_000) {
            used = now;
        }
    }
}
