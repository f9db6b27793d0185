package dev.understudy.road;

/**
 * Answers requests whose session could not be determined, such as those with two different keys. It comes after the
 * CORS filter, so that pages of other origins can read the error.
 */
public final class SessionErrors implements Filter {
    @Override
    public Exchange around(Exchange next) {
        return incoming -> {
            Answer sessionError = incoming.sessionError();
            return sessionError == null ? next.answer(incoming) : sessionError;
        };
    }
}
