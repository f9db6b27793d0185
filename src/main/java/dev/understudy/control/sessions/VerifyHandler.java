package dev.understudy.control.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Json;
import dev.understudy.fixture.State;
import dev.understudy.journal.Journal;
import dev.understudy.journal.Redaction;
import dev.understudy.session.Session;
import dev.understudy.session.Sessions;
import dev.understudy.verify.Difference;
import dev.understudy.verify.ExpectationReader;
import dev.understudy.verify.NearMiss;
import dev.understudy.verify.Unexpected;
import dev.understudy.verify.Unkeyed;
import dev.understudy.verify.Verified;
import dev.understudy.verify.Verifier;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Verifies that sessions received the expected calls, and lists the unexpected ones. */
public final class VerifyHandler implements VerifyApi, ControlHandler {
    private final Sessions sessions;
    private final Journal journal;
    private final Supplier<Redaction> redaction;

    /** @param redaction supplies what hides the secrets of the served contracts */
    public VerifyHandler(Sessions sessions, Journal journal, Supplier<Redaction> redaction) {
        this.sessions = sessions;
        this.journal = journal;
        this.redaction = redaction;
    }

    @Override
    public VerifyCallsReply verifyCalls(VerifyCallsCall call, State state) {
        Optional<Session> session = sessions.find(call.key());
        if (session.isEmpty()) {
            return new VerifyCallsReply.Status404(Problems.noSession(sessions, call.key()));
        }
        Redaction hiding = redaction.get();
        JsonNode body = Json.mapper().valueToTree(call.body());
        ExpectationReader.Reading reading = ExpectationReader.read(body, hiding.contracts());
        if (reading instanceof ExpectationReader.Reading.Wrong wrong) {
            return new VerifyCallsReply.Status400(Problems.of(wrong.faults()));
        }
        Long since = call.body().since();
        return new VerifyCallsReply.Status200(shown(new Verifier(journal, sessions.unnamed(), hiding)
                .verify(
                        session.get(),
                        ((ExpectationReader.Reading.Right) reading).expectation(),
                        since == null ? 0 : since)));
    }

    @Override
    public ListUnexpectedReply listUnexpected(ListUnexpectedCall call, State state) {
        Optional<Session> session = sessions.find(call.key());
        if (session.isEmpty()) {
            return new ListUnexpectedReply.Status404(Problems.noSession(sessions, call.key()));
        }
        Long since = call.since();
        Unexpected unexpected = new Verifier(journal, sessions.unnamed(), redaction.get())
                .unexpected(session.get(), since == null ? 0 : since, call.limit());
        List<UnexpectedCall> calls = unexpected.calls().stream()
                .map(redacted -> new UnexpectedCall(
                        ShownCalls.line(redacted),
                        redacted.violations().stream()
                                .map(ShownCalls::violation)
                                .toList()))
                .toList();
        return new ListUnexpectedReply.Status200(new UnexpectedCalls(
                unexpected.message(),
                unexpected.count(),
                unexpected.warned(),
                calls,
                unexpected.lost(),
                shown(unexpected.unkeyed())));
    }

    @Override
    public GetCountsReply getCounts(GetCountsCall call, State state) {
        return sessions.find(call.key())
                .<GetCountsReply>map(
                        session -> new GetCountsReply.Status200(ShownCounts.of(session, journal, redaction.get())))
                .orElseGet(() -> new GetCountsReply.Status404(Problems.noSession(sessions, call.key())));
    }

    private static Verification shown(Verified verified) {
        return new Verification(
                verified.met(),
                verified.message(),
                verified.matched(),
                verified.calls().stream().map(ShownCalls::line).toList(),
                verified.lost(),
                verified.undecided(),
                verified.nearest().stream().map(VerifyHandler::shown).toList(),
                shown(verified.unkeyed()));
    }

    private static NearCall shown(NearMiss near) {
        return new NearCall(
                ShownCalls.line(near.call()),
                near.differences().stream().map(VerifyHandler::shown).toList());
    }

    private static CallViolation shown(Difference difference) {
        return new CallViolation(
                difference.place(),
                ShownCalls.unlessEmpty(difference.name()),
                ShownCalls.unlessEmpty(difference.pointer()),
                difference.keyword(),
                difference.message());
    }

    private static UnkeyedCalls shown(Unkeyed unkeyed) {
        return new UnkeyedCalls(
                unkeyed.count(), unkeyed.calls().stream().map(ShownCalls::line).toList());
    }
}
