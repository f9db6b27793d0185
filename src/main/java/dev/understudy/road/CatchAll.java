package dev.understudy.road;

import dev.understudy.api.Request;
import dev.understudy.fixture.ScanBudget;

/** Catches what fails outside any API: even then there is an answer, and nothing of Java in it. */
public final class CatchAll implements Filter {
    @Override
    public Exchange around(Exchange next) {
        return incoming -> {
            try {
                return next.answer(incoming);
            } catch (ScanBudget.Exceeded | Postponed e) {
                // No failure: another thread will have the time, or it is not the time yet.
                throw e;
            } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
                Request request = incoming.request();
                Failure failure = Failure.logged(request.method() + " " + request.path(), e);
                return Problem.of(500, "Internal Server Error", "There was " + failure.text() + ".", request.path())
                        .answer();
            }
        };
    }
}
