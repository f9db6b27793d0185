package dev.understudy.cli;

import dev.understudy.server.MockServer;
import dev.understudy.server.ServerLog;

/** How a server comes to its end: by a signal to the process, or by an interrupt of the thread that waits for it. */
final class Stop {
    private final MockServer server;
    private final Thread hook;

    private Stop(MockServer server) {
        this.server = server;
        this.hook = new Thread(this::atExit, "stop");
    }

    /** From now on a signal closes this server. */
    static Stop onSignal(MockServer server) {
        var stop = new Stop(server);
        Runtime.getRuntime().addShutdownHook(stop.hook);
        return stop;
    }

    /** Waits for the end. */
    void await() {
        try {
            server.awaitClose();
        } catch (InterruptedException e) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    private void atExit() {
        server.close();
        ServerLog.close();
    }
}
