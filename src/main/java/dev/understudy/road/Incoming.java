package dev.understudy.road;

import dev.understudy.api.Request;
import dev.understudy.fixture.Effort;

/**
 * A request, whose it is, and what its answer may take.
 *
 * @param effort how many records may be looked at before it is left to another thread
 */
public record Incoming(Request request, Session session, Effort effort) {
    /** The same with another request in the place of this one. */
    public Incoming with(Request other) {
        return new Incoming(other, session, effort);
    }
}
