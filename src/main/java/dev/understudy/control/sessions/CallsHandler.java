package dev.understudy.control.sessions;

import dev.understudy.fixture.State;
import dev.understudy.journal.Curl;
import dev.understudy.journal.Har;
import dev.understudy.journal.Journal;
import dev.understudy.journal.RedactedCall;
import dev.understudy.journal.Redaction;
import dev.understudy.session.Session;
import dev.understudy.session.Sessions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Shows the calls of a session. */
public final class CallsHandler implements CallsApi, ControlHandler {
    private final Sessions sessions;
    private final Journal journal;
    private final Supplier<Redaction> redaction;

    /** @param redaction supplies what hides the secrets of the served contracts */
    public CallsHandler(Sessions sessions, Journal journal, Supplier<Redaction> redaction) {
        this.sessions = sessions;
        this.journal = journal;
        this.redaction = redaction;
    }

    @Override
    public ListCallsReply listCalls(ListCallsCall call, State state) {
        Optional<Session> session = sessions.find(call.key());
        if (session.isEmpty()) {
            return new ListCallsReply.Status404(Problems.noSession(sessions, call.key()));
        }
        var filter = new CallFilter(
                call.api(),
                call.operation(),
                call.reached(),
                call.verdict(),
                call.end(),
                call.direction(),
                call.status(),
                call.keyed(),
                call.text(),
                call.since(),
                call.before(),
                call.limit());
        List<CallLine> lines = filter.newest(journal.of(session.get()), redaction.get()).stream()
                .map(ShownCalls::line)
                .toList();
        return new ListCallsReply.Status200(new CallList(lines, lost(session.get())));
    }

    /** How many calls of a session are no longer kept. */
    private long lost(Session session) {
        long noted = session.counts().notes();
        return Math.max(0, noted - journal.of(session).size());
    }

    @Override
    public DeleteCallsReply deleteCalls(DeleteCallsCall call, State state) {
        Optional<Session> session = sessions.find(call.key());
        session.ifPresent(journal::forget);
        return session.isPresent()
                ? new DeleteCallsReply.Status204()
                : new DeleteCallsReply.Status404(Problems.noSession(sessions, call.key()));
    }

    @Override
    public GetCallReply getCall(GetCallCall call, State state) {
        return redacted(call.key(), call.id())
                .<GetCallReply>map(redacted -> new GetCallReply.Status200(ShownCalls.call(redacted)))
                .orElseGet(() -> new GetCallReply.Status404(missing(call.key(), call.id())));
    }

    @Override
    public GetCurlReply getCurl(GetCurlCall call, State state) {
        return redacted(call.key(), call.id())
                .<GetCurlReply>map(redacted -> new GetCurlReply.Status200(Curl.of(redacted)))
                .orElseGet(() -> new GetCurlReply.Status404(missing(call.key(), call.id())));
    }

    @Override
    public GetHarReply getHar(GetHarCall call, State state) {
        Optional<Session> session = sessions.find(call.key());
        if (session.isEmpty()) {
            return new GetHarReply.Status404(Problems.noSession(sessions, call.key()));
        }
        var filter = new CallFilter(
                call.api(),
                call.operation(),
                call.reached(),
                call.verdict(),
                call.end(),
                call.direction(),
                call.status(),
                call.keyed(),
                call.text(),
                call.since(),
                call.before(),
                call.limit());
        var calls = new ArrayList<>(filter.newest(journal.of(session.get()), redaction.get()));
        Collections.reverse(calls);
        return new GetHarReply.Status200(new Archive(Har.of(calls).path("log")));
    }

    private Optional<RedactedCall> redacted(String key, long id) {
        return sessions.find(key).flatMap(session -> journal.find(session, id)).map(redaction.get()::redacted);
    }

    private Problem missing(String key, long id) {
        return sessions.find(key).isEmpty()
                ? Problems.noSession(sessions, key)
                : Problems.of(
                        404,
                        "Not Found",
                        "There is no call " + id + " of session " + key + ", or it is not kept any more");
    }
}
