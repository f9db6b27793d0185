package dev.understudy.cli;

import sun.misc.Signal;

/** SIGHUP, by which a server is asked to read its files again; the JDK has no other class for it. */
final class ReloadSignal {
    private ReloadSignal() {}

    /** From now on the signal does this, and does not end the process. */
    static void means(Runnable action) {
        try {
            Signal.handle(new Signal("HUP"), signal -> action.run());
        } catch (IllegalArgumentException e) {
            // Windows has no such signal, and java -Xrs keeps it from us.
        }
    }
}
