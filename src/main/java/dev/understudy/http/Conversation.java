package dev.understudy.http;

import dev.understudy.api.Body;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import dev.understudy.api.Target;
import dev.understudy.fixture.Effort;
import dev.understudy.http.body.BodyReader;
import dev.understudy.http.sending.Sending;
import dev.understudy.journal.Entry;
import dev.understudy.journal.Sent;
import dev.understudy.log.AccessLog;
import dev.understudy.log.Reason;
import dev.understudy.road.Answer;
import dev.understudy.road.Exchange;
import dev.understudy.road.Incoming;
import dev.understudy.road.Problem;
import dev.understudy.session.Counts;
import dev.understudy.session.Session;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request and its response, on the event loop that the connection belongs to. */
final class Conversation {
    /** So much is read and forgotten after an early answer: closing at once could cost the client that answer. */
    private static final long FORGOTTEN_BYTES = 16L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
    private static final Problem TOO_SLOW =
            Problem.of(408, "Request Timeout", "The body must arrive sooner; --body-timeout says when.", "");
    private static final Problem NO_ROOM = Problem.of(
            507,
            "Insufficient Storage",
            "The body is too large for the memory, and could not be written to the disk; the log says why.",
            "");

    /** The session of requests for pages of ours, which belong to none. */
    private static final Session OWN = new Session("");

    private final HttpServerRequest request;
    private final Sending sending;
    private final Client client;
    private final Listener.House house;
    private final BodyReader body;
    private final long started = System.nanoTime();
    /** What the road was asked; null before, and of all that is no call of an API. */
    private @Nullable Incoming call;
    /** What the journal has of it. */
    private @Nullable Entry entry;
    /** Whether the answer says what was wrong with the call, or with us. */
    private boolean refused;
    /** Whether it is known how the call ended. */
    private boolean over;
    /** Whether it ended before all of its answer was sent. */
    private boolean cut;

    private boolean received;
    private boolean answered;
    private boolean sent;
    private boolean last;
    /** Whether the server was about to end when the answer was sent, and nothing follows on its connection. */
    private boolean leaving;
    /** Whether another thread works out the answer. */
    private boolean working;
    /** Whether nobody waits for the answer any more. */
    private volatile boolean gone;

    private long forgotten;
    private long progress;
    private long moved;

    Conversation(HttpServerRequest request, Client client, Listener.House house) {
        this.request = request;
        this.sending = new Sending(request, client, house.delays());
        this.client = client;
        this.house = house;
        this.body = BodyReader.of(request.headers(), house.gate().limits().body());
    }

    /** Reads the body as far as it may go, and answers. */
    void begin() {
        listen();
        boolean asksFirst = "100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT));
        if (body.isTooLarge(all(request.headers(), HttpHeaders.CONTENT_LENGTH))) {
            // Who asks first and hears no sends nothing, and a body that never comes has no end.
            last = asksFirst;
            answer(this::lead);
        } else if (asksFirst) {
            request.response().writeContinue();
        }
    }

    /** Answers at once, and closes a connection of HTTP/1: where the request ends there is not known. */
    void refuse(Problem problem) {
        listen();
        last = isHttp1(request);
        answer(() -> finish(problem.answer()));
    }

    /** Ends what takes too long: a body that does not come, an answer that is not read. */
    void check(long now) {
        if (!received && now - started > client.patience().body().toNanos()) {
            if (answered) {
                client.cut();
            } else {
                last = true;
                answer(() -> finish(TOO_SLOW.answer()));
            }
        } else if (answered && !sent) {
            if (working || sending.pausing()) {
                moved = now;
                return;
            }
            long progressed = client.progress();
            if (progressed != progress) {
                progress = progressed;
                moved = now;
            } else if (now - moved > client.patience().stall().toNanos()) {
                client.cut();
            }
        }
    }

    /** What holds the answer back because of its effect does so no longer. */
    void hurry() {
        sending.hurry();
    }

    private void listen() {
        client.began(this);
        request.exceptionHandler(failure -> left());
        // Of HTTP/1, the request does not hear of it when all of it has come.
        request.response().exceptionHandler(failure -> left());
        request.handler(this::more);
        request.endHandler(end -> {
            received = true;
            answer(this::lead);
            endWhenDone();
        });
    }

    private void left() {
        if (gone) {
            return;
        }
        if (!answered && !received) {
            cutShort();
        }
        answered = true;
        gone = true;
        if (!sent) {
            over(false);
        }
        if (!working) {
            body.close();
        }
        sending.abandon();
        client.ended(this);
    }

    /** The client left before all of the body came: the call is counted nevertheless. */
    private void cutShort() {
        Door.Inside inside = Door.inside(path());
        arrived(outside(inside.path(), Body.NONE), inside);
    }

    private void endWhenDone() {
        if (received && sent) {
            client.ended(this);
            if (leaving && isHttp1(request)) {
                request.connection().close();
            } else if (leaving) {
                client.leaveSoon();
            }
        }
    }

    private void more(Buffer bytes) {
        if (answered) {
            forget(bytes.length());
            return;
        }
        if (!body.add(bytes)) {
            answer(this::lead);
        } else if (body.isFull()) {
            toDisk();
        }
    }

