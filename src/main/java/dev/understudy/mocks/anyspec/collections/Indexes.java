package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.fixture.Derived;
import dev.understudy.fixture.FixtureSet;
import dev.understudy.fixture.PositionSet;
import dev.understudy.fixture.TextIndex;
import dev.understudy.mocks.anyspec.roles.Collection;
import dev.understudy.mocks.anyspec.roles.Scope;
import dev.understudy.mocks.anyspec.roles.parameters.Sorting;
import dev.understudy.mocks.anyspec.roles.schemas.Key;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Indexes of the initial records of a contract's collections, computed once and kept, whatever changes later. There is
 * one of each kind for each property that requests may name.
 */
final class Indexes {
    /** The cost of sorting or counting, in looks at each record. */
    private static final int LOOKS = 8;

    /** The maximum number of orders that a collection keeps. */
    private static final int ORDERS = 64;

    private static final Derived<JsonRecord, TextIndex> KEY = TextIndex.of("key", JsonRecord::key);

    private final Showing showing;
    private final Map<String, Derived<JsonRecord, PositionSet>> hidden = new ConcurrentHashMap<>();
    private final Map<DocumentExamples, Derived<JsonRecord, Column>> columns = new ConcurrentHashMap<>();
    private final Map<Sorted, Derived<JsonRecord, Permutation>> orders = new ConcurrentHashMap<>();
    private final Map<Object, Derived<JsonRecord, TextIndex>> texts = new ConcurrentHashMap<>();

    Indexes(Showing showing) {
        this.showing = showing;
    }

    /** A property of records in the schema of a list. */
    private record DocumentExamples(String schema, Property property) {}

    private record Sorted(String schema, List<Sorting.Key> keys) {}

    private record Scoped(String collection, List<Scope> scopes, int index) {}

    private record Keyed(String collection, List<Key> keys) {}

    /** The positions of the records that cannot be shown in this schema. */
    Derived<JsonRecord, PositionSet> hidden(String schema) {
        return hidden.computeIfAbsent(
                schema, any -> Derived.of("hidden " + schema, LOOKS, records -> hidden(schema, records)));
    }

    private PositionSet hidden(String schema, FixtureSet<JsonRecord> records) {
        return records.isLoaded()
                ? records.where(entry -> showing.show(entry, schema).isEmpty()).positions()
                : records.where(records.loaded().derived(hidden(schema)), entry -> showing.show(entry, schema)
                                .isEmpty())
                        .positions();
    }

    /** The column of a property in this schema. */
    Derived<JsonRecord, Column> column(String schema, Property property) {
        return columns.computeIfAbsent(
                new DocumentExamples(schema, property),
                any -> Derived.of(
                        "column " + property,
                        LOOKS,
                        records -> new Column(records.byPosition().stream()
                                .map(entry -> value(entry, schema, property))
                                .toList())));
    }

    private JsonNode value(JsonRecord entry, String schema, Property property) {
        Optional<ObjectNode> shown = showing.show(entry, schema);
        return shown.isPresent() ? property.of(shown.get()) : MissingNode.getInstance();
    }

    /** The order by these keys in this schema; empty if too many orders are kept, or if a key has lists. */
    Optional<Permutation> order(String schema, List<Sorting.Key> keys, FixtureSet<JsonRecord> records) {
        FixtureSet<JsonRecord> loaded = records.loaded();
        var name = new Sorted(schema, keys);
        if (!columns(schema, keys, loaded).stream().allMatch(Column::isSingle)
                || (orders.size() >= ORDERS && !orders.containsKey(name))) {
            return Optional.empty();
        }
        return Optional.of(loaded.derived(orders.computeIfAbsent(
                name,
                any -> Derived.of(
                        "order " + keys,
                        LOOKS,
                        // Use the columns of these records: other collections may share the schema, and so the name.
                        all -> new Permutation(all.byPosition().size(), keys, columns(schema, keys, all))))));
    }

    private List<Column> columns(String schema, List<Sorting.Key> keys, FixtureSet<JsonRecord> loaded) {
        return keys.stream()
                .map(key -> loaded.derived(column(schema, key.property())))
                .toList();
    }

    /** An index by the path parameter at this place before a collection; records that match any value are in it. */
    Derived<JsonRecord, TextIndex> scope(Collection collection, List<Scope> scopes, int index) {
        return texts.computeIfAbsent(
                new Scoped(collection.name(), scopes, index),
                any -> TextIndex.of("scope", entry -> PathScope.text(entry, collection, scopes, index)));
    }

    /** An index by these keys, as item paths use them. */
    Derived<JsonRecord, TextIndex> keys(Collection collection, List<Key> keys) {
        return texts.computeIfAbsent(
                new Keyed(collection.name(), keys),
                any -> TextIndex.of("keys", entry -> NamedRecord.text(entry, collection, keys)));
    }

    /** An index by the last key. */
    Derived<JsonRecord, TextIndex> key() {
        return KEY;
    }
}
