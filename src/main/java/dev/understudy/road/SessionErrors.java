package dev.understudy.road;

/** Answers requests of which it is not known whose they are, where pages of other origins may read why. */
public final class SessionErrors implements Filter {
    @Override
    public Exchange around(Exchange next) {
        return incoming -> {
            Answer objection = incoming.objection();
            return objection == null ? next.answer(incoming) : objection;
        };
    }
}
