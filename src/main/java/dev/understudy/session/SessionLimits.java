package dev.understudy.session;

import java.time.Duration;

/**
 * How many sessions there may be, and for how long.
 *
 * @param most how many besides the default one
 * @param idle after this time without a call a session is dropped, but for the default one
 * @param required whether a call of a mocked API must name its session
 */
public record SessionLimits(int most, Duration idle, boolean required) {
    /** 10,000 sessions, 30 minutes, and no key required. */
    public static final SessionLimits DEFAULT = new SessionLimits(10_000, Duration.ofMinutes(30), false);

    public SessionLimits {
        if (most < 1 || idle.isNegative() || idle.isZero()) {
            throw new IllegalArgumentException("There must be room and time for a session");
        }
    }
}
