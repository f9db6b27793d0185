package dev.understudy.http;

import dev.understudy.api.Body;
import dev.understudy.fixture.ScanBudget;
import dev.understudy.http.body.BodyReader;
import dev.understudy.road.Answer;
import dev.understudy.road.Exchange;
import dev.understudy.road.IncomingRequest;
import dev.understudy.road.Postponed;
import dev.understudy.session.Session;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Has a request answered on the event loop, or on another thread if that would block other connections. */
final class AnswerExecutor {
    /** The session for requests to the server's own pages, which belong to none. */
    private static final Session OWN = new Session("");

    private final OutsideRequest outside;
    private final BodyReader body;
    private final Listener.Parts parts;
    private final CallRecord record;
    private final Asker asker;
    private boolean working;
    private volatile boolean gone;

    /** Receives an answer that was not available at once; called on the event loop. */
    interface Asker {
        void answeredLate(Answer answer);

        /** The body of the request could not be written to disk. */
        void noRoom(Throwable failure);

        /** Runs this after the delay, unless the client has gone. */
        void postponed(Duration time, Runnable then);

        /** No answer could be given. */
        void failed(Throwable failure);
    }

    AnswerExecutor(OutsideRequest outside, BodyReader body, Listener.Parts parts, CallRecord record, Asker asker) {
        this.outside = outside;
        this.body = body;
        this.parts = parts;
        this.record = record;
        this.asker = asker;
    }

    /** Whether another thread is computing the answer; that thread then closes the body. */
    boolean isWorking() {
        return working;
    }

    /** The client has gone, and no answer is needed. */
    void abandon() {
        gone = true;
        if (!working) {
            body.close();
        }
    }

    /** The answer to the complete request; null if it comes later. */
    @Nullable
    Answer begin(Exchange exchange, RequestDispatcher.Inside inside) {
        if (body.isStored()) {
            fromDisk(exchange, inside);
            return null;
        }
        IncomingRequest call = arrived(inside, body.body());
        try {
            return exchange.answer(call);
        } catch (ScanBudget.Exceeded e) {
            later(exchange, call);
            return null;
        } catch (Postponed e) {
            postpone(exchange, e);
            return null;
        }
    }

    /** While the call waits, only the request is held. */
    private void postpone(Exchange exchange, Postponed call) {
        asker.postponed(call.time(), () -> later(exchange, call.again()));
    }

    /** Answers on another thread, since reading a body from disk takes time too. */
    private void fromDisk(Exchange exchange, RequestDispatcher.Inside inside) {
        working = true;
        parts.workers().executeBlocking(body::store, false).onComplete(stored -> {
            working = false;
            if (gone) {
                body.close();
            } else if (stored.failed()) {
                asker.noRoom(stored.cause());
            } else {
                later(exchange, arrived(inside, body.body()));
            }
        });
    }

    /** The request in its session, noted as a call; requests to the server's own pages use a session of the server. */
    IncomingRequest arrived(RequestDispatcher.Inside inside, Body content) {
        var request = outside.with(inside.path(), content, body.isInflated());
        if (!RequestDispatcher.isCall(inside.path())) {
            return new IncomingRequest(request, OWN, ScanBudget.forEventLoop());
        }
        IncomingRequest arrived = parts.service().finder().arrive(request, inside.key(), ScanBudget.forEventLoop());
        record.came(arrived);
        return arrived;
    }

    private void later(Exchange exchange, IncomingRequest call) {
        working = true;
        parts.workers()
                .executeBlocking(() -> gone ? null : exchange.answer(call.with(ScanBudget.UNLIMITED)), false)
                .onComplete(worked -> {
                    working = false;
                    Answer answer = worked.result();
                    if (worked.cause() instanceof Postponed later && !gone) {
                        postpone(exchange, later);
                        return;
                    } else if (worked.failed()) {
                        asker.failed(worked.cause());
                    } else if (answer != null && !gone) {
                        asker.answeredLate(answer);
                    }
                    body.close();
                });
    }
}
