package dev.understudy.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The time of a session, which may be another than that of the server, and may stand still. */
public final class SessionTime {
    /**
     * The first and the last year that a date-time of four digits has, and that a time which goes on does not leave.
     */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9000-01-01T00:00:00Z");

    private final Session session;
    private final Clock server;

    /** Of this session, on a server that has this clock. */
    public SessionTime(Session session, Clock server) {
        this.session = session;
        this.server = server;
    }

    /** What time it is for its calls. */
    public Instant now() {
        Clock own = session.clock();
        return (own == null ? server : own).instant();
    }

    /** Whether it stands still. */
    public boolean isFrozen() {
        Clock own = session.clock();
        return own != null && own.equals(Clock.fixed(own.instant(), ZoneOffset.UTC));
    }

    /**
     * Sets it, and returns true; false, and it stays as it is, if it were not between the years 1 and 9000 then.
     *
     * @param time null for what it is
     * @param move is added to that
     * @param frozen whether it stands still from then on; null for as it was
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
