package dev.understudy.session;

import dev.understudy.api.Spelling;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * All sessions, by key. The default one always exists. Others are created on first use, and dropped after a time
 * without calls, or, least recently used first, to make room for another.
 */
public final class Sessions {
    /** A sentence that explains how to create a session, for errors about a missing one. */
    public static final String HOW_TO_MAKE_ONE = "A session is made by the first call that names it, or by"
            + " PUT /-/sessions/KEY; GET /-/sessions lists those that there are.";

    /** A session that was called within this time is not dropped to make room. */
    private static final Duration BUSY = Duration.ofMinutes(1);

    private static final int COMPARED = 500;

    private static final long SWEEP = TimeUnit.MINUTES.toNanos(1);

    private final SessionLimits limits;
    private final Strictness strictness;
    private final LongSupplier nanos;
    private final Clock clock;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Session unnamed;
    private volatile Consumer<List<Session>> dropped = sessions -> {};

    /** No session can be dropped to make room before this moment, in nanoseconds. */
    private long fullUntil;

    private long swept;

    /** Starts with only the default session. */
    public Sessions(SessionLimits limits) {
        this(limits, Strictness.FAIL);
    }

    /** Starts with only the default session, and this strictness for sessions that have none of their own. */
    public Sessions(SessionLimits limits, Strictness strictness) {
        this(limits, strictness, System::nanoTime, Clock.systemUTC());
    }

    /**
     * Starts with only the default session.
     *
     * @param nanos a monotonic clock in nanoseconds
     * @param clock the wall clock
     */
    public Sessions(SessionLimits limits, LongSupplier nanos, Clock clock) {
        this(limits, Strictness.FAIL, nanos, clock);
    }

    private Sessions(SessionLimits limits, Strictness strictness, LongSupplier nanos, Clock clock) {
        this.limits = limits;
        this.strictness = strictness;
        this.nanos = nanos;
        this.clock = clock;
        swept = nanos.getAsLong();
        fullUntil = swept;
        unnamed = new Session(Session.DEFAULT, clock.instant(), swept);
        sessions.put(Session.DEFAULT, unnamed);
    }

    /** The limits on the number and lifetime of sessions. */
    public SessionLimits limits() {
        return limits;
    }

    /** How calls and answers of this session that break the contract are treated. */
    public Strictness strictness(Session session) {
        return session.strictness().over(strictness);
    }

    /** Sets the listener for dropped sessions; it is called whatever the reason. */
    public void whenDropped(Consumer<List<Session>> learns) {
        dropped = learns;
    }

    /** The default session, for calls without a key. */
    public Session unnamed() {
        return unnamed;
    }

    /** The session with this key, if there is one; counts as a call. */
    public Optional<Session> called(String key) {
        Session known = sessions.get(key);
        if (known == null) {
            return Optional.empty();
        }
        long now = nanos.getAsLong();
        if (isGone(known, now)) {
            end(known);
            return Optional.empty();
        }
        known.use(now);
        return Optional.of(known);
    }

    /** The result of asking for a session. */
    public sealed interface Room {
        /** The session, existing or new. */
        record In(Session session) implements Room {}

        /**
         * There are too many sessions, and none has been idle long enough.
         *
         * @param retryAfter the number of seconds until one may be
         */
        record Full(int most, long retryAfter) implements Room {}
    }

    /** The session with this key, created if necessary. */
    public Room enter(String key) {
        Optional<Session> known = called(key);
        return known.isPresent() ? new Room.In(known.get()) : made(key);
    }

    private synchronized Room made(String key) {
        long now = nanos.getAsLong();
        Optional<Session> meanwhile = called(key);
        if (meanwhile.isPresent()) {
            return new Room.In(meanwhile.get());
        }
        if (now - swept > SWEEP) {
            sweep(now);
        }
        if (sessions.size() > limits.most() && !makeRoom(now)) {
            return new Room.Full(limits.most(), Math.max(1, TimeUnit.NANOSECONDS.toSeconds(fullUntil - now) + 1));
        }
        var session = new Session(key, clock.instant(), now);
        sessions.put(key, session);
        return new Room.In(session);
    }

    private boolean makeRoom(long now) {
        if (fullUntil - now > 0) {
            return false;
        }
        Session idlest = sessions.values().stream()
                .filter(session -> session != unnamed)
                .min(Comparator.comparingLong(session -> session.used() - now))
                .orElseThrow();
        if (now - idlest.used() < BUSY.toNanos()) {
            fullUntil = idlest.used() + BUSY.toNanos();
            return false;
        }
        end(idlest);
        return true;
    }

    private boolean end(Session session) {
        boolean first = sessions.remove(session.key(), session);
        if (first) {
            dropped.accept(List.of(session));
        }
        return first;
    }

    private void sweep(long now) {
        swept = now;
        List<Session> gone = sessions.values().stream()
                .filter(session -> isGone(session, now))
                .filter(session -> sessions.remove(session.key(), session))
                .toList();
        if (!gone.isEmpty()) {
            dropped.accept(gone);
        }
    }

    private boolean isGone(Session session, long now) {
        return session != unnamed && now - session.used() > limits.idle().toNanos();
    }

    /** How long the session has not been called. */
    public Duration idle(Session session) {
        return Duration.ofNanos(Math.max(0, nanos.getAsLong() - session.used()));
    }

    /** The session with this key, if there is one; does not count as a call. */
    public Optional<Session> find(String key) {
        return Optional.ofNullable(sessions.get(key)).filter(session -> !isGone(session, nanos.getAsLong()));
    }

    /** Drops a session; the default one is reset instead. Returns whether there was one. */
    public boolean drop(String key) {
        if (key.equals(Session.DEFAULT)) {
            unnamed.reset();
            unnamed.setClock(null);
            unnamed.setSeed(null);
            unnamed.setStrictness(Strictness.Wish.NONE);
            unnamed.snapshots().forEach(unnamed::forget);
            unnamed.rules().begin();
            return true;
        }
        Session known = sessions.get(key);
        return known != null && end(known);
    }

    /** The closest key to this one, if any is close; compares only 500 keys to save time. */
    public Optional<String> nearest(String key) {
        return Spelling.nearest(key, sessions.keySet().stream().limit(COMPARED).toList());
    }

    /** All sessions, the default one first, then by key. */
    public synchronized List<Session> all() {
        sweep(nanos.getAsLong());
        return sessions.values().stream()
                .sorted(Comparator.comparing((Session session) -> !session.isDefault())
                        .thenComparing(Session::key))
                .toList();
    }
}
