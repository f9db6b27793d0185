package dev.understudy.mocks.anyspec.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Violation;
import dev.understudy.contract.Contract;
import dev.understudy.mocks.anyspec.collections.Collections;
import dev.understudy.mocks.anyspec.roles.Collection;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Completes records with defaults, and with generated values for required properties that were not given. */
record Completion(Collections collections, Collection collection, long seed) {
    private static final int DEEPEST = 5;

    /** How many generated values are tried for a choice between several variants. */
    private static final int TRIES = 4;

    /** Fills in what both schemas of the record require; existing values stay. Returns the violations that remain. */
    List<Violation> complete(ObjectNode record) {
        fill(record, collection.item(), () -> made(collection.item(), seed), 0);
        if (!collection.record().equals(collection.item())) {
            fill(record, collection.record(), () -> made(collection.record(), seed), 0);
        }
        List<Violation> flaws = flaws(record);
        for (int i = 0; i < TRIES && !flaws.isEmpty(); i++) {
            overlay(record, made(collection.item(), seed + i));
            flaws = flaws(record);
        }
        return flaws;
    }

    /**
     * The record with its properties in the order of the schema that it is shown in alone; other properties come last.
     */
    ObjectNode ordered(ObjectNode record) {
        ObjectNode ordered = record.objectNode();
        for (String name : collections.view(collection.item()).properties().keySet()) {
            JsonNode value = record.get(name);
            if (value != null) {
                ordered.set(name, value);
            }
        }
        if (ordered.size() < record.size()) {
            record.properties().forEach(property -> ordered.set(property.getKey(), property.getValue()));
        }
        return ordered;
    }

    /** The violations of the record against the schema that it is shown in alone. */
    private List<Violation> flaws(ObjectNode record) {
        Contract contract = collections.contract();
        ObjectNode declared = collections.view(collection.item()).declared(record);
        return contract.violations(collection.item(), contract.sent(collection.item(), declared));
    }

    private JsonNode made(String schema, long from) {
        return collections.sample(schema, from).orElse(MissingNode.getInstance());
    }

    private void fill(ObjectNode object, String schema, Supplier<JsonNode> made, int depth) {
        SchemaView view = collections.view(schema);
        for (Map.Entry<String, String> property : view.properties().entrySet()) {
            String name = property.getKey();
            String pointer = property.getValue();
            JsonNode value = object.path(name);
            if (value.isMissingNode()) {
                value(pointer, view.requires(name), () -> made.get().path(name))
                        .ifPresent(own -> object.set(name, own));
            } else if (depth < DEEPEST) {
                inside(value, pointer, () -> made.get().path(name), depth + 1);
            }
        }
    }

    private void inside(JsonNode value, String schema, Supplier<JsonNode> made, int depth) {
        if (value instanceof ObjectNode object) {
            fill(object, schema, made, depth);
        } else if (value.isArray() && !collections.view(schema).items().isEmpty()) {
            String items = collections.view(schema).items();
            for (int i = 0; i < value.size(); i++) {
                long own = seed + i;
                if (value.path(i) instanceof ObjectNode object) {
                    fill(object, items, () -> made(items, own), depth);
                }
            }
        }
    }

    /**
     * The default; for a required property without one, an empty value, null, the first option, or a generated value.
     */
    private Optional<JsonNode> value(String schema, boolean needed, Supplier<JsonNode> made) {
        SchemaView view = collections.view(schema);
        Stream<JsonNode> first = view.note("default").isMissingNode()
                ? Stream.of()
                : Stream.of(view.note("default").deepCopy());
        if (!needed) {
            return first.filter(each -> keeps(schema, each)).findFirst();
        }
        Stream<JsonNode> plain = Stream.<JsonNode>of(
                        view.takesNull() ? NullNode.getInstance() : MissingNode.getInstance(),
                        view.isArray() ? JsonNodeFactory.instance.arrayNode() : MissingNode.getInstance(),
                        view.isBoolean() ? BooleanNode.FALSE : MissingNode.getInstance())
                .filter(each -> !each.isMissingNode());
        // Values that take long to generate come last, and are generated only on demand.
        Stream<JsonNode> others =
                Stream.<Supplier<JsonNode>>of(made, () -> made(schema, seed)).map(Supplier::get);
        return Stream.of(first, plain, view.options().stream(), others)
                .flatMap(each -> each)
                .filter(each -> !each.isMissingNode() && keeps(schema, each))
                .findFirst()
                .map(JsonNode::deepCopy);
    }

    private boolean keeps(String schema, JsonNode value) {
        return collections.contract().keeps(schema, value);
    }

    /** Copies required values from a generated record, if the result is valid. */
    private void overlay(ObjectNode record, JsonNode made) {
        if (!(made instanceof ObjectNode object)) {
            return;
        }
        ObjectNode whole = merged(object.deepCopy(), record);
        if (!flaws(whole).isEmpty()) {
            return;
        }
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            if (!record.has(property.getKey())) {
                JsonNode own = whole.remove(property.getKey());
                if (!flaws(whole).isEmpty()) {
                    whole.set(property.getKey(), own);
                }
            }
        }
        record.setAll(whole);
    }

    private static ObjectNode merged(ObjectNode target, ObjectNode over) {
        over.properties().forEach(property -> {
            boolean both = target.path(property.getKey()).isObject()
                    && property.getValue().isObject();
            target.set(
                    property.getKey(),
                    both
                            ? merged((ObjectNode) target.path(property.getKey()), (ObjectNode) property.getValue())
                            : property.getValue());
        });
        return target;
    }
}
