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
import dev.understudy.control.Metrics;
import dev.understudy.control.Readiness;
import dev.understudy.control.RevisionWaits;
import dev.understudy.control.access.Guard;
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

/** The snapshot that is served, until another takes its place whole. */
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
    /** The hosts of its contracts. */
    private volatile Set<String> hosts = Set.of();

    private volatile Runnable afterEachReload = () -> {};

    /** What these settings make of these APIs; nothing is read yet. */
    public LiveSnapshot(List<Catalogue.Entry> catalogue, Settings settings) {
        this(catalogue, settings, new Metrics());
    }

    /** The same, counted by these metrics. */
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

    /** Answers each request from the snapshot that it meets. */
    public Exchange exchange() {
        return exchange;
    }

    /** The same with the server's own pages and all that counts and hears of answers. */
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

    /** Whatever is below {@code /-/} says which revision is served. */
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

    /** The revision of what was read; empty if the files have changed meanwhile, since then they are read again. */
    private String revision(LoadResult loading) {
        String revision = Revision.of(catalogue, settings, loading.files());
        return known.look().equals(loading.files()) ? revision : "";
    }

    /**
     * Reads contracts and fixtures anew and serves them.
     *
     * @throws CannotLoad if they have faults; what is served stays as it is
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

    /** Is held by whoever reads and takes: what was read last is what is served. */
    ReentrantLock reading() {
        return reading;
    }

    /** Reads contracts and fixtures anew, and leaves what is served as it is. */
    public LoadResult read() {
        return Snapshot.load(catalogue, settings, known, origins, readiness, metrics, queue, sessions);
    }

    /** Serves what was read from now on; or, if that has faults, goes on as before and says so. */
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

    /** What hides secrets of the contracts that are served now; made when somebody reads calls. */
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

    /** Says what becomes of sessions that changed something; all others begin with what is served now. */
    private void told() {
        var carried = new SessionMigration(current().records());
        sessions.all().forEach(carried::carry);
        carried.tell();
    }

    /** Has this done whenever fixtures were read again, also when they are not served. */
    synchronized void afterEachReload(Runnable work) {
        Runnable others = afterEachReload;
        afterEachReload = () -> {
            others.run();
            work.run();
        };
    }

    /** Ends what would not end by itself, since the server is about to end. */
    void endStreams() {
        streams.close();
        waits.close();
    }

    /** Sends no callbacks any more. */
    void close() {
        queue.close();
    }

    /** What is served now. */
    Snapshot current() {
        return Objects.requireNonNull(current, "Nothing is loaded yet");
    }

    /** Goes on as before and says that what is there now could not even be read. */
    void failed() {
        readiness.failed();
        afterEachReload.run();
    }

    private static Answer nothing(IncomingRequest incoming) {
        String path = incoming.request().path();
        return Problem.of(503, "Service Unavailable", "Nothing is loaded yet.", path)
                .answer();
    }

    /** How all files that it is read from look now. */
    Fingerprint look() {
        return known.look();
    }

    /** What may be changed while it is served. */
    String what() {
        return settings.brought().isEmpty() ? "fixtures" : "contracts or fixtures";
    }
}
