package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.contract.Contract;
import dev.understudy.mocks.anyspec.roles.Collection;
import dev.understudy.mocks.anyspec.roles.Scope;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import java.util.List;
import java.util.Optional;

/** Writes records in the form of fixture files. */
record RecordWriter(Contract contract, Showing showing, Collection collection) {
    /**
     * The record with the properties of the list, those that only the item shows, and the path parameters before it.
     */
    Optional<ObjectNode> record(JsonRecord entry) {
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
                if (scopes.get(i).property() == null && !entry.scope().get(i).equals(JsonRecord.ANY)) {
                    record.put(scopes.get(i).key(), entry.scope().get(i));
                }
            }
            return record;
        });
    }
}
