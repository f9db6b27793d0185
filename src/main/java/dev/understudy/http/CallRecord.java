package dev.understudy.http;

import dev.understudy.api.Body;
import dev.understudy.api.Effect;
import dev.understudy.api.Request;
import dev.understudy.journal.JournalEntry;
import dev.understudy.journal.SentRequest;
import dev.understudy.log.AccessLog;
import dev.understudy.log.Reason;
import dev.understudy.road.Answer;
import dev.understudy.road.IncomingRequest;
import dev.understudy.session.Counts;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Records one request and its answer in the counts of its session, the journal, the metrics and the access log. */
final class CallRecord {
    private final HttpServerRequest request;
    private final Service service;
    private final long started = System.nanoTime();
    /** The request as passed to the exchange; null until then, and for requests that are not API calls. */
    private @Nullable IncomingRequest call;
    /** The journal entry. */
    private @Nullable JournalEntry entry;
    /** Whether the answer refuses the call or reports a failure of the server. */
    private boolean refused;
    /** Whether effects, or the pace of the answer, delay it. */
    private boolean paced;
    /** Whether the end of the call has been recorded. */
    private boolean over;
    /** Whether the answer was cut off. */
    private boolean cut;

    CallRecord(HttpServerRequest request, Service service) {
        this.request = request;
        this.service = service;
    }

    /** When the request came, in the time of {@link System#nanoTime}. */
    long started() {
        return started;
    }

    /** Records that an API call came. */
    void came(IncomingRequest arrived) {
        call = arrived;
        arrived.session().counts().came();
    }

    /**
     * Records the answer. This happens before it is sent, so that a client that has the answer also finds it in the
     * metrics.
     *
     * @param path the path of the request, for the access log
     * @param send sends the answer
     */
    void answered(Answer answer, String path, Runnable send) {
        long nanos = System.nanoTime() - started;
        service.listener().answered(answer, nanos);
        refused = !answer.warned() && (!answer.violations().isEmpty() || answer.reason() != null);
        paced = !(answer.effect() instanceof Effect.None) || answer.response().body() instanceof Body.Items;
        note(answer, nanos);
        send.run();
        log(answer, path, nanos);
    }

    /** Preflights are not calls of a session. */
    private void note(Answer answer, long nanos) {
        if (call == null || call.session().key().isEmpty()) {
            return;
        }
        Request outside = call.request();
        long now = TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis());
        var sent = new SentRequest(
                outside.method(),
                request.uri(),
                outside.path(),
                OutsideRequest.isHttp1(request) ? "HTTP/1.1" : "HTTP/2",
                request.isSSL() ? "https" : "http",
                RequestCheck.hosts(request).stream().findFirst().orElse(""),
                request.headers(),
                now - TimeUnit.NANOSECONDS.toMicros(nanos));
        entry = service.journal().note(call.session(), sent, outside.body(), answer, nanos);
    }

    private void log(Answer answer, String path, long nanos) {
        if (RequestDispatcher.isFile(path) && answer.response().status() < 400) {
            return;
        }
        String full = answer.reason();
        String reason = full == null || !AccessLog.isOn()
                ? null
                : service.redaction().get().reason(full, answer.violations());
        AccessLog.write(
                request.method().name(),
                AccessLog.isOn() ? service.redaction().get().path(path) : path,
                answer.response().status(),
                answer.operation(),
                nanos,
                answer.violations().size(),
                reason == null ? null : Reason.of(request.query(), reason),
                answer.ignored(),
                answer.ruleId());
    }

    /**
     * Adds a link to the call in the journal (RFC 8288), where a client can read all violations, whatever the API's own
     * error says.
     */
    void describe(Answer answer, HttpServerResponse out) {
        if (entry != null && !answer.violations().isEmpty() && service.journal().keepsAny()) {
            String link = "/-/sessions/" + entry.session() + "/calls/" + entry.id();
            out.headers().add("Link", "<" + link + ">; rel=\"describedby\"");
        }
    }

    /**
     * Records the end of a call, once; only a call that was recorded as sent may later turn out to be cut off.
     *
     * @param written how many bytes of the answer's content were sent
     */
    void ended(boolean whole, long written) {
        if (call == null) {
            return;
        }
        Counts counts = call.session().counts();
        if (!over) {
            counts.ended(whole, refused);
        } else if (!whole && !cut) {
            counts.cutAfterAll(refused);
        }
        over = true;
        cut |= !whole;
        if (entry != null) {
            if (paced) {
                entry.took(System.nanoTime() - started);
            }
            entry.ended(cut ? JournalEntry.End.CUT : JournalEntry.End.SENT, written);
        }
    }
}
