package dev.understudy.live;

import dev.understudy.api.Fault;
import dev.understudy.contract.Contract;
import dev.understudy.control.Metrics;
import dev.understudy.control.Readiness;
import dev.understudy.road.Exchange;
import dev.understudy.road.Problem;
import dev.understudy.road.Swap;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The snapshot that is served, until another takes its place whole. */
public final class LiveSnapshot {
    private final List<Catalogue.Entry> catalogue;
    private final Settings settings;
    private final Metrics metrics;
    private final Map<Catalogue.Entry, Contract> contracts = new ConcurrentHashMap<>();
    private final Readiness readiness = new Readiness();
    private final Swap exchange = new Swap(incoming -> Problem.of(
                    503,
                    "Service Unavailable",
                    "Nothing is loaded yet.",
                    incoming.request().path())
            .answer());

    /** What these settings make of these APIs; nothing is read yet. */
    public LiveSnapshot(List<Catalogue.Entry> catalogue, Settings settings) {
        this(catalogue, settings, new Metrics());
    }

    /** The same, counted by these metrics. */
    public LiveSnapshot(List<Catalogue.Entry> catalogue, Settings settings, Metrics metrics) {
        this.catalogue = List.copyOf(catalogue);
        this.settings = settings;
        this.metrics = metrics;
    }

    /** Answers each request from the snapshot that it meets. */
    public Exchange exchange() {
        return exchange;
    }

    /** Reads the fixtures anew, and leaves what is served as it is. */
    public Loading read() {
        return Snapshot.load(catalogue, settings, contracts, readiness, metrics);
    }

    /** Serves what was read from now on; or, if that has faults, goes on as before and says so. */
    public void take(Loading loading) {
        if (loading instanceof Snapshot snapshot) {
            exchange.to(snapshot.exchange());
            metrics.serving(snapshot.origins(), snapshot.kept());
            readiness.everythingServed();
        } else {
            readiness.refused(loading.faults().stream().map(Fault::text).toList());
        }
    }

    /** Goes on as before and says that what is there now could not even be read. */
    void failed() {
        readiness.failed();
    }

    /** The folders that it is read from. */
    List<Path> folders() {
        return settings.fixtures();
    }
}
