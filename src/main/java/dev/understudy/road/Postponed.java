package dev.understudy.road;

import java.time.Duration;

/** Thrown when a rule delays a call. Nothing has happened yet, and the code that owns the socket asks again later. */
public final class Postponed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Duration time;
    private final transient IncomingRequest again;

    /**
     * Delays the call by this time.
     *
     * @param again the request to send again then
     */
    public Postponed(Duration time, IncomingRequest again) {
        super("A rule has the call wait", null, false, false);
        this.time = time;
        this.again = again;
    }

    /** How long to wait. */
    public Duration time() {
        return time;
    }

    /** The request to send again after the wait. */
    public IncomingRequest again() {
        return again;
    }
}
