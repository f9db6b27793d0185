package dev.understudy.road;

/**
 * Answers requests that were given an answer when their session was looked for, such as two different keys. It stands
 * behind the filter that lets pages of other origins read why.
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
