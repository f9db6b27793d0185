package dev.understudy.server;

import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import dev.understudy.api.MockApi;
import dev.understudy.contract.Contract;
import dev.understudy.contract.ContractException;
import dev.understudy.contract.KeptRecords;
import dev.understudy.exchange.BodyLimit;
import dev.understudy.exchange.Compressed;
import dev.understudy.exchange.Conditional;
import dev.understudy.exchange.ContractExchange;
import dev.understudy.exchange.Cors;
import dev.understudy.exchange.Exchange;
import dev.understudy.exchange.Origins;
import dev.understudy.exchange.Routes;
import dev.understudy.exchange.SafetyNet;
import dev.understudy.exchange.Switchboard;
import dev.understudy.exchange.ValidatedBytes;
import dev.understudy.fixture.Fault;
import dev.understudy.fixture.Fixtures;
import dev.understudy.fixture.Origin;
import dev.understudy.server.Metrics.Cache;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;

/**
 * The contracts and fixtures as they were at one moment, and the exchange that answers from them.
 *
 * @param kept how many bytes each of its caches holds at the moment of asking
 */
public record Snapshot(
        List<Contract> contracts,
        Exchange exchange,
        List<Origin> origins,
        Fingerprint files,
        Map<Cache, LongSupplier> kept)
        implements Loading {
    /** How many bytes of validated answers are kept by request, and as many again by call. */
    private static final long KEPT = 32L << 20;

    /** How many bytes of checked records are kept, if that is no more than an eighth of the heap. */
    private static final long KEPT_RECORDS =
            Math.min(128L << 20, Runtime.getRuntime().maxMemory() / 8);

    public Snapshot {
        contracts = List.copyOf(contracts);
        origins = List.copyOf(origins);
        kept = Map.copyOf(kept);
    }

    /** Reads everything, and finds all that is wrong with it. */
    public static Loading load(List<Catalogue.Entry> catalogue, Settings settings) {
        return load(catalogue, settings, new HashMap<>(), new Readiness(), new Metrics());
    }

    /**
     * The same; what is served will show the last two on its pages.
     *
     * @param known contracts that were read before, as they cannot change; those that are missing are added
     */
    static Loading load(
            List<Catalogue.Entry> catalogue,
            Settings settings,
            Map<Catalogue.Entry, Contract> known,
            Readiness readiness,
            Metrics metrics) {
        Fingerprint files = Fingerprint.of(settings.fixtures());
        var contracts = new LinkedHashMap<Catalogue.Entry, Contract>();
        var faults = new ArrayList<Complaint>();
        for (Catalogue.Entry entry : catalogue) {
            try {
                contracts.put(entry, known.computeIfAbsent(entry, missing -> read(missing, settings)));
            } catch (ContractException e) {
                e.faults().forEach(fault -> faults.add(Complaint.of(fault)));
            }
        }
        // Without all contracts, fixtures of the missing ones would look like files that nobody knows.
        return faults.isEmpty()
                ? load(contracts, settings, files, readiness, metrics)
                : new Faulty(faults, List.of(), files);
    }

    private static Loading load(
            Map<Catalogue.Entry, Contract> contracts,
            Settings settings,
            Fingerprint files,
            Readiness readiness,
            Metrics metrics) {
        var fixtures = Stock.of(contracts.values(), settings.fixtures(), settings.clock());
        var records = new KeptRecords(KEPT_RECORDS, metrics.use(Cache.RECORD));
        contracts.replaceAll((entry, contract) -> contract.keeping(records));
        Map<Contract, ContractExchange> exchanges = exchanges(contracts, fixtures, settings, metrics);
        List<Fault> faults = fixtures.faults();
        if (!faults.isEmpty()) {
            return new Faulty(faults.stream().map(Complaint::of).toList(), fixtures.origins(), files);
        }
        var answers = new ValidatedBytes(KEPT, metrics.use(Cache.REQUEST));
        Map<Cache, LongSupplier> kept = Map.of(
                Cache.REQUEST,
                answers::bytes,
                Cache.CALL,
                () -> exchanges.values().stream()
                        .mapToLong(ContractExchange::bytes)
                        .sum(),
                Cache.RECORD,
                records::bytes);
        Exchange inner = road(exchanges, settings, new OwnPages(List.copyOf(exchanges.keySet()), readiness, metrics));
        Exchange road = new SafetyNet().around(settings.validateEveryByte() ? inner : answers.around(inner));
        return new Snapshot(List.copyOf(contracts.values()), road, fixtures.origins(), files, kept);
    }

    @Override
    public List<Complaint> faults() {
        return List.of();
    }

    /** Each handler asks for its fixtures, and it is their reading that takes time: it is done side by side. */
    private static Map<Contract, ContractExchange> exchanges(
            Map<Catalogue.Entry, Contract> contracts, Fixtures fixtures, Settings settings, Metrics metrics) {
        var limit = new BodyLimit(settings.gate().limits().body());
        var making = new LinkedHashMap<Contract, CompletableFuture<MockApi>>();
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            contracts.forEach((entry, contract) -> making.put(
                    contract,
                    CompletableFuture.supplyAsync(() -> entry.handler().apply(fixtures), threads)));
            var exchanges = new LinkedHashMap<Contract, ContractExchange>();
            long kept = settings.validateEveryByte() ? 0 : KEPT / contracts.size();
            StatsCounter use = metrics.use(Cache.CALL);
            making.forEach((contract, api) ->
                    exchanges.put(contract, new ContractExchange(contract, api.join(), limit, kept, use)));
            return exchanges;
        } finally {
            threads.shutdown();
        }
    }

    private static Contract read(Catalogue.Entry entry, Settings settings) {
        Contract contract = settings.validateEveryByte() ? entry.read().reference() : entry.prepared();
        return settings.auth() ? contract : contract.withoutSecurity();
    }

    /** What a request passes whose answer is not kept, from the outside in. */
    private static Exchange road(Map<Contract, ? extends Exchange> exchanges, Settings settings, OwnPages pages) {
        var routes = new Routes(List.copyOf(exchanges.keySet()));
        Exchange plain = pages.around(new Switchboard(routes, exchanges));
        Exchange encoded = new Conditional().around(new Compressed().around(plain));
        return new Cors(new Origins(settings.corsOrigins()), routes).around(encoded);
    }
}
