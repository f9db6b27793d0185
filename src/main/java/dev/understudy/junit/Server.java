package dev.understudy.junit;

/** A server that tests call. */
final class Server {
    private final Control control;
    private final UnkeyedCalls unkeyed;
    private final Runnable close;
    private int runs;

    /** @param close ends it, where it was started for tests */
    Server(Control control, Runnable close) {
        this.control = control;
        this.unkeyed = new UnkeyedCalls(control);
        this.close = close;
    }

    Control control() {
        return control;
    }

    /** Its calls that belong to no test. */
    UnkeyedCalls unkeyed() {
        return unkeyed;
    }

    /** A run of tests uses it. */
    void beginRun() {
        runs++;
    }

    /** A run of tests is over; true if it was the last one, and the server is closed. */
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
