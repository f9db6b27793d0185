package dev.understudy.http;

import dev.understudy.api.Body;
import dev.understudy.api.Request;
import dev.understudy.api.Target;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;

/** A request as the rooms behind this one see it, whatever the version of HTTP. */
final class OutsideRequest {
    private final HttpServerRequest request;
    private final Connection connection;

    OutsideRequest(HttpServerRequest request, Connection connection) {
        this.request = request;
        this.connection = connection;
    }

    /** A target in absolute form (RFC 9112 section 3.2.2) has its path too. */
    String path() {
        String path = request.path();
        return path == null ? "" : path;
    }

    /**
     * The request.
     *
     * @param path inside its session
     * @param inflated whether a content coding was taken off the body; that is not there any more
     */
    Request with(String path, Body body, boolean inflated) {
        return new Request(
                request.method().name(),
                path,
                request.query(),
                inflated ? name -> name.equalsIgnoreCase("Content-Encoding") ? List.of() : fields(name) : this::fields,
                body);
    }

    /** Host is what the request is for, wherever it says so. */
    private List<String> fields(String name) {
        if (name.equals("Host")) {
            return RequestCheck.hosts(request);
        } else if (name.charAt(0) == ':') {
            return pseudoField(name);
        }
        return all(request.headers(), name);
    }

    /** What HTTP/2 sends as fields, whatever the version. */
    private List<String> pseudoField(String name) {
        return switch (name) {
            case Target.SCHEME -> List.of(request.isSSL() ? "https" : "http");
            case Target.PATH -> List.of(path());
            case Target.PEER -> List.of(connection.peer());
            default -> List.of();
        };
    }

    /** Most of what is asked for is not there, and to say so needs no list of its own. */
    static List<String> all(MultiMap headers, CharSequence name) {
        return headers.contains(name) ? headers.getAll(name) : List.of();
    }

    static boolean isHttp1(HttpServerRequest request) {
        return request.version() != HttpVersion.HTTP_2;
    }
}
