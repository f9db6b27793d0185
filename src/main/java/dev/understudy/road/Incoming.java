package dev.understudy.road;

import dev.understudy.api.Request;
import dev.understudy.fixture.Effort;
import dev.understudy.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * A request, whose it is, and what its answer may take.
 *
 * @param effort how many records may be looked at before it is left to another thread
 * @param objection the answer to a request of which it is not known whose it is; null if it is
 */
public record Incoming(Request request, Session session, Effort effort, @Nullable Answer objection) {
    /** A request of a session. */
    public Incoming(Request request, Session session, Effort effort) {
        this(request, session, effort, null);
    }

    /** The same with another request in the place of this one. */
    public Incoming with(Request other) {
        return new Incoming(other, session, effort, objection);
    }

    /** The same, which may take this. */
    public Incoming with(Effort other) {
        return new Incoming(request, session, other, objection);
    }
}
