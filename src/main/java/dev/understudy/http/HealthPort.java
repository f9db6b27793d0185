package dev.understudy.http;

import dev.understudy.api.Headers;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import dev.understudy.road.Exchange;
import dev.understudy.road.Problem;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.Map;
import java.util.Set;

/**
 * A plain HTTP port on 127.0.0.1 for probes on the same machine that know neither the server's address nor its
 * certificate. It serves only {@code /-/health} and {@code /-/ready}.
 */
final class HealthPort extends VerticleBase {
    private static final Set<String> PAGES = Set.of("/-/health", "/-/ready");

    private final Exchange exchange;
    private final AcceptedConnections accepted;
    private volatile int port;

    HealthPort(Exchange exchange, AcceptedConnections accepted) {
        this.exchange = exchange;
        this.accepted = accepted;
    }

    @Override
    public Future<?> start() {
        return vertx.createHttpServer(new HttpServerOptions().setIdleTimeout(10))
                .requestHandler(this::answer)
                .listen(SocketAddress.inetSocketAddress(0, "127.0.0.1"))
                .onSuccess(server -> {
                    port = server.actualPort();
                    accepted.plainPort(port);
                });
    }

    int port() {
        return port;
    }

    private void answer(HttpServerRequest request) {
        String path = request.path();
        Response response = path != null && PAGES.contains(path)
                ? exchange.answer(new Request("GET", path, null, Headers.NONE, new byte[0]))
                        .response()
                : Problem.of(404, "Not Found", "This port has the pages /-/health and /-/ready.", "")
                        .response(Map.of());
        response.headers().forEach(request.response()::putHeader);
        request.response()
                .putHeader("Date", DateField.NOW.text())
                .putHeader("Content-Length", String.valueOf(response.bytes().length))
                .setStatusCode(response.status())
                .end(Buffer.buffer(response.bytes()));
    }
}
