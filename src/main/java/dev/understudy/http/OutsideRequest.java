package dev.understudy.http;

import dev.understudy.api.Body;
import dev.understudy.api.Request;
import dev.understudy.api.Target;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;

/** Converts a request of any HTTP version for the rest of the server. */
final class OutsideRequest {
    private final HttpServerRequest request;
    private final Connection connection;

    OutsideRequest(HttpServerRequest request, Connection connection) {
        this.request = request;
        this.connection = connection;
    }

    /** A target in absolute form (RFC 9112 section 3.2.2) also contains a path. */
    String path() {
        String path = request.path();
        return path == null ? "" : path;
    }

    /**
     * The request for the exchange.
     *
     * @param path the path inside its session
     * @param inflated whether the content coding was removed from the body; the header field is then omitted
     */
    Request with(String path, Body body, boolean inflated) {
        return new Request(
                request.method().name(),
                path,
                request.query(),
                inflated ? name -> name.equalsIgnoreCase("Content-Encoding") ? List.of() : fields(name) : this::fields,
                body);
    }

    /** Host is the requested authority, wherever the request has it. */
    private List<String> fields(String name) {
        if (name.equals("Host")) {
            return RequestCheck.hosts(request);
        } else if (name.charAt(0) == ':') {
            return pseudoField(name);
        }
        return all(request.headers(), name);
    }

    /** The pseudo-header fields of HTTP/2, for any version. */
    private List<String> pseudoField(String name) {
        return switch (name) {
            case Target.SCHEME -> List.of(request.isSSL() ? "https" : "http");
            case Target.PATH -> List.of(path());
            case Target.PEER -> List.of(connection.peer());
            default -> List.of();
        };
    }

    /** Most requested fields are absent, and then no new list is created. */
    static List<String> all(MultiMap headers, CharSequence name) {
        return headers.contains(name) ? headers.getAll(name) : List.of();
    }

    static boolean isHttp1(HttpServerRequest request) {
        return request.version() != HttpVersion.HTTP_2;
    }
}
