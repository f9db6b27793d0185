package dev.understudy.cli;

import dev.understudy.live.Running;
import dev.understudy.log.ServerLog;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import sun.misc.Signal;

/**
 * Stops the server. The first SIGTERM or SIGINT drains it, and the exit code is 0; a second one ends the process at
 * once. Any other end of the process, or an interrupt of the thread that waits, closes it.
 */
final class Shutdown {
    /** The signals that end a process, and their exit codes. */
    private static final Map<String, Integer> SIGNALS = Map.of("TERM", 143, "INT", 130);

    private final Running server;
    private final Duration grace;
    private final AtomicBoolean draining = new AtomicBoolean();
    private final Thread hook;

    private Shutdown(Running server, Duration grace) {
        this.server = server;
        this.grace = grace;
        this.hook = new Thread(this::atExit, "stop");
    }

    /** Stops the server at the next signal. */
    static Shutdown onSignal(Running server, Duration grace) {
        var stop = new Shutdown(server, grace);
        Runtime.getRuntime().addShutdownHook(stop.hook);
        // A shutdown hook alone could neither tell a second signal nor choose the exit code.
        SIGNALS.keySet().forEach(stop::listen);
        return stop;
    }

    /** Waits until the server is closed. */
    void await() {
        try {
            server.awaitClose();
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (InterruptedException e) {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already: the hook has closed the server.
            return;
        }
    }

    private void listen(String signal) {
        try {
            Signal.handle(new Signal(signal), this::signalled);
        } catch (IllegalArgumentException e) {
            // This Java keeps the signal for itself (-Xrs), or the system has none of that name.
            return;
        }
    }

    private void signalled(Signal signal) {
        if (!draining.compareAndSet(false, true)) {
            ServerLog.close();
            Runtime.getRuntime().halt(SIGNALS.getOrDefault(signal.getName(), 1));
        }
        new Thread(() -> server.drain(grace), "drain").start();
    }

    private void atExit() {
        server.close();
        ServerLog.close();
    }
}
