package dev.understudy.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.http.HttpServerRequestInternal;
import io.vertx.core.internal.http.HttpServerRequestWrapper;
import io.vertx.core.net.SocketAddress;

/** A request as it is inside its session, without the key in front of its path, and with the address it came from. */
final class SessionRequest extends HttpServerRequestWrapper {
    private final String path;
    private final SocketAddress peer;

    private SessionRequest(HttpServerRequest request, String path, SocketAddress peer) {
        super((HttpServerRequestInternal) request);
        this.path = path;
        this.peer = peer;
    }

    /** @param peer the address that it came from */
    static HttpServerRequest at(HttpServerRequest request, String path, String peer) {
        // The port is nobody's concern; one must be given.
        return new SessionRequest(request, path, SocketAddress.inetSocketAddress(1, peer.isEmpty() ? "unknown" : peer));
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String uri() {
        return query() == null ? path : path + "?" + query();
    }

    /** Vert.x would look for its own HTTP/3 to say it. */
    @Override
    public SocketAddress remoteAddress() {
        return peer;
    }
}
