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

/** Shows records in the schemas that the document has for them: a list may show less of one than its item does. */
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

    /** The record as a value of this schema, which nobody changes; empty if nothing of it can be one. */
    Optional<ObjectNode> show(JsonRecord entry, String schema) {
        return checked(entry, schema).map(view -> (ObjectNode) view.value());
    }

    /** The same, with what is known of it. */
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
     * Objects to put records into, as {@link DocumentExamples#begun} has them, which nobody changes. Making them takes
     * longer than all else.
     *
     * @param list the way to a list that is left empty; none if there is none to leave so
     */
    List<ObjectNode> frames(Content content, List<String> list) {
        return frames.computeIfAbsent(
                new Framed(content.pointer(), list), any -> DocumentExamples.begun(content, samples)
                        .map(frame -> Paths.with(frame, list, frame.arrayNode()))
                        .toList());
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

    /** The schema of what lies at the end of this way in a value of another; empty if that does not say. */
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
