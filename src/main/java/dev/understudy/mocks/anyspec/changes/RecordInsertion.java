package dev.understudy.mocks.anyspec.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Expected;
import dev.understudy.api.MessageText;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.fixture.State;
import dev.understudy.mocks.anyspec.collections.Collections;
import dev.understudy.mocks.anyspec.collections.JsonRecord;
import dev.understudy.mocks.anyspec.roles.Collection;
import dev.understudy.mocks.anyspec.roles.Scope;
import dev.understudy.mocks.anyspec.roles.schemas.Key;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Inserts complete records into collections, such as those of a file, without a call. */
public final class RecordInsertion {
    private final Collections collections;
    private final ChangeLimits limits;

    RecordInsertion(Collections collections, ChangeLimits limits) {
        this.collections = collections;
        this.limits = limits;
    }

    /** The result of inserting a record. */
    public sealed interface Placed {
        /** It was inserted. */
        record In(State next, JsonRecord entry) implements Placed {}

        /** It cannot be shown, or has keys that no path can contain. */
        record Flawed(List<Violation> violations) implements Placed {
            public Flawed {
                violations = List.copyOf(violations);
            }
        }

        /** There is no room for more changes. */
        record Full(String bounds) implements Placed {}
    }

    /** The keys that the record contains; empty if one is missing. */
    public Optional<List<String>> keys(Collection collection, ObjectNode record) {
        var keys = new ArrayList<String>();
        for (Key key : collection.keys()) {
            Property property = key.property();
            String text = property == null ? "" : text(property.of(record));
            if (text.isEmpty()) {
                return Optional.empty();
            }
            keys.add(text);
        }
        return keys.isEmpty() && !collection.isSingle() ? Optional.empty() : Optional.of(keys);
    }

    /** The path parameters before the record's collection, as far as the record contains them. */
    public List<String> scope(Collection collection, ObjectNode record) {
        return collection.scopes().stream()
                .map(scope -> value(scope, record))
                .map(text -> text.isEmpty() ? JsonRecord.ANY : text)
                .toList();
    }

    private static String value(Scope scope, ObjectNode record) {
        Property property = scope.property();
        return text(property == null ? record.path(scope.key()) : property.of(record));
    }

    private static String text(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? value.asText() : "";
    }

    /**
     * Inserts a record, which replaces the given one, or the one with its keys, or is added at the end.
     *
     * @param record is valid against the schema of the list; it is modified
     * @param named the keys for which it has no properties; empty if they do not matter
     */
    public Placed put(
            Collection collection, ObjectNode record, Optional<JsonRecord> before, List<String> named, State state) {
        List<String> scope = new ArrayList<>(scope(collection, record));
        for (int i = 0; i < scope.size(); i++) {
            if (scope.get(i).equals(JsonRecord.ANY) && before.isPresent()) {
                scope.set(i, before.get().scope().get(i));
            }
            record.remove(collection.scopes().get(i).key());
        }
        long seed = collection.name().hashCode() * 31L
                + collections.records(collection, state).ever();
        var numbers = new HighestIds(collections, collection, state);
        List<String> keys = before.map(JsonRecord::keys)
                .filter(own -> keys(collection, record)
                        .filter(said -> !said.equals(own))
                        .isEmpty())
                .orElseGet(() -> collection.isSingle()
                        ? List.of()
                        : new NewKeys(collections, collection, state, scope, numbers)
                                .of(record, record.deepCopy(), seed)
                                .orElse(List.of()));
        List<String> own = named(collection, keys, named);
        List<Violation> flaws = flaws(collection, record, own);
        var completion = new Completion(collections, collection, seed);
        flaws.addAll(completion.complete(record));
        if (!flaws.isEmpty()) {
            return new Placed.Flawed(flaws);
        }
        var entry = new JsonRecord(scope, own, completion.ordered(record), others(collection, record));
        State cleared = before.filter(each -> !each.id().equals(entry.id()))
                .map(each -> state.remove(collections.key(collection), each.id()))
                .orElse(state);
        Optional<JsonRecord> there = collections.records(collection, cleared).find(entry.id());
        return StateSize.put(cleared, collections, collection, entry, there.orElse(null), limits)
                .<Placed>map(next -> new Placed.In(own.isEmpty() ? next : numbers.with(next, entry), entry))
                .orElseGet(() -> new Placed.Full(limits.text()));
    }

    /** Removes a record of a collection, with its uploaded files. */
    public State remove(Collection collection, JsonRecord entry, State state) {
        State next = new UploadedFiles(collections, limits).without(collection, entry, state);
        return StateSize.deleted(next.remove(collections.key(collection), entry.id()), collections, entry);
    }

    /** Resets a collection to its loaded records. */
    public State asLoaded(Collection collection, State state) {
        return StateSize.again(state.asLoaded(collections.key(collection)), collections);
    }

    private static List<String> named(Collection collection, List<String> keys, List<String> named) {
        var own = new ArrayList<>(keys);
        for (int i = 0; i < own.size() && named.size() == own.size(); i++) {
            if (collection.keys().size() > i && collection.keys().get(i).property() == null) {
                own.set(i, named.get(i));
            }
        }
        return own;
    }

    /** Violations that would make the record unreachable by its keys. */
    private static List<Violation> flaws(Collection collection, ObjectNode record, List<String> keys) {
        var flaws = new ArrayList<Violation>();
        if (keys.isEmpty() && !collection.isSingle()) {
            flaws.add(new Violation(Place.RECORD, "", "", "id", Expected.to("have an id"), "without"));
        }
        for (int i = 0; i < collection.keys().size() && i < keys.size(); i++) {
            Property property = collection.keys().get(i).property();
            JsonNode value = property == null ? record.path("") : property.of(record);
            if (property != null && !text(value).equals(keys.get(i))) {
                Expected asked = Expected.be("one that the path of an operation admits");
                flaws.add(new Violation(Place.RECORD, "", property.toString(), "id", asked, MessageText.value(value)));
            }
        }
        return flaws;
    }

    private Set<String> others(Collection collection, ObjectNode record) {
        var others = new HashSet<String>();
        record.fieldNames().forEachRemaining(others::add);
        others.removeAll(collections.view(collection.item()).properties().keySet());
        others.removeAll(collections.view(collection.record()).properties().keySet());
        return others;
    }
}
