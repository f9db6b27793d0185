package dev.understudy.road;

/**
 * Answers requests that were given an answer when their session was looked for, such as two different keys. It stands
 * behind the filter that lets pages of other origins read why.
 */
public final class SessionErrors implements Filter {
    @Override
    public Exchange around(Exchange next) {
        return incoming -> {
            Answer objection = incoming.objection();
            return objection == null ? next.answer(incoming) : objection;
        };
    }
}
