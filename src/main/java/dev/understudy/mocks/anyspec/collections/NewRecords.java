package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.contract.Contract;
import dev.understudy.mocks.anyspec.roles.Collection;
import dev.understudy.mocks.anyspec.roles.Recognition;
import dev.understudy.mocks.anyspec.roles.SchemaView;
import dev.understudy.mocks.anyspec.roles.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records for files of fixtures: those of the document's examples, and as many made ones as there are room for. */
public final class NewRecords {
    private final Contract contract;
    private final Recognition recognition;
    private final Showing showing;
    private final Seeding seeding;

    /** @param count how many of each collection */
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

    /** The records of this collection; fewer than were asked for where no more can be told apart. */
    public List<ObjectNode> of(String name) {
        Collection collection = recognition.collections().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return seeding.entries(name).stream()
                .flatMap(entry -> record(collection, entry).stream())
                .toList();
    }

    /** What the list shows, what only the item shows, and what the path has in front of it. */
    private Optional<ObjectNode> record(Collection collection, Entry entry) {
        SchemaView listed = showing.view(collection.record());
        SchemaView alone = showing.view(collection.item());
        return showing.show(entry, collection.record()).map(shown -> {
            ObjectNode record = shown.deepCopy();
            entry.data().properties().forEach(property -> {
                String schema = alone.properties().get(property.getKey());
                if (schema != null
                        && !listed.properties().containsKey(property.getKey())
                        && contract.keeps(schema, property.getValue())) {
                    record.set(property.getKey(), property.getValue());
                }
            });
            List<Scope> scopes = collection.scopes();
            for (int i = 0; i < scopes.size(); i++) {
                if (scopes.get(i).property() == null && !entry.scope().get(i).equals(Entry.ANY)) {
                    record.put(scopes.get(i).key(), entry.scope().get(i));
                }
            }
            return record;
        });
    }
}
