package dev.understudy.server;

import dev.understudy.exchange.Exchange;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** The HTTP server in front of an exchange, listening from its beginning until it is closed. */
public final class MockServer implements AutoCloseable {
    private final Vertx vertx;
    private final int port;
    private final CountDownLatch closed = new CountDownLatch(1);

    private MockServer(Vertx vertx, int port) {
        this.vertx = vertx;
        this.port = port;
    }

    /** A server that listens, with one event loop for each core. */
    public static MockServer start(Settings settings, Exchange exchange) throws CannotListen {
        try {
            InetAddress.getByName(settings.host());
        } catch (UnknownHostException e) {
            throw CannotListen.because(settings, e);
        }
        int loops = Runtime.getRuntime().availableProcessors();
        List<Listener> listeners = Stream.generate(() -> new Listener(address(settings), http(), exchange))
                .limit(loops)
                .toList();
        var deployed = listeners.iterator();
        Vertx vertx = Vertx.vertx(options(loops));
        try {
            vertx.deployVerticle(deployed::next, new DeploymentOptions().setInstances(loops))
                    .await();
        } catch (Exception e) {
            // Not only what it declares: await throws whatever the deployment failed with.
            vertx.close().await();
            throw CannotListen.because(settings, e);
        }
        return new MockServer(vertx, listeners.get(0).port());
    }

    /** The port that it listens on, also when any free one was asked for. */
    public int port() {
        return port;
    }

    /** Waits until it is closed. */
    public void awaitClose() throws InterruptedException {
        closed.await();
    }

    @Override
    public void close() {
        vertx.close().await();
        closed.countDown();
    }

    private static VertxOptions options(int loops) {
        // Nothing is read through Vert.x's file system, and its cache folder would need a writable disk.
        var files = new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
        return new VertxOptions().setEventLoopPoolSize(loops).setFileSystemOptions(files);
    }

    /** Of port 0, each event loop would get another port. */
    private static SocketAddress address(Settings settings) {
        return settings.port() == 0
                ? SocketAddress.sharedRandomPort(1, settings.host())
                : SocketAddress.inetSocketAddress(settings.port(), settings.host());
    }

    private static HttpServerOptions http() {
        return new HttpServerOptions()
                .setMaxInitialLineLength(Limits.REQUEST_LINE)
                .setMaxHeaderSize(Limits.HEADERS)
                .setHttp2ClearTextEnabled(false);
    }
}
