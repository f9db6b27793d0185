package dev.understudy.live;

import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import dev.understudy.api.MockApi;
import dev.understudy.contract.Contract;
import dev.understudy.control.Metrics;
import dev.understudy.control.Metrics.Cache;
import dev.understudy.control.OwnPages;
import dev.understudy.control.Readiness;
import dev.understudy.kept.KeptRecords;
import dev.understudy.load.Origin;
import dev.understudy.road.BodyLimit;
import dev.understudy.road.Compressed;
import dev.understudy.road.Conditional;
import dev.understudy.road.ContractExchange;
import dev.understudy.road.Cors;
import dev.understudy.road.Exchange;
import dev.understudy.road.Origins;
import dev.understudy.road.Routes;
import dev.understudy.road.SafetyNet;
import dev.understudy.road.Switchboard;
import dev.understudy.road.ValidatedBytes;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        var records = new KeptRecords(KEPT_RECORDS, metrics.use(Cache.RECORD));
        var contracts =
                Contracts.read(catalogue, entry -> known.computeIfAbsent(entry, missing -> read(missing, settings))
                        .keeping(records));
        // Without all contracts, fixtures of the missing ones would look like files that nobody knows.
        if (!contracts.faults().isEmpty()) {
            return new NotServed(contracts.faults(), List.of(), files);
        }
        var fixtures = Stock.of(contracts.read().values(), settings.fixtures(), settings.clock());
        Map<Contract, ContractExchange> exchanges = exchanges(contracts.handlers(fixtures), settings, metrics);
        if (!fixtures.faults().isEmpty()) {
            return NotServed.of(fixtures, files);
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
        return new Snapshot(List.copyOf(exchanges.keySet()), road, fixtures.origins(), files, kept);
    }

    /**
     * The same without serving: every record by the reference, as a fast check that is wrong would else be wrong here
     * too.
     */
    public static Loading check(List<Catalogue.Entry> catalogue, List<Path> folders, Clock clock) {
        Fingerprint files = Fingerprint.of(folders);
        var contracts = Contracts.read(catalogue, entry -> entry.read().reference());
        if (!contracts.faults().isEmpty()) {
            return new NotServed(contracts.faults(), List.of(), files);
        }
        var fixtures = Stock.toCheck(contracts.read().values(), folders, clock);
        // Only handlers know what their records are bound to.
        contracts.handlers(fixtures);
        return NotServed.of(fixtures, files);
    }

    @Override
    public List<Complaint> faults() {
        return List.of();
    }

    private static Map<Contract, ContractExchange> exchanges(
            Map<Contract, MockApi> handlers, Settings settings, Metrics metrics) {
        var limit = new BodyLimit(settings.gate().limits().body());
        long kept = settings.validateEveryByte() ? 0 : KEPT / handlers.size();
        StatsCounter use = metrics.use(Cache.CALL);
        var exchanges = new LinkedHashMap<Contract, ContractExchange>();
        handlers.forEach((contract, handler) ->
                exchanges.put(contract, new ContractExchange(contract, handler, limit, kept, use)));
        return exchanges;
    }

    private static Contract read(Catalogue.Entry entry, Settings settings) {
        Contract contract = settings.validateEveryByte() ? entry.read().reference() : entry.read();
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
