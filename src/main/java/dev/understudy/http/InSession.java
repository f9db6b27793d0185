package dev.understudy.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.http.HttpServerRequestInternal;
import io.vertx.core.internal.http.HttpServerRequestWrapper;

/** A request as it is inside its session: without the key in front of its path. */
final class InSession extends HttpServerRequestWrapper {
    private final String path;

    private InSession(HttpServerRequest request, String path) {
        super((HttpServerRequestInternal) request);
        this.path = path;
    }

    static HttpServerRequest at(HttpServerRequest request, String path) {
        return path.equals(request.path()) ? request : new InSession(request, path);
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String uri() {
        return query() == null ? path : path + "?" + query();
    }
}
