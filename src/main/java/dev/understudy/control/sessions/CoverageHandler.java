package dev.understudy.control.sessions;

import dev.understudy.fixture.State;
import dev.understudy.journal.Journal;
import dev.understudy.journal.Redaction;
import dev.understudy.session.Session;
import dev.understudy.session.Sessions;
import java.util.Optional;
import java.util.function.Supplier;

/** Shows which operations the calls of a session reached, and which not. */
public final class CoverageHandler implements CoverageApi, ControlHandler {
    private final Sessions sessions;
    private final Journal journal;
    private final Supplier<Redaction> redaction;

    /** @param redaction supplies the redaction, which has the served contracts */
    public CoverageHandler(Sessions sessions, Journal journal, Supplier<Redaction> redaction) {
        this.sessions = sessions;
        this.journal = journal;
        this.redaction = redaction;
    }

    @Override
    public GetCoverageReply getCoverage(GetCoverageCall call, State state) {
        Optional<Session> session = sessions.find(call.key());
        return session.<GetCoverageReply>map(known -> new GetCoverageReply.Status200(
                        ShownCoverage.of(redaction.get().contracts(), known.counts(), journal.violationCounts(known))))
                .orElseGet(() -> new GetCoverageReply.Status404(Problems.noSession(sessions, call.key())));
    }
}
