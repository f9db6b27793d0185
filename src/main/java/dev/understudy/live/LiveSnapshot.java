package dev.understudy.live;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.understudy.api.Fault;
import dev.understudy.api.Response;
import dev.understudy.callbacks.SendQueue;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Match;
import dev.understudy.contract.Routes;
import dev.understudy.control.Control;
import dev.understudy.control.ControlApi;
import dev.understudy.control.Readiness;
import dev.understudy.control.RevisionWaits;
import dev.understudy.control.access.Guard;
import dev.understudy.control.metrics.Metrics;
import dev.understudy.control.sessions.CallStreams;
import dev.understudy.http.Service;
import dev.understudy.journal.Journal;
import dev.understudy.journal.Redaction;
import dev.understudy.road.Answer;
import dev.understudy.road.Exchange;
import dev.understudy.road.IncomingRequest;
import dev.understudy.road.Origins;
import dev.understudy.road.Problem;
import dev.understudy.road.SessionFinder;
import dev.understudy.road.SwappableExchange;
import dev.understudy.rules.Rulebook;
import dev.understudy.session.Sessions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The snapshot that is served, until another one replaces it as a whole. */
public final class LiveSnapshot {
    private final List<Catalogue.Entry> catalogue;
    private final Settings settings;
    private final Metrics metrics;
    private final ContractCache known;
    private final Readiness readiness;
    private final SendQueue queue;
    private final Origins origins;
    private final SwappableExchange exchange = new SwappableExchange(LiveSnapshot::nothing);
    private final SwappableExchange pages = new SwappableExchange(LiveSnapshot::nothing);
    private final ReentrantLock reading = new ReentrantLock();
    private final Sessions sessions;
    private final SessionFinder finder;
    private final Journal journal;
    private final CallStreams streams;
    private final RevisionWaits waits;
    private volatile Routes routes = new Routes(List.of());
    private volatile @Nullable Snapshot current;
    private volatile @Nullable Hiding hiding;
    /** The hosts of the served contracts. */
    private volatile Set<String> hosts = Set.of();

    private volatile Runnable afterEachReload = () -> {};

    /** Serves these APIs with these settings; nothing is read yet. */
    public LiveSnapshot(List<Catalogue.Entry> catalogue, Settings settings) {
        this(catalogue, settings, new Metrics());
    }

    /** The same, with these metrics. */
    public LiveSnapshot(List<Catalogue.Entry> catalogue, Settings settings, Metrics metrics) {
        this.catalogue = List.copyOf(catalogue);
        this.settings = settings;
        this.origins = new Origins(settings.corsOrigins());
        this.metrics = metrics;
        this.known = new ContractCache(settings);
        this.readiness = new Readiness(what());
        this.sessions = new Sessions(settings.sessions(), settings.strictness());
        this.journal = new Journal(settings.journal());
        this.queue = new SendQueue(new SentRequestJournal(journal));
        sessions.whenDropped(journal::forget);
        this.streams = new CallStreams(sessions, journal, this::redaction);
        this.waits = new RevisionWaits(readiness);
        this.finder =
                new SessionFinder(sessions, request -> routes.match(request) instanceof Match.Here, settings.console());
    }

    /** Answers each request from the snapshot that is current when it arrives. */
    public Exchange exchange() {
        return exchange;
    }

    /** The exchange with the server's own pages, and with everything that observes answers. */
    public Service service() {
        var guard = new Guard(settings.controlToken());
        var control = new ControlApi(
                sessions,
                finder,
                journal,
                this::redaction,
                () -> current().records(),
                this::rules,
                guard,
                settings.clock());
        Exchange own = revised(incoming ->
                ControlApi.has(incoming.request().path()) ? control.answer(incoming) : pages.answer(incoming));
        return new Service(
                exchange,
                finder,
                journal,
                this::redaction,
                own,
                new Control(revised(pages), control, streams, waits, guard)::router,
                () -> hosts,
                metrics,
                settings.outOfMemory());
    }