    /** The client waits meanwhile, and nobody else. */
    private void toDisk() {
        request.pause();
        house.workers().executeBlocking(body::store, false).onComplete(stored -> {
            if (stored.failed()) {
                answer(() -> noRoom(stored.cause()));
            } else if (!stored.result()) {
                answer(this::lead);
            }
            request.resume();
        });
    }

    private void noRoom(Throwable failure) {
        LOG.error("The body of a request could not be written to the folder of java.io.tmpdir", failure);
        finish(NO_ROOM.answer());
    }

    private void forget(int bytes) {
        forgotten += bytes;
        if (forgotten > FORGOTTEN_BYTES) {
            request.connection().close();
        }
    }

    private void answer(Runnable how) {
        if (answered) {
            return;
        }
        answered = true;
        moved = System.nanoTime();
        HttpServerResponse out = request.response();
        if (out.writeQueueFull()) {
            // Answers to requests in a row, which nobody reads, would fill the memory.
            out.drainHandler(drained -> {
                out.drainHandler(null);
                guarded(how);
            });
        } else {
            guarded(how);
        }
    }

    private void guarded(Runnable how) {
        try {
            how.run();
        } catch (RuntimeException e) {
            failed(e);
        } catch (OutOfMemoryError e) {
            house.exhaustion().met(e);
        }
    }

    /** Nothing can be said to the client any more, but it must not wait for it. */
    private void failed(Throwable failure) {
        body.close();
        if (!house.exhaustion().is(failure)) {
            LOG.error("A response could not be sent", failure);
            request.connection().close();
        }
    }

    /** To the exchange or to the page that the path is for. */
    private void lead() {
        Door.Inside inside = Door.inside(path());
        Exchange exchange = house.door().exchange(inside.path());
        if (exchange == null) {
            body.close();
            whenSure(() -> page(inside.path()));
            return;
        }
        if (body.isStored()) {
            fromDisk(exchange, inside);
            return;
        }
        Incoming call = arrived(outside(inside.path(), body.body()), inside);
        Answer answer;
        try {
            answer = exchange.answer(call);
        } catch (Effort.Exceeded e) {
            later(exchange, call);
            return;
        }
        finish(answer);
    }

    /** What is on the disk is read there, which takes time too. */
    private void fromDisk(Exchange exchange, Door.Inside inside) {
        working = true;
        house.workers().executeBlocking(body::store, false).onComplete(stored -> {
            working = false;
            if (gone) {
                body.close();
            } else if (stored.failed()) {
                guarded(() -> noRoom(stored.cause()));
            } else {
                later(exchange, arrived(outside(inside.path(), body.body()), inside));
            }
        });
    }

    private Incoming arrived(Request outside, Door.Inside inside) {
        if (!Door.isCall(inside.path())) {
            return new Incoming(outside, OWN, Effort.brief());
        }
        Incoming arrived = house.service().arrivals().arrive(outside, inside.key(), Effort.brief());
        call = arrived;
        arrived.session().counts().came();
        return arrived;
    }

    /** On another thread, since it takes longer than the other connections of this event loop can wait. */
    private void later(Exchange exchange, Incoming call) {
        working = true;
        house.workers()
                .executeBlocking(() -> gone ? null : exchange.answer(call.with(Effort.ANY)), false)
                .onComplete(worked -> {
                    working = false;
                    moved = System.nanoTime();
                    Answer answer = worked.result();
                    if (worked.failed()) {
                        failed(worked.cause());
                    } else if (answer != null && !gone) {
                        guarded(() -> finish(answer));
                    }
                    body.close();
                });
    }

    /** First counted, then sent: whoever has an answer finds it in the metrics. */
    private void finish(Answer answer) {
        body.close();
        long nanos = System.nanoTime() - started;
        house.service().listener().answered(answer, nanos);
        refused = isRefused(answer);
        note(answer, nanos);
        whenSure(() -> send(answer));
        log(answer, nanos);
    }

