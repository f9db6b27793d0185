package dev.understudy.live;

import dev.understudy.api.Body;
import dev.understudy.api.Response;
import dev.understudy.callbacks.Deliveries;
import dev.understudy.callbacks.Delivery;
import dev.understudy.journal.Journal;
import dev.understudy.journal.SentRequest;
import dev.understudy.road.Answer;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records the requests that APIs send, or may not send, in the journal. */
record SentRequestJournal(Journal journal) implements Deliveries {
    @Override
    public void delivered(Delivery delivery) {
        Delivery.Outcome outcome = delivery.outcome();
        URI url = delivery.url();
        String path = empty(url.getRawPath()).isEmpty() ? "/" : url.getRawPath();
        var sent = new SentRequest(
                delivery.method(),
                url.getRawQuery() == null ? path : path + "?" + url.getRawQuery(),
                path,
                "HTTP/1.1",
                url.getScheme(),
                url.getRawAuthority(),
                delivery.headers().entrySet(),
                outcome.micros());
        Response none = new Response(0, Map.of(), new byte[0]);
        Answer answer = Answer.of(
                outcome.answer() == null ? none : outcome.answer(),
                delivery.api(),
                delivery.title(),
                outcome.violations(),
                outcome.reason());
        Body body = Body.of(delivery.body());
        switch (outcome.way()) {
            case SENT -> journal.noteOut(delivery.session(), sent, body, answer, outcome.nanos());
            case NOT_ALLOWED -> journal.noteUnsent(delivery.session(), sent, body, answer);
            case LOST -> journal.noteLost(delivery.session(), sent, body, answer);
        }
    }

    private static String empty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
