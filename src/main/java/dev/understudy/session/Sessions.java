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
 * All sessions that there are, by their keys. The default one is always there; another is made when it is first asked
 * for, and is gone after a time without a call, or when there is no more room and none was idle for longer.
 */
public final class Sessions {
    /** What to do where a session is not there, as a sentence. */
    public static final String HOW_TO_MAKE_ONE = "A session is made by the first call that names it, or by"
            + " PUT /-/sessions/KEY; GET /-/sessions lists those that there are.";

    /** A session that was called since then is not dropped to make room for another. */
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

    /** No session can be dropped for another before this moment. */
    private long fullUntil;

    private long swept;

    /** Only the default session. */
    public Sessions(SessionLimits limits) {
        this(limits, Strictness.FAIL);
    }

    /**
     * The same, in which calls and answers that break their contract are treated so unless a session says otherwise.
     */
    public Sessions(SessionLimits limits, Strictness strictness) {
        this(limits, strictness, System::nanoTime, Clock.systemUTC());
    }

    /**
     * Only the default session.
     *
     * @param nanos a clock that never goes back
     * @param clock what time it is
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

    /** How many there may be, and for how long. */
    public SessionLimits limits() {
        return limits;
    }

    /** What becomes of calls and answers of a session that break their contract. */
    public Strictness strictness(Session session) {
        return session.strictness().over(strictness);
    }

    /** Has this learn of the sessions that are dropped, whatever the reason. */
    public void whenDropped(Consumer<List<Session>> learns) {
        dropped = learns;
    }

    /** The session of calls that name none. */
    public Session unnamed() {
        return unnamed;
    }

    /** The session of this key for a call, if there is one. */
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

    /** What comes of asking for a session. */
    public sealed interface Room {
        /** There it is. */
        record In(Session session) implements Room {}

        /**
         * There are too many, and none was idle for long enough.
         *
         * @param retryAfter seconds until one may be
         */
        record Full(int most, long retryAfter) implements Room {}
    }

    /** The session of this key, which is made if there is none. */
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

    /** For how long a session was not called. */
    public Duration idle(Session session) {
        return Duration.ofNanos(Math.max(0, nanos.getAsLong() - session.used()));
    }

    /** The session of this key, if there is one; to look at it is no call of it. */
    public Optional<Session> find(String key) {
        return Optional.ofNullable(sessions.get(key)).filter(session -> !isGone(session, nanos.getAsLong()));
    }

    /** Drops a session; the default one only forgets what it was. Whether there was one. */
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

    /** The key nearest to this one, if any is near; looked for among 500 of them, since that takes its time. */
    public Optional<String> nearest(String key) {
        return Spelling.nearest(key, sessions.keySet().stream().limit(COMPARED).toList());
    }

    /** All of them, the default one first and the others by their keys. */
    public synchronized List<Session> all() {
        sweep(nanos.getAsLong());
        return sessions.values().stream()
                .sorted(Comparator.comparing((Session session) -> !session.isDefault())
                        .thenComparing(Session::key))
                .toList();
    }
}
