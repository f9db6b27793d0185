package dev.understudy.exchange;

import dev.understudy.contract.Request;
import dev.understudy.contract.Response;

/** Anything that answers requests: one API, all of them, or a filter around either. */
@FunctionalInterface
public interface Exchange {
    /** The answer to this request; there is one for every request. */
    Response answer(Request request);
}
