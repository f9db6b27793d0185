package dev.understudy.mocks.anyspec.changes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Violation;
import dev.understudy.contract.Contract;
import dev.understudy.fixture.RecordMigration;
import dev.understudy.fixture.State;
import dev.understudy.mocks.anyspec.collections.Collections;
import dev.understudy.mocks.anyspec.collections.JsonRecord;
import dev.understudy.mocks.anyspec.roles.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Decides about records that sessions changed under an earlier version of the contract: newly required values are
 * filled in as for new records, and a record that is still invalid is dropped.
 */
record ContractMigration(Collections collections) implements RecordMigration {
    @Override
    public Migrated of(State loaded, String name, Object record) {
        var entry = (JsonRecord) record;
        Optional<Collection> collection = collections.all(loaded).stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
        if (collection.isEmpty()) {
            return dropped(entry, "the contract has no such collection any more");
        }
        boolean named = collection.get().keys().size() == entry.keys().size()
                || collection.get().keys().isEmpty();
        if (!named || collection.get().scopes().size() != entry.scope().size()) {
            return dropped(entry, "records have other ids now");
        }
        ObjectNode data = entry.data().deepCopy();
        var completion =
                new Completion(collections, collection.get(), entry.id().hashCode());
        List<Violation> flaws = completion.complete(data);
        if (flaws.isEmpty()) {
            flaws = listed(collection.get(), data);
        }
        // Use a new object, since the old one caches how it was shown before.
        return flaws.isEmpty()
                ? new Migrated(
                        new JsonRecord(entry.scope(), entry.keys(), completion.ordered(data), entry.others()), "")
                : dropped(entry, (flaws.get(0).pointer() + " " + flaws.get(0).demand()).strip());
    }

    @Override
    public State settled(State migrated) {
        return StateSize.again(migrated, collections);
    }

    private List<Violation> listed(Collection collection, ObjectNode data) {
        Contract contract = collections.contract();
        String schema = collection.record();
        ObjectNode declared = collections.view(schema).declared(data);
        return schema.equals(collection.item())
                ? List.of()
                : contract.violations(schema, contract.sent(schema, declared));
    }

    private static Migrated dropped(JsonRecord entry, String reason) {
        return new Migrated(null, String.join("/", entry.keys()) + ": " + reason);
    }
}
