package dev.understudy.http;

import dev.understudy.http.sending.Delays;
import dev.understudy.road.Exchange;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.transports.TransportInternal;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An HTTP server for an exchange; it listens until it is closed. */
public final class MockServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MockServer.class);

    /** How many times to look for a port that is free on all addresses. */
    private static final int ATTEMPTS = 20;

    private final Vertx vertx;
    private final List<Listener> listeners;
    private final List<String> hosts;
    private final Drain drain;
    private final Connections connections;
    private final HealthPort health;
    private final CountDownLatch closed;

    private MockServer(
            Vertx vertx,
            List<Listener> listeners,
            List<String> hosts,
            Drain drain,
            Connections connections,
            HealthPort health,
            CountDownLatch closed) {
        this.vertx = vertx;
        this.listeners = listeners;
        this.hosts = hosts;
        this.drain = drain;
        this.connections = connections;
        this.health = health;
        this.closed = closed;
    }

    /** Starts a server with one event loop for each core that answers everything from this exchange. */
    public static MockServer start(Address address, AccessSettings access, Exchange exchange) throws CannotListen {
        return start(address, access, Service.of(exchange));
    }

    /** Starts a server with one event loop for each core. */
    public static MockServer start(Address address, AccessSettings access, Service service) throws CannotListen {
        return start(address, access, service, Delays.SYSTEM);
    }

    static MockServer start(Address address, AccessSettings access, Service service, Delays delays)
            throws CannotListen {
        List<String> hosts = hosts(address);
        for (int attempt = 1; ; attempt++) {
            try {
                return start(address, hosts, access, service, delays);
            } catch (CannotListen e) {
                // A port that is free on one address may be in use on the other.
                if (address.port() != 0 || hosts.size() == 1 || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static MockServer start(
            Address address, List<String> hosts, AccessSettings access, Service service, Delays delays)
            throws CannotListen {
        HttpServerOptions http = http(address, access, service.hosts().get());
        int loops = Runtime.getRuntime().availableProcessors();
        var open = new Connections();
        var accepted = new AcceptedConnections(access, open);
        Vertx vertx = vertx(loops, accepted);
        var closed = new CountDownLatch(1);
        var exhaustion = new OutOfMemory(vertx, service.outOfMemory(), closed::countDown);
        vertx.exceptionHandler(failure -> failed(failure, exhaustion));
        var drain = new Drain();
        var parts = new Listener.Parts(
                access,
                new RequestCheck(access.limits(), new AllowedHosts(address, access), service.hosts()),
                drain,
                new HeaderFields(access.timeouts().idle()),
                service,
                new RequestDispatcher(vertx, service, drain),
                vertx.createSharedWorkerExecutor("long-call", Math.max(1, loops - 1)),
                exhaustion,
                delays);
        var connections = new AtomicInteger();
        List<Listener> listeners = IntStream.range(0, loops)
                .mapToObj(loop ->
                        new Listener(hosts, address.port(), http, parts, new LoopConnections(access, connections)))
                .toList();
        var deployed = listeners.iterator();
        try {
            vertx.deployVerticle(deployed::next, new DeploymentOptions().setInstances(loops))
                    .await();
        } catch (Exception e) {
            // Catch everything: await throws whatever made the deployment fail, declared or not.
            vertx.close().await();
            throw e instanceof CannotListen cannot ? cannot : CannotListen.because(address, e);
        }
        var health = new HealthPort(drain.around(service.own()), accepted);
        return new MockServer(vertx, listeners, hosts, drain, open, health, closed);
    }

    private static List<String> hosts(Address address) throws CannotListen {
        try {
            return address.hosts();
        } catch (UnknownHostException e) {
            throw CannotListen.because(address, e);
        }
    }

    /** The addresses that it listens on, or the name if it has only one. */
    public List<String> hosts() {
        return hosts;
    }

    /** The port that it listens on, even if any free port was requested. */
    public int port() {
        return listeners.get(0).port();
    }

    /**
     * Opens a plain HTTP port on 127.0.0.1 that serves {@code /-/health} and {@code /-/ready} while the server runs,
     * and returns its number.
     */
    public int openHealthPort() throws CannotListen {
        try {
            vertx.deployVerticle(health).await();
        } catch (Exception e) {
            throw CannotListen.because(new Address("127.0.0.1", 0), e);
        }
        return health.port();
    }

    /** Waits until the server is closed. */
    public void awaitClose() throws InterruptedException {
        closed.await();
    }

    /**
     * Shuts down gracefully: reports that it is not ready, accepts requests during the delay, finishes those that have
     * arrived within the grace time, and closes.
     */
    public void drain(Duration delay, Duration grace) {
        drain.begin();
        LOG.info(
                "Told to end. It is draining: it accepts for {} ms, and then requests in flight have {} ms",
                delay.toMillis(),
                grace.toMillis());
        try {
            boolean running = !closed.await(delay.toNanos(), TimeUnit.NANOSECONDS);
            int left = running ? connections.drain(grace) : 0;
            if (left > 0) {
                LOG.warn("The grace time is over: {} connections are cut, with what was asked for on them", left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    @Override
    public void close() {
        vertx.close().await();
        closed.countDown();
    }

    /** Handles failures outside any request: a broken connection, or an exception in a timer. */
    private static void failed(Throwable failure, OutOfMemory exhaustion) {
        if (!exhaustion.is(failure)) {
            LOG.error("An event loop met a failure", failure);
        }
    }

    private static Vertx vertx(int loops, AcceptedConnections accepted) {
        // Vert.x then encodes immutable header fields only once.
        System.setProperty("vertx.cacheImmutableHttpResponseHeaders", "true");
        // The server reads nothing through Vert.x's file system, whose cache folder would need a writable disk.
        var files = new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
        var options = new VertxOptions()
                .setEventLoopPoolSize(loops)
                // Workers do what takes long: the first call of a large list creates its records.
                .setMaxWorkerExecuteTime(TimeUnit.MINUTES.toNanos(10))
                .setFileSystemOptions(files);
        return Vertx.builder()
                .with(options)
                .withTransport(new TransportInternal("nio", true, null, accepted))
                .build();
    }

    private static HttpServerOptions http(Address address, AccessSettings access, Set<String> hosts)
            throws CannotListen {
        // HTTP/1 has its own decoder with limits; these are for HTTP/2.
        var options = new HttpServerOptions()
                .setMaxInitialLineLength(access.limits().requestLine())
                .setMaxHeaderSize(access.limits().headerBytes())
                .setAcceptBacklog(4096)
                // No API here uses WebSocket, and its compression would inspect every message.
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setHttp2ClearTextEnabled(false);
        options.getInitialSettings().setMaxHeaderListSize(access.limits().headerBytes());
        Certificate.of(access.encryption(), address, hosts)
                .ifPresent(
                        certificate -> options.setSsl(true).setUseAlpn(true).setKeyCertOptions(certificate.options()));
        return options;
    }
}
