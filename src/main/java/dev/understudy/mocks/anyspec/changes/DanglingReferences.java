package dev.understudy.mocks.anyspec.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Expected;
import dev.understudy.api.MessageText;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.fixture.FixtureSet;
import dev.understudy.mocks.anyspec.collections.JsonRecord;
import dev.understudy.mocks.anyspec.roles.Collection;
import dev.understudy.mocks.anyspec.roles.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds references of a record to records that do not exist. */
record DanglingReferences(Task task) {
    private static final int NAMED = 3;

    /** The dangling references that the client gave, if {@code x-understudy} enforces references. */
    List<Violation> violations(ObjectNode record, ObjectNode given) {
        return isEnforced() ? dangling(record, given) : List.of();
    }

    /** The dangling references that the client gave, if references are not enforced. */
    List<Violation> notes(ObjectNode record, ObjectNode given) {
        return isEnforced() ? List.of() : dangling(record, given);
    }

    private boolean isEnforced() {
        return task.operation().correction().enforcesReferences();
    }

    private List<Violation> dangling(ObjectNode record, ObjectNode given) {
        var dangling = new ArrayList<Violation>();
        for (Reference reference : task.collection().references()) {
            JsonNode value = reference.property().of(record);
            if (given.has(reference.property().path().get(0)) && value.isValueNode() && !value.isNull()) {
                violation(reference, value).ifPresent(dangling::add);
            }
        }
        return dangling;
    }

    private Optional<Violation> violation(Reference reference, JsonNode value) {
        Optional<Collection> other = task.collections().collection(reference.collection(), task.state());
        if (other.isEmpty()) {
            return Optional.empty();
        }
        FixtureSet<JsonRecord> records = task.collections().records(other.get(), task.state());
        if (isThere(other.get(), records, value.asText())) {
            return Optional.empty();
        }
        List<String> known = records.first(NAMED).stream().map(JsonRecord::key).toList();
        String such = known.isEmpty() ? ", of which there are none" : ", such as " + MessageText.or(known);
        return Optional.of(new Violation(
                Place.BODY,
                "",
                reference.property().toString(),
                "reference",
                Expected.to("name one of " + reference.collection() + such),
                MessageText.value(value)));
    }

    private static boolean isThere(Collection collection, FixtureSet<JsonRecord> records, String key) {
        return collection.scopes().isEmpty() && collection.keys().size() == 1
                ? records.find(JsonRecord.id(List.of(), List.of(key))).isPresent()
                : !records.where(entry -> entry.key().equals(key)).first(1).isEmpty();
    }
}