    /** Preflights are no calls of a session. */
    private void note(Answer answer, long nanos) {
        if (call == null || call.session().key().isEmpty()) {
            return;
        }
        Request asked = call.request();
        long now = TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis());
        var sent = new Sent(
                asked.method(),
                request.uri(),
                asked.path(),
                isHttp1(request) ? "HTTP/1.1" : "HTTP/2",
                request.isSSL() ? "https" : "http",
                Doorman.hosts(request).stream().findFirst().orElse(""),
                request.headers(),
                now - TimeUnit.NANOSECONDS.toMicros(nanos));
        entry = house.service().journal().note(call.session(), sent, asked.bytes(), answer, nanos);
    }

    private static boolean isRefused(Answer answer) {
        return !answer.violations().isEmpty() || answer.reason() != null;
    }

    /** A call ends once; only one that counted as sent may turn out to be cut. */
    private void over(boolean whole) {
        if (call == null) {
            return;
        }
        Counts counts = call.session().counts();
        if (!over) {
            counts.ended(whole, refused);
        } else if (!whole && !cut) {
            counts.cutAfterAll(refused);
        }
        over = true;
        cut |= !whole;
        if (entry != null) {
            entry.ended(cut ? Entry.End.CUT : Entry.End.SENT);
        }
    }

    /**
     * An answer of HTTP/1 during the drain says that it is the last one of its connection (RFC 9112 section 9.6),
     * unless another request came behind its own; so what has come is read first.
     */
    private void whenSure(Runnable send) {
        leaving = house.drain().begun() && !last;
        if (!leaving || !isHttp1(request)) {
            send.run();
            return;
        }
        client.whenRead(() -> {
            if (!gone) {
                leaving = !client.hasNext();
                guarded(send);
            }
        });
    }

    private void log(Answer answer, long nanos) {
        String said = answer.reason();
        String reason = said == null || !AccessLog.isOn()
                ? null
                : house.service().redaction().get().reason(said, answer.violations());
        AccessLog.write(
                request.method().name(),
                path(),
                answer.response().status(),
                answer.operation(),
                nanos,
                answer.violations().size(),
                reason == null ? null : Reason.of(request.query(), reason),
                answer.ignored());
    }

    /** Whoever answers writes to the response itself; what every answer has is there before. */
    private void page(String path) {
        HttpServerResponse out = request.response();
        house.fields().general(isHttp1(request), out.headers());
        closeIfLast(out);
        out.headersEndHandler(head -> {
            Answer answer = Answer.of(new Response(out.getStatusCode(), Map.of(), Body.NONE));
            long nanos = System.nanoTime() - started;
            house.service().listener().answered(answer, nanos);
            log(answer, nanos);
        });
        out.endHandler(end -> client.whenSent(this::done));
        house.door().pages().handle(InSession.at(request, path, client.peer()));
    }

    /** A target in absolute form (RFC 9112 section 3.2.2) has its path too. */
    private String path() {
        String path = request.path();
        return path == null ? "" : path;
    }

    private Request outside(String path, Body content) {
        return new Request(request.method().name(), path, request.query(), this::fields, content);
    }

    /** Host is what the request is for, wherever it says so; a coding that was taken off is not there any more. */
    private List<String> fields(String name) {
        if (name.equals("Host")) {
            return Doorman.hosts(request);
        } else if (name.charAt(0) == ':') {
            return pseudoField(name);
        }
        return body.isInflated() && name.equalsIgnoreCase("Content-Encoding")
                ? List.of()
                : all(request.headers(), FieldName.of(name));
    }

    /** What HTTP/2 sends as fields, whatever the version. */
    private List<String> pseudoField(String name) {
        return switch (name) {
            case Target.SCHEME -> List.of(request.isSSL() ? "https" : "http");
            case Target.PATH -> List.of(path());
            case Target.PEER -> List.of(client.peer());
            default -> List.of();
        };
    }

    /** Most of what is asked for is not there, and to say so needs no list of its own. */
    private static List<String> all(MultiMap headers, CharSequence name) {
        return headers.contains(name) ? headers.getAll(name) : List.of();
    }

    static boolean isHttp1(HttpServerRequest request) {
        return request.version() != HttpVersion.HTTP_2;
    }

    /** Whether the client wants to go on after the answer to this request of HTTP/1 (RFC 9112 section 9.3). */
    private boolean isKeptAlive() {
        return request.version() == HttpVersion.HTTP_1_1
                ? !request.headers().contains(HttpHeaders.CONNECTION, HttpHeaders.CLOSE, true)
                : request.headers().contains(HttpHeaders.CONNECTION, HttpHeaders.KEEP_ALIVE, true);
    }

    private void closeIfLast(HttpServerResponse out) {
        if (isHttp1(request) && (last || leaving || !isKeptAlive())) {
            HeaderFields.close(out.headers());
        }
    }

    private void send(Answer answer) {
        Response response = answer.response();
        HttpServerResponse out = request.response();
        house.fields().put(answer, isHttp1(request), out.headers());
        out.setStatusCode(response.status());
        // Content of a length that is not known ends with the connection where there are no chunks.
        last |= response.body() instanceof Body.Items && request.version() == HttpVersion.HTTP_1_0;
        last |= Sending.isLast(answer.effect());
        closeIfLast(out);
        describe(answer, out);
        // The connection may stay open for long, and must not hold the answer.
        sending.send(answer, this::over).onComplete(done -> {
            if (done.failed() && !house.exhaustion().is(done.cause()) && !out.ended() && !out.closed()) {
                // A part of it is sent, and the client waits for the rest.
                LOG.error("The content of a response could not be sent", done.cause());
                client.hangUp();
            }
            done();
        });
    }

    /** Who was refused may read all that was wrong, whatever the API's own error says of it (RFC 8288). */
    private void describe(Answer answer, HttpServerResponse out) {
        if (entry != null
                && !answer.violations().isEmpty()
                && house.service().journal().keepsAny()) {
            String call = "/-/sessions/" + entry.session() + "/calls/" + entry.id();
            out.headers().add("Link", "<" + call + ">; rel=\"describedby\"");
        }
    }

    private void done() {
        sent = true;
        endWhenDone();
        if (last) {
            request.connection().close();
        }
    }
}
