package dev.understudy.control.sessions;

import dev.understudy.api.Expected;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.session.Session;
import dev.understudy.session.SessionTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Sets the clocks of sessions. */
final class Clocks {
    private Clocks() {}

    /** Sets the clock of a session; returns false and changes nothing if that is not possible. */
    static boolean set(Session session, Clock server, ClockSetting wanted) {
        String time = wanted.time();
        Long move = wanted.move();
        return new SessionTime(session, server)
                .set(
                        time == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(time, Instant::from),
                        Duration.ofSeconds(move == null ? 0 : move),
                        wanted.frozen());
    }

    /**
     * The requested time is out of range.
     *
     * @param pointer the place of the setting in the body
     */
    static Problem outside(ClockSetting wanted, String pointer) {
        String time = wanted.time();
        Long move = wanted.move();
        String key = "frozen";
        String got = String.valueOf(wanted.frozen());
        if (move != null) {
            key = "move";
            got = move + (time == null ? "" : " from " + time);
        } else if (time != null) {
            key = "time";
            got = time;
        }
        var violation = new Violation(
                Place.BODY,
                "",
                pointer + "/" + key,
                "range",
                Expected.to("lead to a time between the years 1 and 9000"),
                got);
        return Problems.of(400, "Bad Request", violation.message() + "; nothing is changed");
    }
}
