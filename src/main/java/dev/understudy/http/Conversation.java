package dev.understudy.http;

import dev.understudy.api.Body;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import dev.understudy.fixture.Effort;
import dev.understudy.log.AccessLog;
import dev.understudy.road.Answer;
import dev.understudy.road.Exchange;
import dev.understudy.road.Incoming;
import dev.understudy.road.Problem;
import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.internal.buffer.BufferInternal;
import java.nio.ByteBuffer;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request and its response, on the event loop that the connection belongs to. */
final class Conversation {
    /** So much is read and forgotten after an early answer: closing at once could cost the client that answer. */
    private static final long FORGOTTEN_BYTES = 16L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
    private static final byte[] NOTHING = {};
    private static final Buffer NO_BYTES = Buffer.buffer(0);
    private static final Problem TOO_SLOW =
            Problem.of(408, "Request Timeout", "The body must arrive sooner; --body-timeout says when.", "");

    private final HttpServerRequest request;
    private final Exchange exchange;
    private final Client client;
    private final Listener.House house;
    private final BodyLimit limit;
    private final long started = System.nanoTime();
    private Buffer body = NO_BYTES;
    private boolean tooLarge;
    private boolean received;
    private boolean answered;
    private boolean sent;
    private boolean last;
    private long forgotten;
    private long progress;
    private long moved;

    Conversation(HttpServerRequest request, Exchange exchange, Client client, Listener.House house) {
        this.request = request;
        this.exchange = exchange;
        this.client = client;
        this.house = house;
        this.limit = new BodyLimit(house.gate().limits().body());
    }

    /** Reads the body as far as it may go, and answers. */
    void begin() {
        listen();
        boolean asksFirst = "100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT));
        if (limit.exceeded(all(request.headers(), HttpHeaders.CONTENT_LENGTH))) {
            tooLarge = true;
            // Who asks first and hears no sends nothing, and a body that never comes has no end.
            last = asksFirst;
            answer(exchange);
        } else if (asksFirst) {
            request.response().writeContinue();
        }
    }

    /** Answers at once, and closes a connection of HTTP/1: where the request ends there is not known. */
    void refuse() {
        listen();
        last = request.version() != HttpVersion.HTTP_2;
        answer(exchange);
    }

    /** Ends what takes too long: a body that does not come, an answer that is not read. */
    void check(long now) {
        if (!received && now - started > client.patience().body().toNanos()) {
            if (answered) {
                client.cut();
            } else {
                last = true;
                answer(ignored -> TOO_SLOW.answer());
            }
        } else if (answered && !sent) {
            long progressed = client.progress();
            if (progressed != progress) {
                progress = progressed;
                moved = now;
            } else if (now - moved > client.patience().stall().toNanos()) {
                client.cut();
            }
        }
    }

    private void listen() {
        client.began(this);
        request.exceptionHandler(gone -> {
            answered = true;
            client.ended(this);
        });
        request.handler(this::more);
        request.endHandler(end -> {
            received = true;
            answer(exchange);
            endWhenDone();
        });
    }

    private void endWhenDone() {
        if (received && sent) {
            client.ended(this);
        }
    }

    private void more(Buffer bytes) {
        if (answered) {
            forget(bytes.length());
            return;
        }
        body = body == NO_BYTES ? bytes : body.appendBuffer(bytes);
        if (body.length() > limit.bytes()) {
            answer(exchange);
        }
    }

    private void forget(int bytes) {
        forgotten += bytes;
        if (forgotten > FORGOTTEN_BYTES) {
            request.connection().close();
        }
    }

    private void answer(Exchange answering) {
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
                reply(answering);
            });
        } else {
            reply(answering);
        }
    }

    private void reply(Exchange answering) {
        try {
            Request outside = outside();
            Answer answer = answering.answer(new Incoming(outside, house.session(), Effort.ANY));
            long nanos = System.nanoTime() - started;
            // First counted, then sent: whoever has an answer finds it in the metrics.
            house.listener().answered(answer, nanos);
            send(answer);
            AccessLog.write(
                    outside.method(),
                    outside.path(),
                    answer.response().status(),
                    answer.operation(),
                    nanos,
                    answer.violated().size());
        } catch (RuntimeException e) {
            // Nothing can be said to the client any more, but it must not wait for it.
            LOG.error("A response could not be sent", e);
            request.connection().close();
        } catch (OutOfMemoryError e) {
            LastWords.outOfMemory(e);
        }
    }

    private Request outside() {
        // A target in absolute form (RFC 9112 section 3.2.2) has its path and query too.
        String path = request.path();
        // Of a body that is too large only that matters, and a client that goes on sending keeps this conversation.
        Body content = tooLarge || body.length() > limit.bytes()
                ? new Body.TooLarge(limit.bytes())
                : Body.of(body.length() == 0 ? NOTHING : body.getBytes());
        body = NO_BYTES;
        return new Request(
                request.method().name(),
                path == null ? "" : path,
                request.query(),
                name -> all(request.headers(), FieldName.of(name)),
                content);
    }

    /** Most of what is asked for is not there, and to say so needs no list of its own. */
    private static List<String> all(MultiMap headers, CharSequence name) {
        return headers.contains(name) ? headers.getAll(name) : List.of();
    }

    /** The very bytes, without a copy; nobody changes them. */
    private static Buffer body(Answer answer) {
        ByteBuffer wire = answer.wire();
        return BufferInternal.buffer(
                wire == null ? Unpooled.wrappedBuffer(answer.response().bytes()) : Unpooled.wrappedBuffer(wire));
    }

    /** Whether the client wants to go on after the answer to this request of HTTP/1 (RFC 9112 section 9.3). */
    private boolean isKeptAlive() {
        return request.version() == HttpVersion.HTTP_1_1
                ? !request.headers().contains(HttpHeaders.CONNECTION, HttpHeaders.CLOSE, true)
                : request.headers().contains(HttpHeaders.CONNECTION, HttpHeaders.KEEP_ALIVE, true);
    }

    private void send(Answer answer) {
        Response response = answer.response();
        HttpServerResponse out = request.response();
        boolean http1 = request.version() != HttpVersion.HTTP_2;
        house.fields().put(answer, http1, out.headers());
        out.setStatusCode(response.status());
        if (http1 && (last || house.drain().begun() || !isKeptAlive())) {
            HeaderFields.close(out.headers());
        }
        Future<Void> sending = request.method().equals(HttpMethod.HEAD) ? out.end() : out.end(body(answer));
        sending.onComplete(done -> {
            sent = true;
            endWhenDone();
            if (last) {
                request.connection().close();
            }
        });
    }
}
