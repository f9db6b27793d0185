package dev.understudy.road;

import dev.understudy.api.Request;
import dev.understudy.fixture.ScanBudget;
import dev.understudy.session.Session;

/** Anything that answers requests: the road, or a filter around it. */
@FunctionalInterface
public interface Exchange {
    /**
     * The answer to this request; there is one for every request.
     *
     * @throws Postponed if a rule has it wait; nothing has happened then
     * @throws ScanBudget.Exceeded if it takes more than it may; nothing has happened then
     */
    Answer answer(IncomingRequest incoming);

    /** The answer to a request of a session that has changed nothing, however long it takes. */
    default Answer answer(Request request) {
        return answer(new IncomingRequest(request, new Session(Session.DEFAULT), ScanBudget.UNLIMITED));
    }
}
