package dev.understudy.callbacks;

import dev.understudy.api.Call;
import dev.understudy.api.Response;
import dev.understudy.api.Violation;
import dev.understudy.api.text.Printable;
import dev.understudy.contract.OutgoingRequest;
import dev.understudy.contract.expression.ExpressionContext;
import dev.understudy.session.Session;
import io.vertx.core.AsyncResult;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends requests of an API, as often as the settings say, and logs each outcome. */
final class Dispatch {
    private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);

    private final CallbackSettings settings;
    private final Composer composer;
    private final SendQueue queue;

    Dispatch(CallbackSettings settings, SendQueue queue) {
        this.settings = settings;
        this.composer = new Composer(settings);
        this.queue = queue;
    }

    /**
     * Sends a request after the delay; returns what will be sent, or why nothing is.
     *
     * @param sender the session and contract that the request belongs to
     * @param address the target, a text with expressions
     */
    Composer.Composed send(
            Sender sender,
            OutgoingRequest outgoing,
            String address,
            Call call,
            ExpressionContext exchanged,
            RequestWriter writer) {
        String id = "msg_" + UUID.randomUUID();
        Composer.Composed composed = composer.compose(
                outgoing, address, call, exchanged, id, Instant.now().getEpochSecond(), writer);
        if (composed instanceof Composer.Ready ready) {
            return send(sender, outgoing, ready);
        }
        return unsent(sender, outgoing, (Composer.Unsent) composed, Delivery.Way.NOT_ALLOWED);
    }

    /** The session and the name of the contract that requests belong to. */
    record Sender(Session session, String api) {}

    private Composer.Composed send(Sender sender, OutgoingRequest outgoing, Composer.Ready ready) {
        for (int i = 1; i <= settings.times(); i++) {
            if (!queue.deliver(
                    settings.delay().multipliedBy(i),
                    ready.request(),
                    done -> tell(sender, outgoing, ready.request(), done))) {
                return unsent(
                        sender,
                        outgoing,
                        Composer.Unsent.of(ready.request(), "as too many are waiting"),
                        Delivery.Way.LOST);
            }
        }
        return ready;
    }

    /** Notifies the listener of a request that is not sent, if the request is known. */
    private Composer.Unsent unsent(Sender sender, OutgoingRequest outgoing, Composer.Unsent unsent, Delivery.Way way) {
        LOG.info("{}: {}", outgoing.title(), Printable.text(unsent.why()));
        PreparedRequest request = unsent.request();
        if (request != null) {
            long micros = TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis());
            String reason = Printable.text(unsent.reason());
            deliver(sender, outgoing, request, new Delivery.Outcome(way, null, List.of(), reason, micros, 0));
        }
        return unsent;
    }

    private void deliver(Sender sender, OutgoingRequest outgoing, PreparedRequest request, Delivery.Outcome outcome) {
        queue.deliveries()
                .delivered(new Delivery(
                        sender.session(),
                        sender.api(),
                        outgoing.title(),
                        request.method(),
                        request.url(),
                        request.headers(),
                        request.body(),
                        outcome));
    }

    private static String why(Throwable cause) {
        return cause instanceof TimeoutException
                ? "it took longer than " + SendingClient.WHOLE_SECONDS + " s"
                : Printable.text(String.valueOf(cause.getMessage()));
    }

    private void tell(Sender sender, OutgoingRequest outgoing, PreparedRequest request, SendQueue.SendResult done) {
        AsyncResult<Response> sent = done.result();
        String what = outgoing.title() + ": " + request.method() + " "
                + Printable.text(request.url().toString());
        String reason = sent.failed() ? "was not answered: " + why(sent.cause()) : null;
        List<Violation> violations = sent.failed() ? List.of() : outgoing.check(sent.result());
        Response answer = sent.failed() ? null : sent.result();
        deliver(
                sender,
                outgoing,
                request,
                new Delivery.Outcome(Delivery.Way.SENT, answer, violations, reason, done.micros(), done.nanos()));
        if (reason != null) {
            LOG.warn("{} {}", what, reason);
        } else if (violations.isEmpty()) {
            LOG.info("{} was answered {}", what, sent.result().status());
        } else {
            LOG.warn(
                    "{} was answered {}, which breaks the contract: {}",
                    what,
                    sent.result().status(),
                    violations.get(0).message());
        }
    }
}
