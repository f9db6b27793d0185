package dev.understudy.junit;

/** A server that tests call. */
final class Server {
    private final Control control;
    private final UnkeyedCalls unkeyed;
    private final Runnable close;
    private int runs;

    /** @param close stops the server, if it was started for the tests */
    Server(Control control, Runnable close) {
        this.control = control;
        this.unkeyed = new UnkeyedCalls(control);
        this.close = close;
    }

    Control control() {
        return control;
    }

    /** Calls to this server that belong to no test. */
    UnkeyedCalls unkeyed() {
        return unkeyed;
    }

    /** Notes that one more test run uses the server. */
    void beginRun() {
        runs++;
    }

    /** Notes that a test run is over; closes the server and returns true if it was the last one. */
    boolean endRun() {
        runs--;
        if (runs > 0) {
            return false;
        }
        unkeyed.summary().ifPresent(System.err::println);
        close.run();
        return true;
    }
}
