package dev.understudy.road;

import dev.understudy.api.Request;

/** Hears of all calls of a session, when their answers are known. */
@FunctionalInterface
public interface Journal {
    /** Takes note of nothing. */
    Journal NONE = (request, answer, nanos) -> {};

    /**
     * Hears of one call.
     *
     * @param nanos how long it took from the first byte of the request to the answer
     */
    void record(Request request, Answer answer, long nanos);
}
