package dev.understudy.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Fault;
import dev.understudy.api.Fixture;
import dev.understudy.api.MockApi;
import dev.understudy.api.Position;
import dev.understudy.callbacks.RequestWriter;
import dev.understudy.contract.Contract;
import dev.understudy.contract.PathConflicts;
import dev.understudy.contract.fixtures.FixtureSchema;
import dev.understudy.fixture.State;
import dev.understudy.generate.values.Direction;
import dev.understudy.generate.values.GenerationResult;
import dev.understudy.generate.values.Values;
import dev.understudy.load.Collection;
import dev.understudy.load.Fixtures;
import dev.understudy.mocks.anyspec.AnySpec;
import dev.understudy.mocks.anyspec.changes.ChangeLimits;
import dev.understudy.mocks.anyspec.changes.Changes;
import dev.understudy.mocks.anyspec.collections.Collections;
import dev.understudy.mocks.anyspec.collections.Samples;
import dev.understudy.openapi.source.ContractException;
import dev.understudy.openapi.source.Finding;
import dev.understudy.records.JsonRecords;
import dev.understudy.records.RecordCollection;
import dev.understudy.records.RecordSchema;
import dev.understudy.records.TypedRecords;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * All contracts that are served, each with its API: those of the catalogue in its order, then those of the user.
 *
 * @param builtIn the contracts of the catalogue
 * @param brought the contracts of the user
 * @param faults the faults of contracts that cannot be served, and conflicts between contracts
 */
record Contracts(Map<Catalogue.Entry, Contract> builtIn, Map<Contract, AnySpec> brought, List<Fault> faults) {
    static Contracts read(
            List<Catalogue.Entry> catalogue,
            Function<Catalogue.Entry, Contract> reader,
            BroughtContracts files,
            boolean strict,
            Seeds seeds,
            Clock clock,
            UnaryOperator<Contract> change) {
        var builtIn = new LinkedHashMap<Catalogue.Entry, Contract>();
        var faults = new ArrayList<Fault>();
        for (Catalogue.Entry entry : catalogue) {
            try {
                builtIn.put(entry, reader.apply(entry));
            } catch (ContractException e) {
                faults.addAll(e.faults());
            }
        }
        BroughtContracts.Read read = files.read();
        faults.addAll(read.faults());
        var brought = new LinkedHashMap<Contract, AnySpec>();
        for (Contract contract : read.contracts()) {
            Contract changed = change.apply(contract);
            AnySpec api = api(changed, seeds, clock);
            brought.put(changed, api);
            if (strict) {
                LateFindings.all(changed, api, () -> true).stream()
                        .filter(finding -> finding.level().stops())
                        .map(Finding::fault)
                        .forEach(faults::add);
            }
        }
        faults.addAll(BroughtContracts.sameNames(Stream.concat(builtIn.values().stream(), read.contracts().stream())
                .toList()));
        if (!brought.isEmpty()) {
            faults.addAll(PathConflicts.of(Stream.concat(builtIn.values().stream(), brought.keySet().stream())
                    .toList()));
        }
        faults.addAll(strangers(seeds, brought.keySet(), faults.isEmpty()));
        return new Contracts(builtIn, brought, faults);
    }

    /** If a document is missing, its name may be the one that is meant. */
    private static List<Fault> strangers(Seeds seeds, Set<Contract> brought, boolean complete) {
        var names = new TreeSet<String>(List.of(Seeds.ALL));
        brought.forEach(contract -> names.add(contract.name()));
        return seeds.stateless().stream()
                .filter(name -> complete && !names.contains(name))
                .sorted()
                .map(name -> new Fault(
                        "--stateless",
                        Position.NONE,
                        "must name a contract of your own: " + String.join(", ", names) + "; was \"" + name + "\""))
                .toList();
    }

    /** The API for a user's contract. */
    static AnySpec api(Contract contract, Seeds seeds, Clock clock) {
        var values = new Values(contract.lowered(), contract.schemas());
        Collections collections =
                seeds.isStateless(contract.name()) ? null : new Collections(contract, samples(values), seeds.records());
        return new AnySpec(
                contract,
                (pointer, seed) -> values.value(pointer, seed, Direction.ANSWER),
                collections,
                collections == null ? null : new Changes(collections, clock, seeds.changes()));
    }

