package dev.understudy.http;

import dev.understudy.api.Body;
import dev.understudy.api.Response;
import dev.understudy.http.body.BodyReader;
import dev.understudy.http.sending.Sending;
import dev.understudy.road.Answer;
import dev.understudy.road.Exchange;
import dev.understudy.road.Problem;
import io.netty.handler.codec.http2.Http2Error;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles one request and its response on the connection's event loop: decides what happens when. */
final class HttpExchange implements AnswerExecutor.Asker {
    private static final Logger LOG = LoggerFactory.getLogger(HttpExchange.class);
    private static final Problem TOO_SLOW =
            Problem.of(408, "Request Timeout", "The body must arrive sooner; --body-timeout says when.", "");
    private static final Problem NO_ROOM = Problem.of(
            507,
            "Insufficient Storage",
            "The body is too large for the memory, and could not be written to the disk; the log says why.",
            "");

    private final HttpServerRequest request;
    private final Connection connection;
    private final Listener.Parts parts;
    private final OutsideRequest outside;
    private final BodyReader body;
    private final BodyIntake intake;
    private final CallRecord record;
    private final AnswerExecutor answering;
    private final Persistence persistence;
    private final Sending sending;

    private boolean received;
    private boolean answered;
    private boolean sent;
    /** Whether the client has gone. */
    private boolean gone;

    private long progress;
    private long moved;

    HttpExchange(HttpServerRequest request, Connection connection, Listener.Parts parts) {
        this.request = request;
        this.connection = connection;
        this.parts = parts;
        this.outside = new OutsideRequest(request, connection);
        this.body = BodyReader.of(request.headers(), parts.access().limits().body());
        this.intake = new BodyIntake(
                request, body, parts.workers(), () -> answer(this::lead), failure -> answer(() -> sayNoRoom(failure)));
        this.record = new CallRecord(request, parts.service());
        this.answering = new AnswerExecutor(outside, body, parts, record, this);
        this.persistence = new Persistence(request, connection, parts.drain());
        this.sending = new Sending(request, connection, parts.delays());
    }

    /** Reads the body as far as allowed, and answers. */
    void begin() {
        listen();
        boolean asksFirst = "100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT));
        if (body.isTooLarge(OutsideRequest.all(request.headers(), HttpHeaders.CONTENT_LENGTH))) {
            // After a refusal, a client that sent Expect: 100-continue sends no body, so the end of the request would
            // never come.
            persistence.endIf(asksFirst);
            answer(this::lead);
        } else if (asksFirst) {
            request.response().writeContinue();
        }
    }

    /** Answers at once, and closes an HTTP/1 connection, as the end of the request is unknown. */
    void refuse(Problem problem) {
        listen();
        persistence.endIf(OutsideRequest.isHttp1(request));
        answer(() -> finish(problem.answer()));
    }

    /** Enforces the deadlines for a body that does not arrive and an answer that is not read. */
    void check(long now) {
        if (!received && now - record.started() > connection.timeouts().body().toNanos()) {
            if (answered) {
                giveUp();
            } else {
                persistence.endIf(true);
                answer(() -> finish(TOO_SLOW.answer()));
            }
        } else if (answered && !sent) {
            if (answering.isWorking() || sending.pausing()) {
                moved = now;
                return;
            }
            int stream = (int) request.streamId();
            long progressed = connection.progress(stream);
            // If the server itself is the cause of the wait, such as a page without a new event, the client is not at
            // fault.
            if (progressed != progress || connection.hasSent(stream)) {
                progress = progressed;
                moved = now;
            } else if (now - moved > connection.timeouts().stall().toNanos()) {
                stalled(now);
            }
        }
    }

    /**
     * Handles an answer that is not read: closes the connection, or resets only the HTTP/2 stream if other streams
     * still progress.
     */
    private void stalled(long now) {
        if (OutsideRequest.isHttp1(request)
                || connection.isStuck(now)
                || !connection.resetStream((int) request.streamId())) {
            connection.cut();
        } else {
            left();
        }
    }

    /**
     * Handles a body that does not arrive although the answer was sent: closes an HTTP/1 connection, or ends only the
     * HTTP/2 stream.
     */
    private void giveUp() {
        if (OutsideRequest.isHttp1(request)) {
            connection.cut();
        } else {
            request.response().reset((sent ? Http2Error.NO_ERROR : Http2Error.CANCEL).code());
            left();
        }
    }

