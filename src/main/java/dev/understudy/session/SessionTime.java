package dev.understudy.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The clock of a session, which may differ from the server's and may be stopped. */
public final class SessionTime {
    /**
     * The earliest time that can be set. The latest is far enough from the year 10000 that a running clock keeps
     * four-digit years.
     */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9000-01-01T00:00:00Z");

    private final Session session;
    private final Clock server;

    /** The time of this session, on a server with this clock. */
    public SessionTime(Session session, Clock server) {
        this.session = session;
        this.server = server;
    }

    /** The current time for its calls. */
    public Instant now() {
        Clock own = session.clock();
        return (own == null ? server : own).instant();
    }

    /** Whether the clock is stopped. */
    public boolean isFrozen() {
        Clock own = session.clock();
        return own != null && own.equals(Clock.fixed(own.instant(), ZoneOffset.UTC));
    }

    /**
     * Sets the clock and returns true, or returns false and changes nothing if the time would be before year 1 or after
     * the start of year 9000.
     *
     * @param time the new time; null for the current time
     * @param move is added to the time
     * @param frozen whether the clock stops; null to leave that as it is
     */
    public boolean set(@Nullable Instant time, Duration move, @Nullable Boolean frozen) {
        boolean still = frozen == null ? isFrozen() : frozen;
        Instant then = (time == null ? now() : time).plus(move);
        if (then.isBefore(FIRST) || then.isAfter(LAST)) {
            return false;
        }
        session.setClock(
                still
                        ? Clock.fixed(then, ZoneOffset.UTC)
                        : Clock.offset(server, Duration.between(server.instant(), then)));
        return true;
    }
}
