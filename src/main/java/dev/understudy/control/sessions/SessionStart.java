package dev.understudy.control.sessions;

import dev.understudy.fixture.State;
import dev.understudy.session.Session;
import dev.understudy.session.Strictness;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The records, clock and seed that a session starts with. */
sealed interface SessionStart {
    /** The settings are valid. */
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

    /** The settings are invalid. */
    record Refused(SessionsApi.PutSessionReply reply) implements SessionStart {}
}
