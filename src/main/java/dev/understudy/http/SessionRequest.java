package dev.understudy.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.http.HttpServerRequestInternal;
import io.vertx.core.internal.http.HttpServerRequestWrapper;
import io.vertx.core.net.SocketAddress;

/** A request as seen inside its session: without the key in its path, and with the client's address. */
final class SessionRequest extends HttpServerRequestWrapper {
    private final String path;
    private final SocketAddress peer;

    private SessionRequest(HttpServerRequest request, String path, SocketAddress peer) {
        super((HttpServerRequestInternal) request);
        this.path = path;
        this.peer = peer;
    }

    /** @param peer the client's address */
    static HttpServerRequest at(HttpServerRequest request, String path, String peer) {
        // The port is never used, but one must be given.
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

    /** Asking Vert.x for the address would load its HTTP/3 code. */
    @Override
    public SocketAddress remoteAddress() {
        return peer;
    }
}
