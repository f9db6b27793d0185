package dev.understudy.live;

import dev.understudy.records.SessionRecords;
import dev.understudy.session.Session;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Migrates the changes of sessions to the newly served contracts and fixtures, and logs the result. */
final class SessionMigration {
    private static final Logger LOG = LoggerFactory.getLogger(SessionMigration.class);

    /** The maximum number of sessions or records in a log line. */
    private static final int NAMED = 10;

    private final SessionRecords records;
    private final List<String> kept = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();

    SessionMigration(SessionRecords records) {
        this.records = records;
    }

    /** Migrates the changes of a session. */
    void carry(Session session) {
        if (!session.isUnchanged() && !records.state(session).changed().isEmpty()) {
            kept.add(session.key() + " (" + String.join(", ", session.changed()) + ")");
        }
        session.newlyDropped().forEach(record -> dropped.add(session.key() + " (" + record + ")"));
    }

    /** Logs the result in at most two lines. */
    void tell() {
        if (!kept.isEmpty()) {
            LOG.info(
                    "{} what they have changed, on top of what is loaded now, until they are reset: {}",
                    kept.size() == 1 ? "1 session keeps" : kept.size() + " sessions keep",
                    some(kept));
        }
        if (!dropped.isEmpty()) {
            LOG.warn(
                    "{} of sessions broke the contract as it is now, and {} gone: {}",
                    CountedNoun.of(dropped.size(), "changed record"),
                    dropped.size() == 1 ? "is" : "are",
                    some(dropped));
        }
    }

    private static String some(List<String> all) {
        return String.join("; ", all.subList(0, Math.min(NAMED, all.size()))) + (all.size() > NAMED ? "; …" : "");
    }
}
