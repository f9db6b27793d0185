package dev.understudy.http;

import dev.understudy.road.Exchange;
import dev.understudy.road.Session;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides where a request goes. {@code /-/in/KEY} in front of a path names a session and is taken off first; then what
 * is below {@code /-/} goes to the server's own pages, and everything else to the road.
 */
final class Door {
    private static final String OWN = "/-/";
    private static final String IN = OWN + "in/";
    /** Pages that need no router; a request for a token is asked with its body. */
    private static final Set<String> WHOLE = Set.of("/-/health", "/-/ready", "/-/token");
    /** The one session that there is. */
    private static final String DEFAULT = IN + Session.DEFAULT;

    private final Vertx vertx;
    private final Service service;
    private final Exchange own;
    private @Nullable Handler<HttpServerRequest> pages;

    Door(Vertx vertx, Service service, Drain drain) {
        this.vertx = vertx;
        this.service = service;
        this.own = drain.around(service.own());
    }

    /** The path inside its session; the path itself if it names no session that there is. */
    static String inside(String path) {
        if (!path.startsWith(DEFAULT)) {
            return path;
        }
        String rest = path.substring(DEFAULT.length());
        return rest.isEmpty() ? "/" : rest.startsWith("/") ? rest : path;
    }

    /** Whether a path inside its session is for the road. */
    static boolean isCall(String path) {
        return !path.startsWith(OWN);
    }

    /** What answers a path inside its session; null where the pages do. */
    @Nullable
    Exchange exchange(String path) {
        if (isCall(path)) {
            return service.road();
        }
        // The first request of every start is for health or ready, and making the router would keep it waiting.
        return WHOLE.contains(path) || path.startsWith(IN) ? own : null;
    }

    /** What answers all other pages. */
    synchronized Handler<HttpServerRequest> pages() {
        if (pages == null) {
            pages = service.pages().apply(vertx);
        }
        return pages;
    }
}
