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
 * Sends the calls of a session as they come, as server-sent events (HTML Living Standard, section 9.2). An
 * {@code EventSource} gives up for good on most statuses, so a stream that there is no room for is opened and ended at
 * once: its client comes back later.
 */
public final class CallStreams {
    /** Where they are, below a session. */
    public static final String PATH = "events";

    private static final int MOST = 64;

    private final Sessions sessions;
    private final Journal journal;
    private final Supplier<Redaction> redaction;
    private final Set<CallStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** @param redaction what hides secrets of the contracts that are served now */
    public CallStreams(Sessions sessions, Journal journal, Supplier<Redaction> redaction) {
        this.sessions = sessions;
        this.journal = journal;
        this.redaction = redaction;
    }

    /** Opens a stream for a request. A session that is not there has none, and never will: 204 says so. */
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
     * The id of the last call that the client has; without one it gets those that come from now on. After an id that
     * this server never gave, such as one of a server before it, it gets all that are kept, so that it misses none.
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

    /** Ends all of them, since the server is about to end. */
    public void close() {
        closed = true;
        open.forEach(CallStream::end);
    }
}
