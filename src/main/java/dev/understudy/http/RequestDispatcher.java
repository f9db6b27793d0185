package dev.understudy.http;

import dev.understudy.road.Exchange;
import dev.understudy.session.SessionKeyReader;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides where a request goes. {@code /-/in/KEY} in front of a path names a session and is taken off first; then what
 * is below {@code /-/} goes to the server's own pages, and everything else to the road.
 */
final class RequestDispatcher {
    private static final String OWN = "/-/";
    /** Pages that need no router; a request for a token is asked with its body. */
    private static final Set<String> WHOLE = Set.of("/-/health", "/-/ready", "/-/token");

    private static final String READY = "/-/ready";

    private static final String CONSOLE = "/-/console/";

    /** Where the control API begins; what it is asked may have a body. */
    private static final String CONTROL = "/-/sessions";

    /** What it shows of the mocked APIs. */
    private static final String APIS = "/-/apis";

    /** What is sent to these pages has a body, and some take longer than an event loop may wait. */
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
     * Where a request goes inside its session.
     *
     * @param key what follows {@code /-/in/} in its path, whether it is a key or not; null if that does not begin so
     * @param path what follows that
     */
    record Inside(@Nullable String key, String path) {}

    /** Where a path leads: of slashes behind a key, one counts, since joined addresses easily have two. */
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

    /** Whether a path inside its session is for the road. */
    static boolean isCall(String path) {
        return !path.startsWith(OWN);
    }

    /**
     * Whether a path is one of the console's files, of which a browser asks for a dozen at once: the log tells none.
     */
    static boolean isFile(String path) {
        return path.startsWith(CONSOLE);
    }

    /** What answers a path inside its session; null where the pages do. */
    @Nullable
    Exchange exchange(String path, @Nullable String query) {
        if (isCall(path)) {
            return service.road();
        }
        // The first request of every start is for health or ready, and making the router would keep it waiting.
        boolean controls = isBelow(CONTROL, path) && !isStream(path) || isBelow(APIS, path);
        return controls || path.startsWith(WEBHOOKS) || isWhole(path, query) ? own : null;
    }

    private static boolean isBelow(String root, String path) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    /** Whoever waits until something is ready is answered later, which only the router can do. */
    private static boolean isWhole(String path, @Nullable String query) {
        return WHOLE.contains(path) && (query == null || !path.equals(READY) || !query.contains("wait="));
    }

    /** Whether this is {@code /-/sessions/KEY/events}, which only the router can answer. */
    private static boolean isStream(String path) {
        int behindKey = path.indexOf('/', CONTROL.length() + 1);
        return behindKey > 0 && path.substring(behindKey).equals("/events");
    }

    /** What answers all other pages. */
    synchronized Handler<HttpServerRequest> pages() {
        if (pages == null) {
            pages = service.pages().apply(vertx);
        }
        return pages;
    }
}
