package dev.understudy.callbacks;

import dev.understudy.api.Call;
import dev.understudy.api.Response;
import dev.understudy.api.Violation;
import dev.understudy.api.text.Printable;
import dev.understudy.contract.Outgoing;
import dev.understudy.contract.expression.Exchanged;
import io.vertx.core.AsyncResult;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends requests of an API, as often as was asked for, and tells the log what became of each. */
final class Dispatch {
    private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);

    private final CallbackSettings settings;
    private final Composer composer;
    private final Courier courier;

    Dispatch(CallbackSettings settings, Courier courier) {
        this.settings = settings;
        this.composer = new Composer(settings);
        this.courier = courier;
    }

    /**
     * Sends one after the delay; says what will be sent and where to, or why nothing is.
     *
     * @param address what it goes to: a text with expressions
     */
    Composer.Composed send(Outgoing outgoing, String address, Call call, Exchanged exchanged, Writing writing) {
        String id = "msg_" + UUID.randomUUID();
        Composer.Composed composed = composer.compose(
                outgoing, address, call, exchanged, id, Instant.now().getEpochSecond(), writing);
        if (composed instanceof Composer.Ready ready) {
            return send(outgoing, ready);
        }
        return told(outgoing, (Composer.Unsent) composed);
    }

    private Composer.Composed send(Outgoing outgoing, Composer.Ready ready) {
        for (int i = 1; i <= settings.times(); i++) {
            if (!courier.deliver(
                    settings.delay().multipliedBy(i), ready.letter(), sent -> tell(outgoing, ready.letter(), sent))) {
                return told(outgoing, new Composer.Unsent("not sent, as too many are waiting"));
            }
        }
        return ready;
    }

    private static Composer.Unsent told(Outgoing outgoing, Composer.Unsent unsent) {
        LOG.info("{}: {}", outgoing.title(), Printable.text(unsent.why()));
        return unsent;
    }

    private static String why(Throwable cause) {
        return cause instanceof TimeoutException
                ? "it took longer than " + SendingClient.WHOLE_SECONDS + " s"
                : Printable.text(String.valueOf(cause.getMessage()));
    }

    private static void tell(Outgoing outgoing, Letter letter, AsyncResult<Response> sent) {
        String what = outgoing.title() + ": " + letter.method() + " "
                + Printable.text(letter.url().toString());
        if (sent.failed()) {
            LOG.warn("{} was not answered: {}", what, why(sent.cause()));
            return;
        }
        List<Violation> violations = outgoing.check(sent.result());
        if (violations.isEmpty()) {
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
