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

/** Adds the requests that APIs send to the journal. */
record SentRequestJournal(Journal journal) implements Deliveries {
    @Override
    public void delivered(Delivery delivery) {
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
                delivery.micros());
        Response none = new Response(0, Map.of(), new byte[0]);
        Answer answer = Answer.of(
                delivery.answer() == null ? none : delivery.answer(),
                delivery.api(),
                delivery.title(),
                delivery.violations(),
                delivery.reason());
        journal.noteOut(delivery.session(), sent, Body.of(delivery.body()), answer, delivery.nanos());
    }

    private static String empty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
