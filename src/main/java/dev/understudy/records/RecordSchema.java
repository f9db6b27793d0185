package dev.understudy.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Expected;
import dev.understudy.api.MessageText;
import dev.understudy.api.Pointers;
import dev.understudy.api.Spelling;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.Contract;
import dev.understudy.mocks.anyspec.roles.Collection;
import dev.understudy.mocks.anyspec.roles.Scope;
import dev.understudy.mocks.anyspec.roles.schemas.Key;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import dev.understudy.schema.MomentFields;
import dev.understudy.schema.PortableSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a record in a file must keep: the schema of what its list shows. It may have more, which the schema of the item
 * alone declares, and no properties that neither has.
 */
public final class RecordSchema {
    private final Contract contract;
    private final Collection collection;
    private final SchemaView listed;
    private final SchemaView alone;
    private final MomentFields listedMoments;
    private final MomentFields aloneMoments;
    private final boolean open;
    private final Set<String> places = new HashSet<>();

    /** What the records of a collection must keep that lies at this path. */
    public static dev.understudy.load.Collection rules(String path, Contract contract, Collection collection) {
        var schema = new RecordSchema(contract, collection);
        List<Property> keys = collection.keys().stream()
                .map(Key::property)
                .filter(Objects::nonNull)
                .toList();
        boolean one = keys.size() == 1 && keys.get(0).path().size() == 1;
        boolean all = keys.size() == collection.keys().size();
        return new dev.understudy.load.Collection(
                path,
                one && all ? keys.get(0).path().get(0) : null,
                all && !one ? keys.stream().map(Property::toString).toList() : List.of(),
                collection.isSingle() && collection.scopes().isEmpty(),
                Map.of(),
                null,
                Map.of(),
                schema::check,
                schema::moment);
    }

    /**
     * The JSON Schema (draft 07) of such a record, as an editor completes it: properties of either schema, and those
     * that stand for the path in front of the record.
     */
    static ObjectNode portable(Contract contract, Collection collection) {
        ObjectNode schema =
                PortableSchema.ofEither(contract.schemas(), List.of(collection.record(), collection.item()));
        for (Scope scope : collection.scopes()) {
            if (scope.property() == null) {
                schema.withObjectProperty("properties")
                        .putObject(scope.key())
                        .put("description", "The path parameter " + scope.parameter() + " of the record")
                        .putArray("type")
                        .add("string")
                        .add("integer");
                schema.withArrayProperty("required").add(scope.key());
            }
        }
        return schema;
    }

    private RecordSchema(Contract contract, Collection collection) {
        this.contract = contract;
        this.collection = collection;
        this.listed = SchemaView.of(contract, collection.record());
        this.alone = SchemaView.of(contract, collection.item());
        this.listedMoments = new MomentFields(contract.schemas(), collection.record());
        this.aloneMoments = new MomentFields(contract.schemas(), collection.item());
        this.open = isOpen(listed) || isOpen(alone);
        for (Scope scope : collection.scopes()) {
            if (scope.property() == null) {
                places.add(scope.key());
            }
        }
    }

    /** Whether the schema admits keys on purpose that it does not name, or names none. */
    private static boolean isOpen(SchemaView schema) {
        JsonNode more = schema.note("additionalProperties");
        return schema.properties().isEmpty()
                || more.isObject()
                || more.asBoolean()
                || schema.note("patternProperties").isObject();
    }

    /** What the record breaks; empty when it keeps all. */
    List<Violation> check(JsonNode record) {
        if (!(record instanceof ObjectNode object)) {
            return List.of(violation("", "type", Expected.be("an object"), record));
        }
        ObjectNode shown = object.objectNode();
        var violations = new ArrayList<Violation>();
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            String name = property.getKey();
            JsonNode value = property.getValue();
            String pointer = Pointers.child("", name);
            if (places.contains(name)) {
                if (!value.isTextual() && !value.isIntegralNumber()) {
                    violations.add(violation(pointer, "type", Expected.be("a string or an integer"), value));
                }
            } else if (listed.properties().containsKey(name)
                    || listed.requires(name)
                    || !alone.properties().containsKey(name) && open) {
                shown.set(name, value);
            } else if (alone.properties().containsKey(name)) {
                violations.addAll(broken(alone.properties().get(name), pointer, value));
            } else {
                violations.add(violation(pointer, "additionalProperties", Expected.to("be left out"), value)
                        .suggesting(Spelling.nearest(name, known()).orElse(null)));
            }
        }
        violations.addAll(0, broken(collection.record(), "", shown));
        return violations;
    }

    /** How a moment is written at this place of a record; empty where none stands. */
    Optional<String> moment(String pointer) {
        return listedMoments.sample(pointer).or(() -> aloneMoments.sample(pointer));
    }

    private Set<String> known() {
        var known = new HashSet<>(places);
        known.addAll(listed.properties().keySet());
        known.addAll(alone.properties().keySet());
        return known;
    }

    private List<Violation> broken(String schema, String pointer, JsonNode value) {
        return contract.schemas().at(schema).violationsOfBounded(Place.RECORD, "", pointer, value);
    }

    private Violation violation(String pointer, String keyword, Expected expected, JsonNode got) {
        return new Violation(Place.RECORD, "", pointer, keyword, expected, MessageText.value(got))
                .ruledBy(contract.source() + "#" + listed.canonical());
    }
}
