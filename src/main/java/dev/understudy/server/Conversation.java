package dev.understudy.server;

import dev.understudy.contract.Request;
import dev.understudy.contract.Response;
import dev.understudy.exchange.Answer;
import dev.understudy.exchange.BodyLimit;
import dev.understudy.exchange.Exchange;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request and its response, on the event loop that the connection belongs to. */
final class Conversation {
    /** So much is read and forgotten after an early answer: closing at once could cost the client that answer. */
    private static final long FORGOTTEN_BYTES = 16L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
    private static final byte[] NOTHING = {};

    private final HttpServerRequest request;
    private final Exchange exchange;
    private final long started = System.nanoTime();
    private final Buffer body = Buffer.buffer();
    private boolean answered;
    private boolean last;
    private long forgotten;

    Conversation(HttpServerRequest request, Exchange exchange) {
        this.request = request;
        this.exchange = exchange;
    }

    /** Reads the body as far as it may go, and answers. */
    void begin() {
        request.exceptionHandler(gone -> answered = true);
        request.handler(this::more);
        request.endHandler(end -> answer());
        boolean asksFirst = "100-continue".equalsIgnoreCase(request.getHeader("Expect"));
        if (BodyLimit.exceeded(request.headers().getAll("Content-Length"))) {
            // Who asks first and hears no sends nothing, and a body that never comes has no end.
            last = asksFirst;
            answer();
        } else if (asksFirst) {
            request.response().writeContinue();
        }
    }

    /** Answers at once, and closes the connection: where this request ends is not known. */
    void refuse() {
        last = true;
        answer();
    }

    private void more(Buffer bytes) {
        if (answered) {
            forget(bytes.length());
            return;
        }
        body.appendBuffer(bytes);
        if (body.length() > BodyLimit.BYTES) {
            answer();
        }
    }

    private void forget(int bytes) {
        forgotten += bytes;
        if (forgotten > FORGOTTEN_BYTES) {
            request.connection().close();
        }
    }

    private void answer() {
        if (answered) {
            return;
        }
        answered = true;
        try {
            Request outside = outside();
            Answer answer = exchange.answer(outside);
            send(answer.response());
            AccessLog.write(outside, answer, System.nanoTime() - started);
        } catch (RuntimeException e) {
            // Nothing can be said to the client any more, but it must not wait for it.
            LOG.error("A response could not be sent", e);
            request.connection().close();
        }
    }

    private Request outside() {
        // A target in absolute form (RFC 9112 section 3.2.2) has its path and query too.
        String path = request.path();
        return new Request(
                request.method().name(),
                path == null ? "" : path,
                request.query(),
                name -> List.copyOf(request.headers().getAll(name)),
                body.length() == 0 ? NOTHING : body.getBytes());
    }

    private void send(Response response) {
        HttpServerResponse out = request.response().setStatusCode(response.status());
        response.headers().forEach(out::putHeader);
        if (last) {
            out.putHeader("Connection", "close");
        }
        if (response.status() != 204 && response.status() != 304) {
            out.putHeader("Content-Length", String.valueOf(response.body().length));
        }
        Future<Void> sent =
                request.method().equals(HttpMethod.HEAD) ? out.end() : out.end(Buffer.buffer(response.body()));
        if (last) {
            sent.onComplete(done -> request.connection().close());
        }
    }
}
