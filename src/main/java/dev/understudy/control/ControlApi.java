package dev.understudy.control;

import dev.understudy.api.MockApi;
import dev.understudy.contract.Contract;
import dev.understudy.control.access.Guard;
import dev.understudy.control.sessions.ApisHandler;
import dev.understudy.control.sessions.CallsHandler;
import dev.understudy.control.sessions.CollectionsHandler;
import dev.understudy.control.sessions.ContractsHandler;
import dev.understudy.control.sessions.ControlOperations;
import dev.understudy.control.sessions.CoverageHandler;
import dev.understudy.control.sessions.RecordsHandler;
import dev.understudy.control.sessions.RulesHandler;
import dev.understudy.control.sessions.SessionsHandler;
import dev.understudy.control.sessions.VerifyHandler;
import dev.understudy.fixture.State;
import dev.understudy.journal.Journal;
import dev.understudy.journal.Redaction;
import dev.understudy.openapi.Documents;
import dev.understudy.records.SessionRecords;
import dev.understudy.road.Answer;
import dev.understudy.road.CatchAll;
import dev.understudy.road.Exchange;
import dev.understudy.road.Filter;
import dev.understudy.road.IncomingRequest;
import dev.understudy.road.Road;
import dev.understudy.road.SessionFinder;
import dev.understudy.rules.Rulebook;
import dev.understudy.session.Sessions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers the control API, which specs/control.yaml defines: requests and answers are checked as for any other
 * contract. The contract is read on first use, since most servers are started for the mocked APIs.
 */
public final class ControlApi implements Exchange {
    /** The root of its paths. */
    public static final String PATH = "/-/sessions";

    /** The root of its paths that show the mocked APIs. */
    public static final String APIS = "/-/apis";

    private static final String SPEC = "specs/control.yaml";

    private static final State EMPTY = new State.Loading().state();

    private final Sessions sessions;
    private final SessionFinder finder;
    private final Journal journal;
    private final Supplier<Redaction> redaction;
    private final Supplier<SessionRecords> records;
    private final Clock clock;
    private final Supplier<Rulebook> rules;
    private final Exchange guarded;
    private @Nullable Road road;

    /**
     * The control API of a server.
     *
     * @param redaction supplies what hides the secrets of the served contracts
     * @param records supplies the served collections
     * @param rules supplies the rulebook that rules are read with
     * @param guard admits the requests that may use the API
     * @param clock the clock for sessions without one of their own
     */
    public ControlApi(
            Sessions sessions,
            SessionFinder finder,
            Journal journal,
            Supplier<Redaction> redaction,
            Supplier<SessionRecords> records,
            Supplier<Rulebook> rules,
            Guard guard,
            Clock clock) {
        this.clock = clock;
        this.rules = rules;
        this.journal = journal;
        this.redaction = redaction;
        this.records = records;
        this.sessions = sessions;
        this.finder = finder;
        this.guarded = Filter.all(List.of(new CatchAll(), guard), this::led);
    }

    /** Whether a path belongs to the control API. */
    public static boolean has(String path) {
        return isBelow(PATH, path) || isBelow(APIS, path);
    }

    private static boolean isBelow(String root, String path) {
        return path.startsWith(root) && (path.length() == root.length() || path.charAt(root.length()) == '/');
    }

    @Override
    public Answer answer(IncomingRequest incoming) {
        return guarded.answer(incoming);
    }

    private Answer led(IncomingRequest incoming) {
        String path = incoming.request().path();
        boolean reading = Stream.of(
                        "/calls", "/har", "/verify", "/unexpected", "/restore", "/coverage", "/findings", "/contract")
                .anyMatch(path::endsWith);
        if (reading
                || path.contains("/records")
                || path.contains("/collections")
                || path.contains("/rules")
                || path.equals(APIS)
                || incoming.request().body().length() > 0) {
            // A call may read everything that is kept, which takes too long for an event loop.
            incoming.budget().requireUnlimited();
        }
        return road(incoming).answer(incoming);
    }

    private synchronized Road road(IncomingRequest incoming) {
        if (road == null) {
            incoming.budget().requireUnlimited();
            road = new Road(
                    Map.<Contract, MockApi>of(
                            contract(),
                            new ControlOperations(
                                    new SessionsHandler(sessions, finder, journal, records, clock),
                                    new CallsHandler(sessions, journal, redaction),
                                    new RecordsHandler(sessions, records, clock),
                                    new CollectionsHandler(sessions, records, clock),
                                    new VerifyHandler(sessions, journal, redaction),
                                    new RulesHandler(sessions, rules),
                                    new CoverageHandler(sessions, journal, redaction),
                                    new ContractsHandler(() -> redaction.get().contracts()),
                                    new ApisHandler(() -> redaction.get().contracts(), records, sessions))),
                    EMPTY);
        }
        return road;
    }

    /** The contract of the control API. */
    public static Contract contract() {
        try (InputStream file = ControlApi.class.getClassLoader().getResourceAsStream(SPEC)) {
            byte[] yaml = Objects.requireNonNull(file).readAllBytes();
            // The guard checks the token.
            return Contract.brought("control", Documents.read(SPEC, yaml)).withoutSecurity();
        } catch (IOException e) {
            throw new UncheckedIOException("The contract of the control API cannot be read", e);
        }
    }
}
