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

/** What is written down of one request and its answer: counts of the session, the journal, metrics and access log. */
final class CallRecord {
    private final HttpServerRequest request;
    private final Service service;
    private final long started = System.nanoTime();
    /** What the road was asked; null before, and of all that is no call of an API. */
    private @Nullable IncomingRequest call;
    /** What the journal has of it. */
    private @Nullable JournalEntry entry;
    /** Whether the answer says what was wrong with the call, or with us. */
    private boolean refused;
    /** Whether effects or the pace of the answer take time. */
    private boolean paced;
    /** Whether it is known how the call ended. */
    private boolean over;
    /** Whether it ended before all of its answer was sent. */
    private boolean cut;

    CallRecord(HttpServerRequest request, Service service) {
        this.request = request;
        this.service = service;
    }

    /** When its request came, by {@link System#nanoTime}. */
    long started() {
        return started;
    }

    /** A call of an API came. */
    void came(IncomingRequest arrived) {
        call = arrived;
        arrived.session().counts().came();
    }

    /**
     * It has this answer. That is counted before it is sent: whoever has an answer finds it in the metrics.
     *
     * @param path that of the request, for the access log
     * @param send sends it
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

    /** Preflights are no calls of a session. */
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

    /** Who was refused may read all that was wrong, whatever the API's own error says of it (RFC 8288). */
    void describe(Answer answer, HttpServerResponse out) {
        if (entry != null && !answer.violations().isEmpty() && service.journal().keepsAny()) {
            String link = "/-/sessions/" + entry.session() + "/calls/" + entry.id();
            out.headers().add("Link", "<" + link + ">; rel=\"describedby\"");
        }
    }

    /**
     * A call ends once; only one that counted as sent may turn out to be cut.
     *
     * @param written how many bytes of the content of its answer were sent
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
