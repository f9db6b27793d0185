package dev.understudy.control.sessions;

import dev.understudy.fixture.State;
import dev.understudy.records.RecordCollection;
import dev.understudy.records.SessionRecords;
import dev.understudy.session.Session;
import dev.understudy.session.SessionTime;
import dev.understudy.session.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** A collection of a session, or a problem if the session or the collection does not exist. */
sealed interface FoundCollection {
    /** @param now the current time of the session */
    record Here(SessionRecords records, Session session, RecordCollection holder, Instant now)
            implements FoundCollection {
        State state() {
            return records.state(session);
        }
    }

    record Nowhere(Problem problem) implements FoundCollection {}

    /** @param clock the clock for sessions without one of their own */
    static FoundCollection of(Sessions sessions, SessionRecords records, Clock clock, String key, String collection) {
        Optional<Session> session = sessions.find(key);
        if (session.isEmpty()) {
            return new Nowhere(Problems.noSession(sessions, key));
        }
        return records.find(collection)
                .<FoundCollection>map(
                        holder -> new Here(records, session.get(), holder, new SessionTime(session.get(), clock).now()))
                .orElseGet(() -> new Nowhere(RecordProblems.noCollection(records, collection)));
    }
}
