package dev.understudy.http;

import dev.understudy.journal.Journal;
import dev.understudy.journal.Redaction;
import dev.understudy.road.AnswerListener;
import dev.understudy.road.Exchange;
import dev.understudy.road.SessionFinder;
import dev.understudy.session.SessionLimits;
import dev.understudy.session.Sessions;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a server serves, and what observes its calls.
 *
 * @param road answers everything that is not below {@code /-/}
 * @param finder finds the session of a call
 * @param journal records calls
 * @param redaction hides the secrets of the contracts that are currently served
 * @param own answers {@code /-/health}, {@code /-/ready} and the control API
 * @param pages creates the handler for everything else below {@code /-/}, on first use; the handler gets the request
 *     after its body was read
 * @param hosts names in lower case that API calls may be addressed to, besides those of the server; a certificate that
 *     is generated at the start is also valid for the names at that time
 * @param listener is notified of every answer
 * @param outOfMemory is called when memory runs out, before the server is closed
 */
public record Service(
        Exchange road,
        SessionFinder finder,
        Journal journal,
        Supplier<Redaction> redaction,
        Exchange own,
        Function<Vertx, Handler<HttpServerRequest>> pages,
        Supplier<Set<String>> hosts,
        AnswerListener listener,
        Consumer<OutOfMemoryError> outOfMemory) {
    /** Serves everything from one exchange, without observers. */
    public static Service of(Exchange all) {
        return new Service(
                all,
                new SessionFinder(new Sessions(SessionLimits.DEFAULT), request -> true, false),
                new Journal(0),
                () -> new Redaction(List.of()),
                all,
                vertx -> request -> request.response().setStatusCode(404).end(),
                Set::of,
                (answer, nanos) -> {},
                out -> {});
    }
}