    /** Skips delays that an effect causes. */
    void hurry() {
        sending.hurry();
    }

    private void listen() {
        connection.began(this);
        request.exceptionHandler(failure -> left());
        // For HTTP/1, the request does not report a failure after it has been read completely.
        request.response().exceptionHandler(failure -> left());
        request.handler(intake::more);
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
            // Count the call, although its body is incomplete.
            answering.arrived(RequestDispatcher.inside(outside.path()), Body.NONE);
        }
        answered = true;
        intake.forget();
        gone = true;
        if (!sent) {
            record.ended(false, request.response().bytesWritten());
        }
        answering.abandon();
        sending.abandon();
        connection.ended(this);
    }

    private void sayNoRoom(Throwable failure) {
        LOG.error("The body of a request could not be written to the folder of java.io.tmpdir", failure);
        finish(NO_ROOM.answer());
    }

    private void answer(Runnable how) {
        if (answered) {
            return;
        }
        answered = true;
        intake.forget();
        moved = System.nanoTime();
        HttpServerResponse out = request.response();
        if (out.writeQueueFull()) {
            // Answers to pipelined requests that the client does not read would fill the memory.
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
            parts.exhaustion().met(e);
        }
    }

    /** Passes the request to the exchange or page for its path. */
    private void lead() {
        RequestDispatcher.Inside inside = RequestDispatcher.inside(outside.path());
        Exchange exchange = parts.dispatcher().exchange(inside.path(), request.query());
        if (exchange == null) {
            body.close();
            whenSure(() -> page(inside.path()));
            return;
        }
        Answer now = answering.begin(exchange, inside);
        if (now != null) {
            finish(now);
        }
    }

    @Override
    public void answeredLate(Answer answer) {
        moved = System.nanoTime();
        guarded(() -> finish(answer));
    }

    @Override
    public void postponed(Duration time, Runnable then) {
        sending.pause(time, () -> guarded(then));
    }

    @Override
    public void noRoom(Throwable failure) {
        guarded(() -> sayNoRoom(failure));
    }

    /** The answer can no longer be sent, but the client must not wait for it. */
    @Override
    public void failed(Throwable failure) {
        body.close();
        if (!parts.exhaustion().is(failure)) {
            LOG.error("A response could not be sent", failure);
            request.connection().close();
        }
    }

    private void finish(Answer answer) {
        body.close();
        record.answered(answer, outside.path(), () -> whenSure(() -> send(answer)));
    }

    private void whenSure(Runnable send) {
        persistence.whenSure(send, () -> {
            if (!gone) {
                guarded(send);
            }
        });
    }

    /** Lets the page write the response itself; the fields that every answer has are set before. */
    private void page(String path) {
        HttpServerResponse out = request.response();
        parts.fields().general(OutsideRequest.isHttp1(request), out.headers());
        persistence.say(out);
        out.headersEndHandler(head -> {
            Answer answer = Answer.of(new Response(out.getStatusCode(), Map.of(), Body.NONE));
            record.answered(answer, outside.path(), () -> {});
        });
        out.endHandler(end -> connection.whenSent(this::done));
        parts.dispatcher().pages().handle(SessionRequest.at(request, path, connection.peer()));
    }

    private void send(Answer answer) {
        Response response = answer.response();
        HttpServerResponse out = request.response();
        parts.fields().put(answer, OutsideRequest.isHttp1(request), out.headers());
        out.setStatusCode(response.status());
        // Without chunks, content of unknown length ends with the connection.
        persistence.endIf(response.body() instanceof Body.Items && request.version() == HttpVersion.HTTP_1_0);
        persistence.endIf(Sending.isLast(answer.effect()));
        persistence.say(out);
        record.describe(answer, out);
        // The connection may stay open for long, and must not keep the answer in memory.
        sending.send(answer, record::ended).onComplete(done -> {
            if (done.failed() && !parts.exhaustion().is(done.cause()) && !out.ended() && !out.closed()) {
                // Part of the answer was sent, and the client is waiting for the rest.
                LOG.error("The content of a response could not be sent", done.cause());
                sending.breakOff();
            }
            done();
        });
    }

    private void done() {
        sent = true;
        received |= persistence.endsStream();
        endWhenDone();
        persistence.answered();
    }

    private void endWhenDone() {
        if (received && sent) {
            connection.ended(this);
            persistence.over();
        }
    }
}
