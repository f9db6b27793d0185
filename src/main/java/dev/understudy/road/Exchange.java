package dev.understudy.road;

import dev.understudy.api.Request;

/** Anything that answers requests: one API, all of them, or a filter around either. */
@FunctionalInterface
public interface Exchange {
    /** The answer to this request; there is one for every request. */
    Answer answer(Request request);
}
