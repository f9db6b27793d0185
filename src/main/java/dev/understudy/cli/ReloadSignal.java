package dev.understudy.cli;

import sun.misc.Signal;

/** SIGHUP, which makes the server reload its files. The JDK has no supported API for signals. */
final class ReloadSignal {
    private ReloadSignal() {}

    /** Runs this at each signal, which then no longer ends the process. */
    static void handle(Runnable action) {
        try {
            Signal.handle(new Signal("HUP"), signal -> action.run());
        } catch (IllegalArgumentException e) {
            // Windows has no such signal, and java -Xrs keeps it from us.
        }
    }
}
