package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.contract.Contract;
import dev.understudy.mocks.anyspec.roles.Collection;
import dev.understudy.mocks.anyspec.roles.Scope;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import java.util.List;
import java.util.Optional;

/** Writes records as a file of their collection has them. */
record RecordWriter(Contract contract, Showing showing, Collection collection) {
    /** What the list shows, what only the item shows, and what the path has in front of it. */
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