    /** Generates records for a user's contract. */
    static Samples samples(Contract contract) {
        return samples(new Values(contract.lowered(), contract.schemas()));
    }

    private static Samples samples(Values values) {
        return (pointer, seed) -> values.another(pointer, seed, Direction.ANSWER) instanceof GenerationResult.Value made
                ? Optional.of(made.value())
                : Optional.empty();
    }

    /** The findings in the user's contracts. */
    List<Finding> findings() {
        return brought.keySet().stream()
                .flatMap(contract -> contract.findings().stream())
                .toList();
    }

    /**
     * All findings in the user's contracts, including those that take longer: values that break their schemas, and
     * answers without a value.
     */
    List<Finding> allFindings() {
        var findings = new ArrayList<Finding>();
        brought.forEach((contract, api) -> findings.addAll(LateFindings.all(contract, api, () -> true)));
        return findings;
    }

    /** All contracts. */
    List<Contract> all() {
        return List.copyOf(apis().keySet());
    }

    /** All contracts, each with its API. */
    Map<Contract, MockApi> apis() {
        var apis = new LinkedHashMap<Contract, MockApi>();
        builtIn.forEach((entry, contract) -> apis.put(contract, entry.api()));
        apis.putAll(brought);
        return apis;
    }

    /** Writers of the requests that the user's contracts send, by contract. */
    Map<Contract, RequestWriter> writer() {
        var writer = new LinkedHashMap<Contract, RequestWriter>();
        brought.forEach((contract, api) -> writer.put(contract, api::request));
        return writer;
    }

    /** The state with the fixtures of these APIs. Reading them takes time, so several are read at once. */
    State state(Fixtures fixtures, RecordFolders records) {
        var reading = new ArrayList<CompletableFuture<Consumer<State.Loading>>>();
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            for (Catalogue.Entry entry : builtIn.keySet()) {
                entry.api()
                        .fixtures()
                        .forEach(fixture ->
                                reading.add(CompletableFuture.supplyAsync(() -> records(fixture, fixtures), threads)));
            }
            brought.forEach((contract, api) -> reading.add(
                    CompletableFuture.supplyAsync(() -> records(api, records.of(contract), fixtures), threads)));
            var state = new State.Loading();
            reading.forEach(read -> read.join().accept(state));
            return state.state();
        } finally {
            threads.shutdown();
        }
    }

    /** The collections of a state, contract by contract. */
    List<RecordCollection> holders(State state, ChangeLimits changes) {
        var holders = new ArrayList<RecordCollection>();
        builtIn.forEach((entry, contract) -> {
            var schemas = new HashMap<String, FixtureSchema>();
            String folder = contract.fixtureFolder() + "/";
            contract.fixtureSchemas().forEach(schema -> schemas.put(folder + schema.collection(), schema));
            entry.api().fixtures().forEach(fixture -> {
                FixtureSchema schema =
                        Objects.requireNonNull(schemas.get(fixture.key().path()));
                Collection own = ContractFixtures.collection(folder, schema);
                holders.add(new TypedRecords<>(fixture, own, schema::recordSchema, changes.records()));
            });
        });
        brought.forEach((contract, api) -> api.collections()
                .ifPresent(collections -> collections.all(state).forEach(each -> {
                    String path = contract.name() + "/" + each.name();
                    var insertion = api.changes().orElseThrow().insertion();
                    holders.add(
                            new JsonRecords(collections, insertion, each, RecordSchema.rules(path, contract, each)));
                })));
        return holders;
    }

    private static Consumer<State.Loading> records(
            AnySpec api, Map<String, Fixture<ObjectNode>> own, Fixtures fixtures) {
        var records = new HashMap<String, List<ObjectNode>>();
        own.forEach((name, fixture) -> records.put(name, fixtures.records(fixture)));
        return state -> api.load(state, records);
    }

    private static <T> Consumer<State.Loading> records(Fixture<T> fixture, Fixtures fixtures) {
        List<T> records = fixtures.records(fixture);
        return state -> state.with(fixture.key(), records);
    }
}
