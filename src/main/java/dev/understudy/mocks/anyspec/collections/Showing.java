package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.contract.Content;
import dev.understudy.contract.Contract;
import dev.understudy.kept.CheckedValue;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Converts records to the schemas of the document: a list may show fewer properties than its item. */
final class Showing {
    private final Contract contract;
    private final Samples samples;
    private final Map<String, SchemaView> schemas = new ConcurrentHashMap<>();
    private final Map<Framed, List<ObjectNode>> frames = new ConcurrentHashMap<>();

    Showing(Contract contract, Samples samples) {
        this.contract = contract;
        this.samples = samples;
    }

    private record Framed(String content, List<String> list) {}

    /** The record as a value of this schema, which nobody changes; empty if that is not possible. */
    Optional<ObjectNode> show(JsonRecord entry, String schema) {
        return checked(entry, schema).map(view -> (ObjectNode) view.value());
    }

    /** The same value with what is known about its validity. */
    Optional<CheckedValue> checked(JsonRecord entry, String schema) {
        return entry.view(schema, each -> view(each, schema));
    }

    private Optional<CheckedValue> view(JsonRecord entry, String schema) {
        ObjectNode own = (ObjectNode) contract.sent(schema, view(schema).declared(entry.data()));
        if (!entry.others().isEmpty()) {
            ObjectNode all = own.deepCopy();
            entry.others().forEach(name -> all.set(name, entry.data().path(name)));
            own = contract.keeps(schema, all) ? all : own;
        }
        return shown(entry, own, schema);
    }

    private Optional<CheckedValue> shown(JsonRecord entry, ObjectNode own, String schema) {
        var shown = new CheckedValue(own);
        if (contract.keeps(schema, shown)) {
            return Optional.of(shown);
        }
        return samples.value(schema, entry.id().hashCode())
                .filter(ObjectNode.class::isInstance)
                .map(made -> new CheckedValue(overlaid((ObjectNode) made, own, schema)));
    }

    /**
     * Objects to insert records into, as in {@link DocumentExamples#begun}, which nobody changes. Generating them is
     * the slowest step, so they are cached.
     *
     * @param list the path to a list that is left empty; empty if there is none
     */
    List<ObjectNode> frames(Content content, List<String> list) {
        return frames.computeIfAbsent(
                new Framed(content.pointer(), list), any -> DocumentExamples.begun(content, samples)
                        .map(frame -> Paths.with(frame, list, frame.arrayNode()))
                        .toList());
    }

    /** A generated value, overwritten with the properties of the record that the schema allows. */
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

    /** The schema of the value at this path; empty if the outer schema does not define it. */
    String inner(String schema, List<String> path) {
        String inner = schema;
        for (String step : path) {
            inner = view(inner).properties().getOrDefault(step, "");
        }
        return inner;
    }

    SchemaView view(String schema) {
        SchemaView known = schemas.get(schema);
        return known == null ? schemas.computeIfAbsent(schema, pointer -> SchemaView.of(contract, pointer)) : known;
    }
}
