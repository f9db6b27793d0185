package dev.understudy.road;

import dev.understudy.api.Request;
import dev.understudy.fixture.ScanBudget;

/** Catches failures outside any API, so that every request gets an answer, without Java internals. */
public final class CatchAll implements Filter {
    @Override
    public Exchange around(Exchange next) {
        return incoming -> {
            try {
                return next.answer(incoming);
            } catch (ScanBudget.Exceeded | Postponed e) {
                // These are not failures: another thread will continue, or the call has to wait.
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
