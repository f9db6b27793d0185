package dev.understudy.callbacks;

import dev.understudy.api.Call;
import dev.understudy.api.Response;
import dev.understudy.api.Violation;
import dev.understudy.api.text.Printable;
import dev.understudy.contract.OutgoingRequest;
import dev.understudy.contract.expression.Exchanged;
import dev.understudy.session.Session;
import io.vertx.core.AsyncResult;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends requests of an API, as often as was asked for, and logs the outcome of each. */
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
     * Sends one after the delay; says what will be sent and where to, or why nothing is.
     *
     * @param sender whose it is
     * @param address what it goes to: a text with expressions
     */
    Composer.Composed send(
            Sender sender,
            OutgoingRequest outgoing,
            String address,
            Call call,
            Exchanged exchanged,
            RequestWriter writer) {
        String id = "msg_" + UUID.randomUUID();
        Composer.Composed composed = composer.compose(
                outgoing, address, call, exchanged, id, Instant.now().getEpochSecond(), writer);
        if (composed instanceof Composer.Ready ready) {
            return send(sender, outgoing, ready);
        }
        return told(outgoing, (Composer.Unsent) composed);
    }

    /** Whose requests are sent: of a session and of the contract of this name. */
    record Sender(Session session, String api) {}

    private Composer.Composed send(Sender sender, OutgoingRequest outgoing, Composer.Ready ready) {
        for (int i = 1; i <= settings.times(); i++) {
            if (!queue.deliver(
                    settings.delay().multipliedBy(i),
                    ready.request(),
                    heard -> tell(sender, outgoing, ready.request(), heard))) {
                return told(outgoing, new Composer.Unsent("not sent, as too many are waiting"));
            }
        }
        return ready;
    }

    private static Composer.Unsent told(OutgoingRequest outgoing, Composer.Unsent unsent) {
        LOG.info("{}: {}", outgoing.title(), Printable.text(unsent.why()));
        return unsent;
    }

    private static String why(Throwable cause) {
        return cause instanceof TimeoutException
                ? "it took longer than " + SendingClient.WHOLE_SECONDS + " s"
                : Printable.text(String.valueOf(cause.getMessage()));
    }

    private void tell(Sender sender, OutgoingRequest outgoing, PreparedRequest request, SendQueue.Heard heard) {
        AsyncResult<Response> sent = heard.result();
        String what = outgoing.title() + ": " + request.method() + " "
                + Printable.text(request.url().toString());
        String reason = sent.failed() ? "was not answered: " + why(sent.cause()) : null;
        List<Violation> violations = sent.failed() ? List.of() : outgoing.check(sent.result());
        queue.deliveries()
                .delivered(new Delivery(
                        sender.session(),
                        sender.api(),
                        outgoing.title(),
                        request.method(),
                        request.url(),
                        request.headers(),
                        request.body(),
                        sent.failed() ? null : sent.result(),
                        violations,
                        reason,
                        heard.micros(),
                        heard.nanos()));
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
