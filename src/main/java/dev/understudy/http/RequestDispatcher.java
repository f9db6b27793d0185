package dev.understudy.http;

import dev.understudy.road.Exchange;
import dev.understudy.session.SessionKeyReader;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what handles a request. {@code /-/in/KEY} at the start of a path names a session and is removed first; then
 * paths below {@code /-/} go to the server's own pages, and all others to the APIs.
 */
final class RequestDispatcher {
    private static final String OWN = "/-/";
    /** Pages that need no router; the page for tokens is called with its body. */
    private static final Set<String> WHOLE = Set.of("/-/health", "/-/ready", "/-/token");

    private static final String READY = "/-/ready";

    private static final String CONSOLE = "/-/console/";

    /** The root of the control API; requests to it may have a body. */
    private static final String CONTROL = "/-/sessions";

    /** The root of the part of the control API that shows the mocked APIs. */
    private static final String APIS = "/-/apis";

    /** Requests to these pages have a body, and some take too long for an event loop. */
    private static final String WEBHOOKS = "/-/webhooks";

    private final Vertx vertx;
    private final Service service;
    private final Exchange own;
    private @Nullable Handler<HttpServerRequest> pages;

    RequestDispatcher(Vertx vertx, Service service, Drain drain) {
        this.vertx = vertx;
        this.service = service;
        this.own = drain.around(service.own());
    }

    /**
     * A path, split into session key and rest.
     *
     * @param key the text after {@code /-/in/}, valid or not; null if the path does not start with that
     * @param path the rest of the path
     */
    record Inside(@Nullable String key, String path) {}

    /** Splits a path; several slashes after the key count as one, since joined URLs often have two. */
    static Inside inside(String path) {
        if (!path.startsWith(SessionKeyReader.PREFIX)) {
            return new Inside(null, path);
        }
        int from = SessionKeyReader.PREFIX.length();
        int slash = path.indexOf('/', from);
        if (slash < 0) {
            return new Inside(path.substring(from), "/");
        }
        int last = slash;
        while (path.startsWith("/", last + 1)) {
            last++;
        }
        return new Inside(path.substring(from, slash), path.substring(last));
    }

    /** Whether a path inside its session is an API call. */
    static boolean isCall(String path) {
        return !path.startsWith(OWN);
    }

    /** Whether a path is a file of the console. A browser requests a dozen of them at once, so they are not logged. */
    static boolean isFile(String path) {
        return path.startsWith(CONSOLE);
    }

    /** The exchange for a path inside its session; null if the router's pages handle it. */
    @Nullable
    Exchange exchange(String path, @Nullable String query) {
        if (isCall(path)) {
            return service.road();
        }
        // The first request after a start is usually for health or readiness, which creating the router would delay.
        boolean controls = isBelow(CONTROL, path) && !isStream(path) || isBelow(APIS, path);
        return controls || path.startsWith(WEBHOOKS) || isWhole(path, query) ? own : null;
    }

    private static boolean isBelow(String root, String path) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    /** Only the router can delay an answer, for a request that waits until something is ready. */
    private static boolean isWhole(String path, @Nullable String query) {
        return WHOLE.contains(path) && (query == null || !path.equals(READY) || !query.contains("wait="));
    }

    /** Whether this is {@code /-/sessions/KEY/events}, which only the router can handle. */
    private static boolean isStream(String path) {
        int behindKey = path.indexOf('/', CONTROL.length() + 1);
        return behindKey > 0 && path.substring(behindKey).equals("/events");
    }

    /** The handler for all other pages. */
    synchronized Handler<HttpServerRequest> pages() {
        if (pages == null) {
            pages = service.pages().apply(vertx);
        }
        return pages;
    }
}
