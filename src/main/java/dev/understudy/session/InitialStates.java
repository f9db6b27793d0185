package dev.understudy.session;

import dev.understudy.fixture.ScanBudget;
import dev.understudy.fixture.State;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The states that sessions start with, one for each day in UTC. If fixtures have relative dates, a session whose clock
 * is set to another day starts with the fixtures of that day; sessions on the same day share them. At most 8 other days
 * are kept. The least recently used one is evicted, unless a session has changes based on it.
 */
public final class InitialStates {
    /** The maximum number of days that are kept, besides the server's own. */
    public static final int MOST = 8;

    private static final Logger LOG = LoggerFactory.getLogger(InitialStates.class);

    private final State loaded;
    private final LocalDate own;
    private final @Nullable Function<Instant, Optional<State>> reading;
    private final Supplier<List<Session>> sessions;
    private final Map<LocalDate, Day> days = new ConcurrentHashMap<>();
    private final Set<LocalDate> told = ConcurrentHashMap.newKeySet();
    private final AtomicLong uses = new AtomicLong();

    /** The state of a day, and the number of its last use. */
    private record Day(State state, AtomicLong used) {}

    private InitialStates(
            State loaded,
            LocalDate own,
            @Nullable Function<Instant, Optional<State>> reading,
            Supplier<List<Session>> sessions) {
        this.loaded = loaded;
        this.own = own;
        this.reading = reading;
        this.sessions = sessions;
    }

    /** The same state for every day. */
    public static InitialStates all(State loaded) {
        return new InitialStates(loaded, LocalDate.EPOCH, null, List::of);
    }

    /**
     * A state for each day.
     *
     * @param loaded the state of the day on which the fixtures were loaded
     * @param at when they were loaded
     * @param reading reads the fixtures as of another instant; empty if they can no longer be read
     * @param sessions supplies all sessions
     */
    public static InitialStates of(
            State loaded, Instant at, Function<Instant, Optional<State>> reading, Supplier<List<Session>> sessions) {
        return new InitialStates(loaded, day(at), reading, sessions);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** The state for sessions without a clock of their own. */
    public State loaded() {
        return loaded;
    }

    /** The state that the session starts with now. The first call of a day reads all fixtures, which takes time. */
    public State of(Session session, ScanBudget budget) {
        Clock clock = session.clock();
        if (clock == null || reading == null) {
            return loaded;
        }
        LocalDate day = day(clock.instant());
        if (day.equals(own)) {
            return loaded;
        }
        Day known = days.get(day);
        if (known == null) {
            budget.requireUnlimited();
            return read(day, reading);
        }
        known.used.set(uses.incrementAndGet());
        return known.state;
    }

    private synchronized State read(LocalDate day, Function<Instant, Optional<State>> how) {
        Day known = days.get(day);
        if (known != null) {
            return known.state;
        } else if (!makeRoom()) {
            tell(day, "as sessions have changed something on " + MOST + " other days, and more are not kept");
            return loaded;
        }
        Optional<State> read = how.apply(day.atStartOfDay(ZoneOffset.UTC).toInstant());
        if (read.isEmpty()) {
            tell(day, "as they cannot be read as they were: they have changed, or have faults on that day");
            return loaded;
        }
        days.put(day, new Day(read.get(), new AtomicLong(uses.incrementAndGet())));
        return read.get();
    }

    private boolean makeRoom() {
        if (days.size() < MOST) {
            return true;
        }
        List<Session> all = sessions.get();
        Optional<LocalDate> unused = days.entrySet().stream()
                .filter(each -> all.stream().noneMatch(session -> session.holds(each.getValue().state)))
                .min(Comparator.comparingLong(each -> each.getValue().used.get()))
                .map(Map.Entry::getKey);
        unused.ifPresent(days::remove);
        return unused.isPresent();
    }

    private void tell(LocalDate day, String why) {
        if (told.size() < MOST && told.add(day)) {
            LOG.warn("Relative dates of fixtures are those of {} for sessions on {} too, {}", own, day, why);
        }
    }
}
