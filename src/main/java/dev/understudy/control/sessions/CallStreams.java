package dev.understudy.control.sessions;

import dev.understudy.journal.Journal;
import dev.understudy.journal.Redaction;
import dev.understudy.session.Session;
import dev.understudy.session.Sessions;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Sends the calls of a session as they happen, as server-sent events (HTML Living Standard, section 9.2). After most
 * error statuses, an {@code EventSource} never reconnects, so if there is no room for a stream, it is opened and ended
 * at once, and its client tries again later.
 */
public final class CallStreams {
    /** The path of a stream, below its session. */
    public static final String PATH = "events";

    private static final int MOST = 64;

    private final Sessions sessions;
    private final Journal journal;
    private final Supplier<Redaction> redaction;
    private final Set<CallStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** @param redaction supplies what hides the secrets of the served contracts */
    public CallStreams(Sessions sessions, Journal journal, Supplier<Redaction> redaction) {
        this.sessions = sessions;
        this.journal = journal;
        this.redaction = redaction;
    }

    /** Opens a stream for a request. If the session does not exist, 204 tells the client not to reconnect. */
    public void open(Vertx vertx, HttpServerRequest request, String key) {
        HttpServerResponse out = request.response();
        Optional<Session> session = sessions.find(key);
        if (session.isEmpty()) {
            out.setStatusCode(204).end();
            return;
        }
        out.putHeader("Content-Type", "text/event-stream").putHeader("Cache-Control", "no-store");
        if (request.version() != HttpVersion.HTTP_1_0) {
            out.setChunked(true);
        }
        if (request.method().equals(HttpMethod.HEAD)) {
            out.end();
            return;
        }
        out.write(": calls of " + key + "\nretry: 3000\n\n");
        if (closed || open.size() >= MOST) {
            out.end();
            return;
        }
        var stream =
                new CallStream(vertx, out, session.get(), journal, redaction, open::remove, () -> sessions.find(key)
                        .equals(session));
        open.add(stream);
        stream.begin(since(request));
    }

    /**
     * The id of the last call that the client has; without one, it gets only new calls. If this server never issued the
     * id, as after a restart, the client gets all kept calls, so that it misses none.
     */
    private long since(HttpServerRequest request) {
        String last = request.getHeader("Last-Event-ID");
        if (last != null) {
            long id = last.matches("\\d{1,18}") ? Long.parseLong(last) : 0;
            return id > journal.last() ? 0 : id;
        }
        String since = request.getParam("since");
        return since == null || !since.matches("-?\\d{1,18}") ? journal.last() : Long.parseLong(since);
    }

    /** Ends all streams before a shutdown. */
    public void close() {
        closed = true;
        open.forEach(CallStream::end);
    }
}
