package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.contract.Contract;
import dev.understudy.mocks.anyspec.roles.SchemaView;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Shows records in the schemas that the document has for them: a list may show less of one than its item does. */
final class Showing {
    private final Contract contract;
    private final Samples samples;
    private final Map<String, SchemaView> schemas = new ConcurrentHashMap<>();

    Showing(Contract contract, Samples samples) {
        this.contract = contract;
        this.samples = samples;
    }

    /** The record as a value of this schema; empty if nothing of it can be one. */
    Optional<ObjectNode> show(Entry entry, String schema) {
        return entry.view(schema, each -> view(each, schema));
    }

    private Optional<ObjectNode> view(Entry entry, String schema) {
        ObjectNode own = (ObjectNode) contract.sent(schema, declared(entry.data(), schema));
        if (!entry.others().isEmpty()) {
            ObjectNode all = own.deepCopy();
            entry.others().forEach(name -> all.set(name, entry.data().path(name)));
            own = contract.keeps(schema, all) ? all : own;
        }
        return shown(entry, own, schema);
    }

    private Optional<ObjectNode> shown(Entry entry, ObjectNode own, String schema) {
        if (contract.keeps(schema, own)) {
            return Optional.of(own);
        }
        return samples.value(schema, entry.id().hashCode())
                .filter(ObjectNode.class::isInstance)
                .map(made -> overlaid((ObjectNode) made, own, schema));
    }

    /** What of the record this schema declares; all of it if it declares nothing. */
    private ObjectNode declared(ObjectNode data, String schema) {
        Map<String, String> properties = view(schema).properties();
        if (properties.isEmpty()) {
            return data.deepCopy();
        }
        ObjectNode own = data.objectNode();
        for (Map.Entry<String, JsonNode> property : data.properties()) {
            if (properties.containsKey(property.getKey())) {
                own.set(property.getKey(), property.getValue());
            }
        }
        return own;
    }

    /** A made value with each property of the record that it can have. */
    private ObjectNode overlaid(ObjectNode made, ObjectNode own, String schema) {
        ObjectNode shown = made.deepCopy();
        for (Map.Entry<String, JsonNode> property : own.properties()) {
            JsonNode before = shown.get(property.getKey());
            shown.set(property.getKey(), property.getValue());
            if (!contract.keeps(schema, shown)) {
                if (before == null) {
                    shown.remove(property.getKey());
                } else {
                    shown.set(property.getKey(), before);
                }
            }
        }
        return shown;
    }

    SchemaView view(String schema) {
        return schemas.computeIfAbsent(schema, pointer -> SchemaView.of(contract, pointer));
    }
}
