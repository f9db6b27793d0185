package dev.understudy.road;

/** Catches what fails outside any API: even then there is an answer, and nothing of Java in it. */
public final class SafetyNet implements Filter {
    @Override
    public Exchange around(Exchange next) {
        return request -> {
            try {
                return next.answer(request);
            } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
                Failure failure = Failure.logged(request.method() + " " + request.path(), e);
                return Problem.of(500, "Internal Server Error", "There was " + failure.text() + ".", request.path())
                        .answer();
            }
        };
    }
}
