package dev.understudy.road;

import dev.understudy.api.Request;
import dev.understudy.fixture.ScanBudget;
import dev.understudy.rules.RuleDecision;
import dev.understudy.session.Session;
import dev.understudy.session.Strictness;
import org.jspecify.annotations.Nullable;

/**
 * A request, whose it is, and what its answer may take.
 *
 * @param budget how many records may be looked at before it is left to another thread
 * @param strictness what becomes of it and of its answer if they break the contract
 * @param broken whether it breaks the contract, and is answered all the same
 * @param decision what a rule has decided about it before it had to wait; null if nothing
 * @param sessionError the answer to a request of which it is not known whose it is; null if it is
 */
public record IncomingRequest(
        Request request,
        Session session,
        ScanBudget budget,
        Strictness strictness,
        boolean broken,
        @Nullable RuleDecision decision,
        @Nullable Answer sessionError) {
    /** A request of a session, which must keep the contract. */
    public IncomingRequest(Request request, Session session, ScanBudget budget) {
        this(request, session, budget, Strictness.FAIL, false, null, null);
    }

    /** The same with another request in the place of this one. */
    public IncomingRequest with(Request other) {
        return new IncomingRequest(other, session, budget, strictness, broken, decision, sessionError);
    }

    /** The same, of which this becomes if it, or its answer, breaks the contract. */
    IncomingRequest with(Strictness other) {
        return new IncomingRequest(request, session, budget, other, broken, decision, sessionError);
    }

    /** The same, which is answered by this in any case. */
    IncomingRequest with(Answer other) {
        return new IncomingRequest(request, session, budget, strictness, broken, decision, other);
    }

    /** The same, which may take this. */
    public IncomingRequest with(ScanBudget other) {
        return new IncomingRequest(request, session, other, strictness, broken, decision, sessionError);
    }

    /** The same, which breaks the contract. */
    IncomingRequest breaking() {
        return new IncomingRequest(request, session, budget, strictness, true, decision, sessionError);
    }

    /** The same, about which a rule has decided this. */
    IncomingRequest decided(RuleDecision by) {
        return new IncomingRequest(request, session, budget, strictness, broken, by, sessionError);
    }
}
