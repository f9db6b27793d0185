package dev.understudy.live;

import dev.understudy.http.CannotListen;
import dev.understudy.http.Encryption;
import dev.understudy.http.MockServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;

/** A running server, until it is closed. */
public final class Running implements AutoCloseable {
    private static final Duration AFTER_THE_START = Duration.ofSeconds(5);

    private final Settings settings;
    private final LiveSnapshot live;
    private final MockServer server;
    private final Watch watch;
    private final BackgroundCheck findings = new BackgroundCheck();

    Running(Settings settings, LiveSnapshot live, MockServer server, Watch watch) {
        this.settings = settings;
        this.live = live;
        this.server = server;
        this.watch = watch;
    }

    /** The port that it listens on, even if any free port was requested. */
    public int port() {
        return server.port();
    }

    /** The base URL for calls from this machine, without a path: {@code http://127.0.0.1:8080}. */
    public URI baseUrl() {
        String host =
                switch (settings.host()) {
                    // A wildcard address cannot be called.
                    case "0.0.0.0", "::", "[::]" -> "localhost";
                    // Some clients know only one of the two loopback addresses.
                    case "localhost" -> hosts().get(0);
                    default -> settings.host();
                };
        String scheme = settings.access().encryption() instanceof Encryption.None ? "http" : "https";
        boolean bare = host.contains(":") && !host.startsWith("[");
        // The zone of an IPv6 address must be escaped (RFC 6874 section 2).
        String named = bare ? "[" + host.replace("%", "%25") + "]" : host;
        return URI.create(scheme + "://" + named + ":" + port());
    }

    /** The addresses that it listens on, or the name if it has only one. */
    public List<String> hosts() {
        return server.hosts();
    }

    /**
     * Opens a plain HTTP port on 127.0.0.1 that serves {@code /-/health} and {@code /-/ready} while the server runs,
     * and returns its number; for probes on the same machine.
     */
    public int openHealthPort() throws CannotListen {
        return server.openHealthPort();
    }

    /** The current snapshot. Keeping a reference keeps its records in memory, even after a reload. */
    public Snapshot snapshot() {
        return live.current();
    }

    /**
     * Reads contracts and fixtures again; later requests are answered from them.
     *
     * @throws CannotLoad if they have faults; the previous snapshot is then still served
     */
    public void reload() throws CannotLoad {
        live.reload();
    }

    /** Reloads soon, on another thread; faults are logged. */
    public void reloadSoon() {
        watch.reload();
    }

    /**
     * Returns free memory to the operating system from now on: while the server is idle, and after a reload, which
     * turns the previous snapshot into garbage. This sets options of the virtual machine, so use it only in a process
     * that runs nothing else.
     */
    public void giveBackMemory() {
        // Monitoring the heap loads a hundred classes, and the first answers need not wait for that.
        var later = new Timer("idle-heap", true);
        var look = new TimerTask() {
            @Override
            public void run() {
                later.cancel();
                IdleHeap.lookAfter(IdleHeap.IDLE).ifPresent(heap -> live.afterEachReload(heap::collect));
            }
        };
        later.schedule(look, AFTER_THE_START.toMillis());
    }

    /**
     * Checks the examples and answers of the user's contracts in the background from now on, and logs the findings. The
     * command {@code check} reports the same findings.
     */
    public void checkInBackground() {
        findings.begin(snapshot().contracts());
        live.afterEachReload(() -> findings.begin(snapshot().contracts()));
    }

    /** Waits until the server is closed. */
    public void awaitClose() throws InterruptedException {
        server.awaitClose();
    }

    /**
     * Shuts down gracefully: reports that it is not ready, keeps accepting for the drain delay of the settings, zero by
     * default, finishes requests in flight within this grace time, and closes.
     */
    public void drain(Duration grace) {
        live.endStreams();
        server.drain(settings.access().timeouts().drainDelay(), grace);
        watch.close();
        findings.close();
        live.close();
    }

    @Override
    public void close() {
        watch.close();
        findings.close();
        server.close();
        live.close();
    }
}
