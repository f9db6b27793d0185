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

/** Has a request answered: on the event loop, or on another thread if that takes longer than others can wait. */
final class AnswerExecutor {
    /** The session of requests for pages of ours, which belong to none. */
    private static final Session OWN = new Session("");

    private final OutsideRequest outside;
    private final BodyReader body;
    private final Listener.Parts parts;
    private final CallRecord record;
    private final Asker asker;
    private boolean working;
    private volatile boolean gone;

    /** Who hears of an answer that takes longer, on the event loop. */
    interface Asker {
        void answeredLate(Answer answer);

        /** The body of the request could not be written to the disk. */
        void noRoom(Throwable failure);

        /** Runs this after the time, unless nobody waits for the answer any more. */
        void postponed(Duration time, Runnable then);

        /** There is no answer. */
        void failed(Throwable failure);
    }

    AnswerExecutor(OutsideRequest outside, BodyReader body, Listener.Parts parts, CallRecord record, Asker asker) {
        this.outside = outside;
        this.body = body;
        this.parts = parts;
        this.record = record;
        this.asker = asker;
    }

    /** Whether another thread works out the answer, which then closes the body. */
    boolean isWorking() {
        return working;
    }

    /** Nobody waits for the answer any more. */
    void abandon() {
        gone = true;
        if (!working) {
            body.close();
        }
    }

    /** The answer to all that has come; null if it comes later. */
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

    /** Nothing is held meanwhile but the request. */
    private void postpone(Exchange exchange, Postponed call) {
        asker.postponed(call.time(), () -> later(exchange, call.again()));
    }

    /** What is on the disk is read there, which takes time too. */
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

    /** The request in its session, where it is counted; all others belong to a session of ours. */
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
