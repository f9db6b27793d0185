package dev.understudy.control.sessions;

import dev.understudy.fixture.State;
import dev.understudy.session.Session;
import dev.understudy.session.Strictness;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The records, clock and seed that a session begins with. */
sealed interface SessionStart {
    /** All of it is right. */
    record Ready(State loaded, State first, @Nullable Clock clock, @Nullable Long seed, Strictness.Wish strictness)
            implements SessionStart {
        void begin(Session session) {
            session.setClock(clock);
            session.setSeed(seed);
            session.setStrictness(strictness);
            session.rules().begin();
            session.begin(loaded, first);
        }
    }

    /** Something is wrong. */
    record Refused(SessionsApi.PutSessionReply reply) implements SessionStart {}
}
