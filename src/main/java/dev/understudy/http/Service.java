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
 * What a server serves, and what is told of each call.
 *
 * @param road answers all that is not below {@code /-/}
 * @param finder finds the session of a call
 * @param journal takes note of calls
 * @param redaction what hides secrets of the contracts that are served now
 * @param own answers {@code /-/health}, {@code /-/ready} and the control API
 * @param pages makes what answers all else below {@code /-/}, when that is first asked for; it gets the request when
 *     its body was read
 * @param hosts names that requests of an API may be addressed to besides those of the server, in small letters; those
 *     at the start name a certificate that is made then
 * @param listener hears of every answer
 * @param outOfMemory hears that there is no memory left, before the server is closed for that
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
    /** An exchange that answers everything, and nobody who hears of it. */
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
