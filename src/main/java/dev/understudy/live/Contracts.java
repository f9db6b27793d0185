package dev.understudy.live;

import dev.understudy.api.Fault;
import dev.understudy.api.Fixture;
import dev.understudy.api.MockApi;
import dev.understudy.contract.Contract;
import dev.understudy.fixture.State;
import dev.understudy.load.Fixtures;
import dev.understudy.openapi.ContractException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The contracts of a catalogue, in its order.
 *
 * @param faults all that is wrong in those that are missing
 */
record Contracts(Map<Catalogue.Entry, Contract> read, List<Fault> faults) {
    static Contracts read(List<Catalogue.Entry> catalogue, Function<Catalogue.Entry, Contract> reader) {
        var read = new LinkedHashMap<Catalogue.Entry, Contract>();
        var faults = new ArrayList<Fault>();
        for (Catalogue.Entry entry : catalogue) {
            try {
                read.put(entry, reader.apply(entry));
            } catch (ContractException e) {
                faults.addAll(e.faults());
            }
        }
        return new Contracts(read, faults);
    }

    /** Each with the API that keeps it. */
    Map<Contract, MockApi> apis() {
        var apis = new LinkedHashMap<Contract, MockApi>();
        read.forEach((entry, contract) -> apis.put(contract, entry.api()));
        return apis;
    }

    /** The state that the fixtures of these APIs make. Reading them takes time, so several are read at once. */
    State state(Fixtures fixtures) {
        var reading = new ArrayList<CompletableFuture<Consumer<State.Loading>>>();
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            for (Catalogue.Entry entry : read.keySet()) {
                entry.api()
                        .fixtures()
                        .forEach(fixture ->
                                reading.add(CompletableFuture.supplyAsync(() -> records(fixture, fixtures), threads)));
            }
            var state = new State.Loading();
            reading.forEach(records -> records.join().accept(state));
            return state.state();
        } finally {
            threads.shutdown();
        }
    }

    private static <T> Consumer<State.Loading> records(Fixture<T> fixture, Fixtures fixtures) {
        List<T> records = fixtures.records(fixture);
        return state -> state.with(fixture.key(), records);
    }
}
