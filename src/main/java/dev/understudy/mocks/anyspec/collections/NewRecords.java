package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.contract.Contract;
import dev.understudy.mocks.anyspec.roles.Collection;
import dev.understudy.mocks.anyspec.roles.Recognition;
import java.util.List;
import java.util.Map;

/** Records for fixture files: those in the document's examples, and generated ones up to the requested number. */
public final class NewRecords {
    private final Contract contract;
    private final Recognition recognition;
    private final Showing showing;
    private final Seeding seeding;

    /** @param count the number of records in each collection */
    public NewRecords(Contract contract, Samples samples, int count) {
        this.contract = contract;
        this.recognition = Recognition.of(contract);
        this.showing = new Showing(contract, samples);
        this.seeding = new Seeding(contract, recognition, samples, showing, count, Map.of(), true);
    }

    /** The names of the collections, in the order of the document. */
    public List<String> collections() {
        return recognition.collections().stream().map(Collection::name).toList();
    }

    /** The records of this collection; fewer than requested if there are no more distinct keys. */
    public List<ObjectNode> of(String name) {
        Collection collection = recognition.collections().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        var written = new RecordWriter(contract, showing, collection);
        return seeding.entries(name).stream()
                .flatMap(entry -> written.record(entry).stream())
                .toList();
    }
}