    /** Adds the served revision to every answer below {@code /-/}. */
    private Exchange revised(Exchange own) {
        return incoming -> {
            Answer answer = own.answer(incoming);
            String revision = readiness.revision();
            return revision.isEmpty() ? answer : answer.changed(revision, response -> with(revision, response));
        };
    }

    private static Response with(String revision, Response response) {
        var headers = new LinkedHashMap<>(response.headers());
        headers.put("Understudy-Revision", revision);
        return new Response(response.status(), headers, response.body());
    }

    /** The revision of what was read; empty if the files have changed since, as they are then read again. */
    private String revision(LoadResult loading) {
        String revision = Revision.of(catalogue, settings, loading.files());
        return known.look().equals(loading.files()) ? revision : "";
    }

    /**
     * Reads contracts and fixtures again and serves them.
     *
     * @throws CannotLoad if they have faults; the served snapshot then stays
     */
    Snapshot reload() throws CannotLoad {
        reading.lock();
        try {
            LoadResult loading = read();
            take(loading);
            if (loading instanceof Snapshot snapshot) {
                return snapshot;
            }
            throw new CannotLoad(loading.faults());
        } finally {
            reading.unlock();
        }
    }

    /** The lock for reading and then serving, so that what was read last is served. */
    ReentrantLock reading() {
        return reading;
    }

    /** Reads contracts and fixtures again without changing what is served. */
    public LoadResult read() {
        return Snapshot.load(catalogue, settings, known, origins, readiness, metrics, queue, sessions);
    }

    /** Serves what was read, or, if it has faults, keeps the current snapshot and reports them. */
    public void take(LoadResult loading) {
        if (loading instanceof Snapshot snapshot) {
            current = snapshot;
            hosts = snapshot.contracts().stream()
                    .flatMap(contract -> contract.hosts().stream())
                    .collect(toUnmodifiableSet());
            exchange.to(snapshot.exchange());
            routes = snapshot.routes();
            pages.to(snapshot.pages());
            metrics.serving(snapshot.origins(), snapshot.kept());
            readiness.everythingServed(revision(loading));
            told();
        } else {
            readiness.refused(
                    revision(loading),
                    loading.faults().stream().map(Fault::text).toList());
        }
        afterEachReload.run();
    }

    /** Hides the secrets of the served contracts; created when calls are first read. */
    private Redaction redaction() {
        Snapshot served = current;
        List<Contract> contracts = served == null ? List.of() : served.contracts();
        Hiding known = hiding;
        if (known == null || known.contracts() != contracts) {
            known = new Hiding(contracts, new Redaction(contracts));
            hiding = known;
        }
        return known.redaction();
    }

    private Rulebook rules() {
        return current().rules();
    }

    private record Hiding(List<Contract> contracts, Redaction redaction) {}

    /** Migrates the changes of sessions and logs the result; sessions without changes start with what is served now. */
    private void told() {
        var carried = new SessionMigration(current().records());
        sessions.all().forEach(carried::carry);
        carried.tell();
    }

    /** Adds a task that runs after each reload, even if the result is not served. */
    synchronized void afterEachReload(Runnable work) {
        Runnable others = afterEachReload;
        afterEachReload = () -> {
            others.run();
            work.run();
        };
    }

    /** Ends streams, which would not end by themselves, before a shutdown. */
    void endStreams() {
        streams.close();
        waits.close();
    }

    /** Stops sending callbacks. */
    void close() {
        queue.close();
    }

    /** The snapshot that is served. */
    Snapshot current() {
        return Objects.requireNonNull(current, "Nothing is loaded yet");
    }

    /** Keeps the snapshot, and reports that the current files could not even be read. */
    void failed() {
        readiness.failed();
        afterEachReload.run();
    }

    private static Answer nothing(IncomingRequest incoming) {
        String path = incoming.request().path();
        return Problem.of(503, "Service Unavailable", "Nothing is loaded yet.", path)
                .answer();
    }

    /** The current state of all files that it is read from. */
    Fingerprint look() {
        return known.look();
    }

    /** What may change while it is served, for messages. */
    String what() {
        return settings.brought().isEmpty() ? "fixtures" : "contracts or fixtures";
    }
}
