package dev.understudy.server;

import dev.understudy.exchange.Exchange;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.SocketAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One event loop's share of the server; all of them listen on the same port. */
final class Listener extends VerticleBase {
    private final SocketAddress address;
    private final HttpServerOptions options;
    private final Exchange exchange;
    private @Nullable HttpServer server;

    Listener(SocketAddress address, HttpServerOptions options, Exchange exchange) {
        this.address = address;
        this.options = options;
        this.exchange = exchange;
    }

    @Override
    public Future<?> start() {
        server = vertx.createHttpServer(options)
                .requestHandler(request -> new Conversation(request, exchange).begin())
                .invalidRequestHandler(request -> {
                    Exchange refusal = ignored ->
                            Malformed.problem(request.decoderResult().cause()).answer();
                    new Conversation(request, refusal).refuse();
                });
        return server.listen(address);
    }

    /** The port that it listens on, once it does. */
    int port() {
        return Objects.requireNonNull(server).actualPort();
    }
}
