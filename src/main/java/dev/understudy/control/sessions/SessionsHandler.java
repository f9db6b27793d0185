package dev.understudy.control.sessions;

import dev.understudy.fixture.State;
import dev.understudy.journal.Journal;
import dev.understudy.records.SessionRecords;
import dev.understudy.road.SessionFinder;
import dev.understudy.session.Session;
import dev.understudy.session.SessionTime;
import dev.understudy.session.Sessions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows, creates, resets and ends sessions, and manages their snapshots. */
public final class SessionsHandler implements SessionsApi, ControlHandler {
    private static final SessionSetting NOTHING = new SessionSetting(null, null, null, null);

    private final Sessions sessions;
    private final SessionFinder finder;
    private final Journal journal;
    private final Supplier<SessionRecords> records;
    private final Clock clock;

    /**
     * Shows these sessions.
     *
     * @param finder counts calls without a key
     * @param records supplies the served collections
     * @param clock the clock for sessions without one of their own
     */
    public SessionsHandler(
            Sessions sessions, SessionFinder finder, Journal journal, Supplier<SessionRecords> records, Clock clock) {
        this.records = records;
        this.clock = clock;
        this.journal = journal;
        this.sessions = sessions;
        this.finder = finder;
    }

    @Override
    public ListSessionsReply listSessions(ListSessionsCall call, State state) {
        List<SessionStatus> all = sessions.all().stream().map(this::shown).toList();
        return new ListSessionsReply.Status200(new SessionList(all, finder.unkeyed()));
    }

    @Override
    public GetSessionReply getSession(GetSessionCall call, State state) {
        return sessions.find(call.key())
                .<GetSessionReply>map(session -> new GetSessionReply.Status200(shown(session)))
                .orElseGet(() -> new GetSessionReply.Status404(missing(call.key())));
    }

    @Override
    public PutSessionReply putSession(PutSessionCall call, State state) {
        SessionSetting wanted = call.body() == null ? NOTHING : call.body();
        SessionStart start = new SessionStarts(records.get(), clock).of(call.key(), wanted);
        if (start instanceof SessionStart.Refused refused) {
            return refused.reply();
        }
        boolean known = sessions.find(call.key()).isPresent();
        Sessions.Room room = sessions.enter(call.key());
        if (room instanceof Sessions.Room.Full full) {
            return new PutSessionReply.Status503(Problems.full(full), (int) full.retryAfter());
        }
        Session session = ((Sessions.Room.In) room).session();
        ((SessionStart.Ready) start).begin(session);
        return known ? new PutSessionReply.Status200(shown(session)) : new PutSessionReply.Status201(shown(session));
    }

    @Override
    public DeleteSessionReply deleteSession(DeleteSessionCall call, State state) {
        sessions.find(call.key()).ifPresent(journal::forget);
        return sessions.drop(call.key())
                ? new DeleteSessionReply.Status204()
                : new DeleteSessionReply.Status404(missing(call.key()));
    }

    @Override
    public ResetSessionReply resetSession(ResetSessionCall call, State state) {
        Optional<Session> known = sessions.find(call.key());
        known.ifPresent(Session::reset);
        return known.<ResetSessionReply>map(session -> new ResetSessionReply.Status200(shown(session)))
                .orElseGet(() -> new ResetSessionReply.Status404(missing(call.key())));
    }

    @Override
    public PutClockReply putClock(PutClockCall call, State state) {
        Optional<Session> known = sessions.find(call.key());
        if (known.isEmpty()) {
            return new PutClockReply.Status404(missing(call.key()));
        }
        return Clocks.set(known.get(), clock, call.body())
                ? new PutClockReply.Status200(shown(known.get()))
                : new PutClockReply.Status400(Clocks.outside(call.body(), ""));
    }

    @Override
    public DeleteClockReply deleteClock(DeleteClockCall call, State state) {
        Optional<Session> known = sessions.find(call.key());
        known.ifPresent(session -> session.setClock(null));
        return known.isPresent()
                ? new DeleteClockReply.Status204()
                : new DeleteClockReply.Status404(missing(call.key()));
    }

    private @Nullable SessionClock clock(Session session) {
        if (session.clock() == null) {
            return null;
        }
        var time = new SessionTime(session, clock);
        return new SessionClock(time.now().truncatedTo(ChronoUnit.MILLIS).toString(), time.isFrozen());
    }

    @Override
    public PutSnapshotReply putSnapshot(PutSnapshotCall call, State state) {
        Optional<Session> known = sessions.find(call.key());
        if (known.isEmpty()) {
            return new PutSnapshotReply.Status404(missing(call.key()));
        }
        Session session = known.get();
        return session.snapshot(call.name())
                ? new PutSnapshotReply.Status200(shown(session))
                : new PutSnapshotReply.Status409(Problems.of(
                        409,
                        "Conflict",
                        "Session " + call.key() + " has " + Session.MOST_SNAPSHOTS
                                + " snapshots, which is the most: delete one first"));
    }

    @Override
    public DeleteSnapshotReply deleteSnapshot(DeleteSnapshotCall call, State state) {
        Optional<Session> known = sessions.find(call.key());
        if (known.isEmpty()) {
            return new DeleteSnapshotReply.Status404(missing(call.key()));
        }
        return known.get().forget(call.name())
                ? new DeleteSnapshotReply.Status204()
                : new DeleteSnapshotReply.Status404(noSnapshot(known.get(), call.name()));
    }

    @Override
    public RestoreSnapshotReply restoreSnapshot(RestoreSnapshotCall call, State state) {
        Optional<Session> known = sessions.find(call.key());
        if (known.isEmpty()) {
            return new RestoreSnapshotReply.Status404(missing(call.key()));
        }
        return known.get().restore(call.name())
                ? new RestoreSnapshotReply.Status200(shown(known.get()))
                : new RestoreSnapshotReply.Status404(noSnapshot(known.get(), call.name()));
    }

    private SessionStatus shown(Session session) {
        // This migrates the session's changes, in case of a reload since its last call.
        State ignored = records.get().state(session);
        return new SessionStatus(
                session.key(),
                session.made().truncatedTo(ChronoUnit.MILLIS).toString(),
                sessions.idle(session).toSeconds(),
                ShownCounts.all(session.counts()),
                session.seed(),
                StrictnessValues.shown(sessions.strictness(session)),
                clock(session),
                session.changed(),
                session.survived(),
                session.dropped().isEmpty() ? null : session.dropped(),
                session.snapshots());
    }

    private Problem missing(String key) {
        return Problems.noSession(sessions, key);
    }

    private static Problem noSnapshot(Session session, String name) {
        return Problems.missing("snapshot", name, "session " + session.key(), session.snapshots());
    }
}
