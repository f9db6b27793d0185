package dev.understudy.control;

import dev.understudy.api.Body;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import dev.understudy.api.Target;
import dev.understudy.control.access.Guard;
import dev.understudy.control.sessions.CallStreams;
import dev.understudy.road.Answer;
import dev.understudy.road.Exchange;
import dev.understudy.road.Problem;
import dev.understudy.session.SessionKeyReader;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Routes requests below {@code /-/} to their handlers. */
public final class Control {
    private static final Answer WELCOME = Answer.of(new Response(200, Map.of(), Body.NONE));

    /** The usual query of a stream; only the contract can judge any other. */
    private static final Pattern PLAIN = Pattern.compile("since=(0|[1-9]\\d{0,17})");

    private final Exchange pages;
    private final Exchange api;
    private final CallStreams streams;
    private final RevisionWaits waits;
    private final Exchange guarded;

    /**
     * Routes requests to these handlers.
     *
     * @param pages answers for the pages, including those that do not exist
     * @param api the control API, which refuses requests that break its contract
     * @param streams opens streams of calls, for requests that the guard admits
     * @param waits handles requests that wait until a revision is served
     */
    public Control(Exchange pages, Exchange api, CallStreams streams, RevisionWaits waits, Guard guard) {
        this.waits = waits;
        this.pages = pages;
        this.api = api;
        this.streams = streams;
        this.guarded = guard.around(incoming -> WELCOME);
    }

    /** A router for everything below {@code /-/}. */
    public Handler<HttpServerRequest> router(Vertx vertx) {
        Router router = Router.router(vertx);
        router.route(ControlApi.PATH + "/:key/" + CallStreams.PATH).handler(context -> stream(vertx, context));
        router.route(Readiness.PATH).handler(context -> ready(vertx, context));
        router.route().handler(context -> page(vertx, context));
        router.errorHandler(400, this::page);
        return router;
    }

    private void stream(Vertx vertx, RoutingContext context) {
        Request request = request(context.request());
        Answer answer = guarded.answer(request);
        if (answer != WELCOME) {
            send(context, answer.response());
        } else if (!List.of("GET", "HEAD").contains(request.method())) {
            String detail = "method must be GET or HEAD, was " + request.method();
            send(
                    context,
                    Problem.of(405, "Method Not Allowed", detail, request.path())
                            .response(Map.of("Allow", "GET, HEAD")));
        } else if (SessionKeyReader.isKey(String.valueOf(context.pathParam("key")))
                && (request.query() == null || PLAIN.matcher(request.query()).matches())) {
            open(vertx, context);
        } else {
            vertx.executeBlocking(() -> api.answer(request), false)
                    .onSuccess(judged -> {
                        if (judged.response().status() >= 400) {
                            send(context, judged.response());
                        } else {
                            open(vertx, context);
                        }
                    })
                    .onFailure(context::fail);
        }
    }

    private void open(Vertx vertx, RoutingContext context) {
        streams.open(vertx, context.request(), Objects.requireNonNull(context.pathParam("key")));
    }

    private void page(Vertx vertx, RoutingContext context) {
        Request request = request(context.request());
        if (OwnPages.takesLong(request.path())) {
            vertx.executeBlocking(() -> pages.answer(request), false)
                    .onSuccess(answer -> send(context, answer.response()))
                    .onFailure(context::fail);
        } else {
            page(context);
        }
    }

    private void page(RoutingContext context) {
        send(context, pages.answer(request(context.request())).response());
    }

    /** A request that does not wait gets the page, which also reports a wrong method or query. */
    private void ready(Vertx vertx, RoutingContext context) {
        ReadyQuery query = ReadyQuery.of(context.request().query());
        boolean reads =
                List.of("GET", "HEAD").contains(context.request().method().name());
        if (!reads || query.longest().isZero()) {
            page(context);
            return;
        }
        waits.open(vertx, context.request(), query, ready -> page(context));
    }

    private static Request request(HttpServerRequest request) {
        String path = request.path() == null ? "" : request.path();
        return new Request(request.method().name(), path, request.query(), name -> fields(request, name), Body.NONE);
    }

    private static List<String> fields(HttpServerRequest request, String name) {
        return switch (name) {
            case Target.PEER -> List.of(request.remoteAddress().hostAddress());
            case Target.SCHEME -> List.of(request.isSSL() ? "https" : "http");
            case "Host" ->
                request.authority() == null
                        ? List.of()
                        : List.of(request.authority().toString());
            // HTTP header names never start with a colon.
            default -> name.startsWith(":") ? List.of() : request.headers().getAll(name);
        };
    }

    private static void send(RoutingContext context, Response response) {
        HttpServerResponse out = context.response().setStatusCode(response.status());
        response.headers().forEach(out::putHeader);
        if (response.status() != 204 && response.status() != 304) {
            out.putHeader("Content-Length", String.valueOf(response.bytes().length));
        }
        if (context.request().method().equals(HttpMethod.HEAD)) {
            out.end();
        } else {
            out.end(Buffer.buffer(response.bytes()));
        }
    }
}
