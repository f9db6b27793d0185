package dev.understudy.road;

import dev.understudy.api.Request;
import dev.understudy.fixture.ScanBudget;
import dev.understudy.session.Session;

/** Anything that answers requests: the {@link Road}, or a filter around it. */
@FunctionalInterface
public interface Exchange {
    /**
     * The answer to this request; every request gets one.
     *
     * @throws Postponed if a rule delays the call; nothing has happened then
     * @throws ScanBudget.Exceeded if the answer exceeds the budget; nothing has happened then
     */
    Answer answer(IncomingRequest incoming);

    /** The answer to a request in a session that has changed nothing, without a limit on the work. */
    default Answer answer(Request request) {
        return answer(new IncomingRequest(request, new Session(Session.DEFAULT), ScanBudget.UNLIMITED));
    }
}
