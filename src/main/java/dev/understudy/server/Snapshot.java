package dev.understudy.server;

import dev.understudy.api.MockApi;
import dev.understudy.contract.Contract;
import dev.understudy.contract.ContractException;
import dev.understudy.exchange.BodyLimit;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The contracts and fixtures as they were at one moment, and the exchange that answers from them. */
public record Snapshot(List<Contract> contracts, Exchange exchange, List<Origin> origins, Fingerprint files)
        implements Loading {
    /** How many bytes of validated answers are kept by request, and as many again by call. */
    private static final long KEPT = 32L << 20;

    public Snapshot {
        contracts = List.copyOf(contracts);
        origins = List.copyOf(origins);
    }

    /** Reads everything, and finds all that is wrong with it. */
    public static Loading load(List<Catalogue.Entry> catalogue, Settings settings) {
        return load(catalogue, settings, new Readiness());
    }

    /** The same; what is served will say on its page that it is as ready as this. */
    static Loading load(List<Catalogue.Entry> catalogue, Settings settings, Readiness readiness) {
        Fingerprint files = Fingerprint.of(settings.fixtures());
        var contracts = new LinkedHashMap<Catalogue.Entry, Contract>();
        var faults = new ArrayList<Complaint>();
        for (Catalogue.Entry entry : catalogue) {
            try {
                contracts.put(entry, read(entry, settings));
            } catch (ContractException e) {
                e.faults().forEach(fault -> faults.add(Complaint.of(fault)));
            }
        }
        // Without all contracts, fixtures of the missing ones would look like files that nobody knows.
        return faults.isEmpty() ? load(contracts, settings, files, readiness) : new Faulty(faults, List.of(), files);
    }

    private static Loading load(
            Map<Catalogue.Entry, Contract> contracts, Settings settings, Fingerprint files, Readiness readiness) {
        var fixtures = Stock.of(contracts.values(), settings.fixtures(), settings.clock());
        Map<Contract, Exchange> exchanges = exchanges(contracts, fixtures, settings);
        List<Fault> faults = fixtures.faults();
        if (!faults.isEmpty()) {
            return new Faulty(faults.stream().map(Complaint::of).toList(), fixtures.origins(), files);
        }
        Exchange road = road(exchanges, settings, readiness);
        return new Snapshot(List.copyOf(contracts.values()), road, fixtures.origins(), files);
    }

    @Override
    public List<Complaint> faults() {
        return List.of();
    }

    /** Each handler asks for its fixtures, and it is their reading that takes time: it is done side by side. */
    private static Map<Contract, Exchange> exchanges(
            Map<Catalogue.Entry, Contract> contracts, Fixtures fixtures, Settings settings) {
        var limit = new BodyLimit(settings.gate().limits().body());
        var making = new LinkedHashMap<Contract, CompletableFuture<MockApi>>();
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            contracts.forEach((entry, contract) -> making.put(
                    contract,
                    CompletableFuture.supplyAsync(() -> entry.handler().apply(fixtures), threads)));
            var exchanges = new LinkedHashMap<Contract, Exchange>();
            long kept = settings.validateEveryByte() ? 0 : KEPT / contracts.size();
            making.forEach((contract, api) ->
                    exchanges.put(contract, new ContractExchange(contract, api.join(), limit, kept)));
            return exchanges;
        } finally {
            threads.shutdown();
        }
    }

    private static Contract read(Catalogue.Entry entry, Settings settings) {
        Contract contract = settings.validateEveryByte() ? entry.read().reference() : entry.read();
        return settings.auth() ? contract : contract.withoutSecurity();
    }

    /** What every request passes, from the outside in. */
    private static Exchange road(Map<Contract, Exchange> exchanges, Settings settings, Readiness readiness) {
        List<Contract> contracts = List.copyOf(exchanges.keySet());
        var routes = new Routes(contracts);
        Exchange inner = new OwnPages(contracts, readiness).around(new Switchboard(routes, exchanges));
        Exchange open = new Cors(new Origins(settings.corsOrigins()), routes).around(inner);
        return new SafetyNet().around(settings.validateEveryByte() ? open : new ValidatedBytes(KEPT).around(open));
    }
}
