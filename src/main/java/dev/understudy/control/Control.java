package dev.understudy.control;

import dev.understudy.api.Body;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import dev.understudy.road.Exchange;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Leads requests below {@code /-/} to what answers them. */
public final class Control {
    private final Exchange pages;

    /** @param pages answers for the pages, also for those that are not there */
    public Control(Exchange pages) {
        this.pages = pages;
    }

    /** A router of all that is below {@code /-/}. */
    public Handler<HttpServerRequest> router(Vertx vertx) {
        Router router = Router.router(vertx);
        router.route().handler(this::page);
        router.errorHandler(400, this::page);
        return router;
    }

    private void page(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = request.path() == null ? "" : request.path();
        Response response = pages.answer(new Request(
                        request.method().name(), path, request.query(), request.headers()::getAll, Body.NONE))
                .response();
        HttpServerResponse out = context.response().setStatusCode(response.status());
        response.headers().forEach(out::putHeader);
        if (response.status() != 204 && response.status() != 304) {
            out.putHeader("Content-Length", String.valueOf(response.bytes().length));
        }
        if (request.method().equals(HttpMethod.HEAD)) {
            out.end();
        } else {
            out.end(Buffer.buffer(response.bytes()));
        }
    }
}
