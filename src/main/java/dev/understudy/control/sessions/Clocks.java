package dev.understudy.control.sessions;

import dev.understudy.session.Session;
import dev.understudy.session.SessionTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Sets the time of sessions. */
final class Clocks {
    private Clocks() {}

    /** Whether the time could be set; if not, it is as it was. */
    static boolean set(Session session, Clock server, ClockSetting wanted) {
        String time = wanted.time();
        Long move = wanted.move();
        return new SessionTime(session, server)
                .set(
                        time == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(time, Instant::from),
                        Duration.ofSeconds(move == null ? 0 : move),
                        wanted.frozen());
    }

    static Problem outside() {
        return Problems.of(400, "Bad Request", "The time must be between the years 1 and 9000; it is as it was.");
    }
}
