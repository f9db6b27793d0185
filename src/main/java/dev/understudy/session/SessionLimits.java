package dev.understudy.session;

import java.time.Duration;

/**
 * Limits on the number and lifetime of sessions.
 *
 * @param most the maximum number of sessions besides the default one
 * @param idle a session other than the default one is dropped after this time without a call
 * @param required whether calls of mocked APIs must name a session
 */
public record SessionLimits(int most, Duration idle, boolean required) {
    /** 10,000 sessions, 30 minutes, and no session required. */
    public static final SessionLimits DEFAULT = new SessionLimits(10_000, Duration.ofMinutes(30), false);

    public SessionLimits {
        if (most < 1 || idle.isNegative() || idle.isZero()) {
            throw new IllegalArgumentException("There must be room and time for a session");
        }
    }
}
