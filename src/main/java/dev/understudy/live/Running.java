package dev.understudy.live;

import dev.understudy.http.CannotListen;
import dev.understudy.http.Encryption;
import dev.understudy.http.MockServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;

/** A server that was started, until it is closed. */
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

    /** The port that it listens on, also when any free one was asked for. */
    public int port() {
        return server.port();
    }

    /** Where this machine calls it, without a path: {@code http://127.0.0.1:8080}. */
    public URI baseUrl() {
        String host =
                switch (settings.host()) {
                    // A wildcard address is no address to call.
                    case "0.0.0.0", "::", "[::]" -> "localhost";
                    // Some clients know only one of its two addresses.
                    case "localhost" -> hosts().get(0);
                    default -> settings.host();
                };
        String scheme = settings.access().encryption() instanceof Encryption.None ? "http" : "https";
        boolean bare = host.contains(":") && !host.startsWith("[");
        // A zone of an IPv6 address, RFC 6874 section 2
        String named = bare ? "[" + host.replace("%", "%25") + "]" : host;
        return URI.create(scheme + "://" + named + ":" + port());
    }

    /** The addresses, or the name of the only one, that it listens on. */
    public List<String> hosts() {
        return server.hosts();
    }

    /**
     * Opens a port of plain HTTP on 127.0.0.1 that has {@code /-/health} and {@code /-/ready} for as long as the server
     * runs, and returns its number: for probes that run beside the server.
     */
    public int openHealthPort() throws CannotListen {
        return server.openHealthPort();
    }

    /** What it serves now. Whoever keeps it keeps its records in memory, also when others are served. */
    public Snapshot snapshot() {
        return live.current();
    }

    /**
     * Reads contracts and fixtures again; requests that come afterwards are answered from them.
     *
     * @throws CannotLoad if they are broken; what was served before is served on
     */
    public void reload() throws CannotLoad {
        live.reload();
    }

    /** The same soon, on a thread of its own; faults go to the log. */
    public void reloadSoon() {
        watch.reload();
    }

    /**
     * From now on, memory that is free goes back to the machine: while there is nothing to do, and after a reload,
     * which makes garbage of all that was served before. It sets options of this virtual machine, so it is for a
     * process that is nothing else than this server.
     */
    public void giveBackMemory() {
        // What Java tells of its heap takes a hundred classes, which the first answers need not wait for.
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
     * From now on, examples and answers of brought contracts are checked while they are served, and the log is told
     * what was found in them. Whoever does not ask for it finds the same by {@code check}.
     */
    public void checkInBackground() {
        findings.begin(snapshot().contracts());
        live.afterEachReload(() -> findings.begin(snapshot().contracts()));
    }

    /** Waits until it is closed. */
    public void awaitClose() throws InterruptedException {
        server.awaitClose();
    }

    /**
     * Is not ready any more, goes on accepting for the drain delay of its settings, which is zero by default, finishes
     * the requests in flight as far as they take no longer than this, and closes.
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
