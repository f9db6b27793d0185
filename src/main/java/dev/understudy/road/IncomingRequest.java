package dev.understudy.road;

import dev.understudy.api.Request;
import dev.understudy.fixture.ScanBudget;
import dev.understudy.rules.RuleDecision;
import dev.understudy.session.Session;
import dev.understudy.session.Strictness;
import org.jspecify.annotations.Nullable;

/**
 * A request with its session and the limits for answering it.
 *
 * @param budget how many records may be looked at before the request is passed to another thread
 * @param strictness how violations in the request and its answer are treated
 * @param broken whether the request breaks the contract but is answered anyway
 * @param decision what a rule decided about it before it had to wait; null if nothing
 * @param sessionError the answer if the session could not be determined; null if it could
 */
public record IncomingRequest(
        Request request,
        Session session,
        ScanBudget budget,
        Strictness strictness,
        boolean broken,
        @Nullable RuleDecision decision,
        @Nullable Answer sessionError) {
    /** A request in a session, with strict checks of the contract. */
    public IncomingRequest(Request request, Session session, ScanBudget budget) {
        this(request, session, budget, Strictness.FAIL, false, null, null);
    }

    /** The same with another request. */
    public IncomingRequest with(Request other) {
        return new IncomingRequest(other, session, budget, strictness, broken, decision, sessionError);
    }

    /** The same with another strictness. */
    IncomingRequest with(Strictness other) {
        return new IncomingRequest(request, session, budget, other, broken, decision, sessionError);
    }

    /** The same with a session error as its answer. */
    IncomingRequest with(Answer other) {
        return new IncomingRequest(request, session, budget, strictness, broken, decision, other);
    }

    /** The same with another budget. */
    public IncomingRequest with(ScanBudget other) {
        return new IncomingRequest(request, session, other, strictness, broken, decision, sessionError);
    }

    /** The same, marked as breaking the contract. */
    IncomingRequest breaking() {
        return new IncomingRequest(request, session, budget, strictness, true, decision, sessionError);
    }

    /** The same with a rule's decision. */
    IncomingRequest decided(RuleDecision by) {
        return new IncomingRequest(request, session, budget, strictness, broken, by, sessionError);
    }
}
