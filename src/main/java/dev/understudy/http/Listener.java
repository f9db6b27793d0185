package dev.understudy.http;

import dev.understudy.http.sending.Delays;
import dev.understudy.road.Problem;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The part of the server on one event loop; all event loops listen on the same addresses and port. */
final class Listener extends VerticleBase {
    private final List<String> hosts;
    private final int port;
    private final HttpServerOptions options;
    private final Parts parts;
    private final LoopConnections clients;
    /** One server for each address. */
    private final List<HttpServer> servers = new CopyOnWriteArrayList<>();

    /** What all event loops share. */
    record Parts(
            AccessSettings access,
            RequestCheck requestCheck,
            Drain drain,
            HeaderFields fields,
            Service service,
            RequestDispatcher dispatcher,
            WorkerExecutor workers,
            OutOfMemory exhaustion,
            Delays delays) {}

    /** @param port the port for all these hosts; 0 for any free port */
    Listener(List<String> hosts, int port, HttpServerOptions options, Parts parts, LoopConnections clients) {
        this.hosts = List.copyOf(hosts);
        this.port = port;
        this.options = options;
        this.parts = parts;
        this.clients = clients;
    }

    @Override
    public Future<?> start() {
        vertx.setPeriodic(parts.access().timeouts().tick().toMillis(), tick -> clients.sweep());
        Future<?> listening = Future.succeededFuture();
        for (String host : hosts) {
            listening = listening.compose(before -> listen(host));
        }
        return listening;
    }

    private Future<?> listen(String host) {
        HttpServer server = vertx.createHttpServer(options)
                .connectionHandler(clients::connected)
                .requestHandler(this::take)
                .invalidRequestHandler(request -> refuse(
                        request,
                        new MalformedRequest(parts.access().limits())
                                .problem(request.decoderResult().cause())));
        return server.listen(socket(host))
                .onSuccess(servers::add)
                .recover(failure -> Future.failedFuture(
                        CannotListen.because(new Address(host, servers.isEmpty() ? port : port()), failure)));
    }

    /** With port 0, each event loop and each address would get a different port. */
    private SocketAddress socket(String host) {
        if (port != 0) {
            return SocketAddress.inetSocketAddress(port, host);
        }
        return servers.isEmpty()
                ? SocketAddress.sharedRandomPort(1, host)
                : SocketAddress.inetSocketAddress(port(), host);
    }

    /** The port that it listens on, after it has started. */
    int port() {
        return servers.get(0).actualPort();
    }

    private void take(HttpServerRequest request) {
        Optional<Problem> problem = parts.requestCheck().problem(request);
        if (problem.isPresent()) {
            refuse(request, problem.get());
        } else {
            conversation(request).begin();
        }
    }

    private void refuse(HttpServerRequest request, Problem problem) {
        conversation(request).refuse(problem);
    }

    private HttpExchange conversation(HttpServerRequest request) {
        return new HttpExchange(request, LoopConnections.of(request.connection()), parts);
    }
}
