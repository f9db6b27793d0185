package dev.understudy.live;

import dev.understudy.api.MockApi;
import dev.understudy.contract.Contract;
import dev.understudy.load.Fixtures;
import dev.understudy.openapi.ContractException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * The contracts of a catalogue, in its order.
 *
 * @param faults all that is wrong in those that are missing
 */
record Contracts(Map<Catalogue.Entry, Contract> read, List<Complaint> faults) {
    static Contracts read(List<Catalogue.Entry> catalogue, Function<Catalogue.Entry, Contract> reader) {
        var read = new LinkedHashMap<Catalogue.Entry, Contract>();
        var faults = new ArrayList<Complaint>();
        for (Catalogue.Entry entry : catalogue) {
            try {
                read.put(entry, reader.apply(entry));
            } catch (ContractException e) {
                e.faults().forEach(fault -> faults.add(Complaint.of(fault)));
            }
        }
        return new Contracts(read, faults);
    }

    /** The handler of each. They ask for their fixtures, and it is the reading of these that takes time. */
    Map<Contract, MockApi> handlers(Fixtures fixtures) {
        var making = new LinkedHashMap<Contract, CompletableFuture<MockApi>>();
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            read.forEach((entry, contract) -> making.put(
                    contract,
                    CompletableFuture.supplyAsync(() -> entry.handler().apply(fixtures), threads)));
            var made = new LinkedHashMap<Contract, MockApi>();
            making.forEach((contract, handler) -> made.put(contract, handler.join()));
            return made;
        } finally {
            threads.shutdown();
        }
    }
}
