package dev.understudy.road;

import java.time.Duration;

/** A call is to be answered later, as a rule has it; nothing has happened yet. The owner of the socket asks again. */
public final class Postponed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Duration time;
    private final transient IncomingRequest again;

    /**
     * After this time.
     *
     * @param again what is to be asked then
     */
    public Postponed(Duration time, IncomingRequest again) {
        super("A rule has the call wait", null, false, false);
        this.time = time;
        this.again = again;
    }

    /** After what time. */
    public Duration time() {
        return time;
    }

    /** What is to be asked then. */
    public IncomingRequest again() {
        return again;
    }
}
