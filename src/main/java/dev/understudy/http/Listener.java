package dev.understudy.http;

import dev.understudy.road.AnswerListener;
import dev.understudy.road.Exchange;
import dev.understudy.road.Problem;
import dev.understudy.road.Session;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One event loop's share of the server; all of them listen on the same port. */
final class Listener extends VerticleBase {
    private final SocketAddress address;
    private final HttpServerOptions options;
    private final House house;
    private final Clients clients;
    private @Nullable HttpServer server;

    /** What all event loops have in common. */
    record House(
            Gate gate, Doorman doorman, Drain drain, Exchange exchange, Session session, AnswerListener listener) {}

    Listener(SocketAddress address, HttpServerOptions options, House house, Clients clients) {
        this.address = address;
        this.options = options;
        this.house = house;
        this.clients = clients;
    }

    @Override
    public Future<?> start() {
        server = vertx.createHttpServer(options)
                .connectionHandler(clients::connected)
                .requestHandler(this::take)
                .invalidRequestHandler(request -> refuse(
                        request,
                        new Malformed(house.gate().limits())
                                .problem(request.decoderResult().cause())));
        vertx.setPeriodic(house.gate().patience().tick().toMillis(), tick -> clients.sweep());
        return server.listen(address);
    }

    /** Accepts no connection any more, and closes each as soon as it has no request in flight. */
    Future<Void> drain(Duration grace) {
        return Objects.requireNonNull(server).shutdown(grace);
    }

    /** The port that it listens on, once it does. */
    int port() {
        return Objects.requireNonNull(server).actualPort();
    }

    private void take(HttpServerRequest request) {
        Optional<Problem> objection = house.doorman().objection(request);
        if (objection.isPresent()) {
            refuse(request, objection.get());
        } else {
            conversation(request, house.exchange()).begin();
        }
    }

    private void refuse(HttpServerRequest request, Problem problem) {
        conversation(request, ignored -> problem.answer()).refuse();
    }

    private Conversation conversation(HttpServerRequest request, Exchange exchange) {
        return new Conversation(request, exchange, Clients.of(request.connection()), house);
    }
}
