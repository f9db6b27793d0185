package dev.understudy.mocks.anyspec.collections;

import static java.util.Collections.nCopies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.contract.Contract;
import dev.understudy.mocks.anyspec.roles.Collection;
import dev.understudy.mocks.anyspec.roles.Recognition;
import dev.understudy.mocks.anyspec.roles.Reference;
import dev.understudy.mocks.anyspec.roles.Scope;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The initial records of a collection: from a file, from the document's examples, or generated. The same document gives
 * the same records, whatever is requested first.
 */
final class Seeding {
    private static final Logger LOG = LoggerFactory.getLogger(Seeding.class);

    /** The exclusive maximum of records below each parent record other than the first. */
    private static final int FEW = 6;

    /** The maximum number of generated records in a collection. */
    private static final int MOST = 500;

    private final Contract contract;
    private final Recognition recognition;
    private final Samples samples;
    private final Showing showing;
    private final DocumentExamples shown;
    private final int count;
    private final Map<String, List<ObjectNode>> given;
    private final boolean exact;
    private final Map<String, Collection> collections = new LinkedHashMap<>();
    /** The collections that each one is generated from, by name; there are no cycles. */
    private final Map<String, Set<String>> sources = new HashMap<>();

    private final Map<String, List<JsonRecord>> made = new HashMap<>();

    /**
     * Creates records from the contract, or from files.
     *
     * @param count the number of records of a collection for which the document shows none
     * @param given the records from files, by collection name
     * @param exact whether each collection has exactly this number, whatever the document shows
     */
    Seeding(
            Contract contract,
            Recognition recognition,
            Samples samples,
            Showing showing,
            int count,
            Map<String, List<ObjectNode>> given,
            boolean exact) {
        this.contract = contract;
        this.recognition = recognition;
        this.samples = samples;
        this.showing = showing;
        this.count = count;
        this.given = Map.copyOf(given);
        this.exact = exact;
        this.shown = new DocumentExamples(contract, recognition);
        recognition.collections().forEach(each -> collections.put(each.name(), each));
        for (Collection collection : collections.values()) {
            collection.scopes().forEach(scope -> {
                if (scope.parent() != null) {
                    source(collection.name(), scope.parent());
                }
            });
        }
        for (Collection collection : collections.values()) {
            collection.references().forEach(reference -> source(collection.name(), reference.collection()));
        }
    }

    private void source(String name, String other) {
        if (!leads(other, name)) {
            sources.computeIfAbsent(name, any -> new HashSet<>()).add(other);
        }
    }

    private boolean isSource(String other, String name) {
        return sources.getOrDefault(name, Set.of()).contains(other);
    }

    /** Whether the two collections are the same, or one is generated from the other, possibly indirectly. */
    private boolean leads(String from, String to) {
        var met = new HashSet<String>();
        var open = new ArrayDeque<String>(List.of(from));
        while (!open.isEmpty()) {
            String next = open.remove();
            if (next.equals(to)) {
                return true;
            } else if (met.add(next)) {
                open.addAll(sources.getOrDefault(next, Set.of()));
            }
        }
        return false;
    }

    /** The initial records of this collection, in creation order. */
    synchronized List<JsonRecord> entries(String name) {
        List<JsonRecord> known = made.get(name);
        if (known == null) {
            Collection collection = collections.get(name);
            List<ObjectNode> own = given.get(name);
            known = collection == null ? List.of() : own != null ? of(collection, own) : make(collection);
            made.put(name, known);
        }
        return known;
    }

    /** The records of a file; the path parameters before them are in the records, or do not matter. */
    private List<JsonRecord> of(Collection collection, List<ObjectNode> records) {
        var keys = new KeyValues(contract, recognition, samples, showing, collection);
        var entries = new ArrayList<JsonRecord>();
        for (ObjectNode data : records) {
            var scope = new ArrayList<String>();
            for (Scope each : collection.scopes()) {
                JsonNode value = each.property() == null
                        ? data.path(each.key())
                        : each.property().of(data);
                scope.add(value.isMissingNode() ? JsonRecord.ANY : value.asText());
                data.remove(each.key());
            }
            keys.taken(scope, data).ifPresent(own -> entries.add(entry(scope, own, data)));
        }
        return List.copyOf(entries);
    }

    private List<JsonRecord> make(Collection collection) {
        List<ObjectNode> listed = shown.listed(collection.name());
        List<ObjectNode> examples = new ArrayList<>(listed);
        examples.addAll(shown.alone(collection.name()));
        List<List<String>> possible = possible(collection);
        var keys = new KeyValues(contract, recognition, samples, showing, collection);
        var entries = new ArrayList<JsonRecord>();
        for (ObjectNode example : examples) {
            List<String> first = possible.get(0);
            keys.taken(first, example).ifPresent(own -> entries.add(entry(first, own, example)));
        }
        if (listed.isEmpty() || exact) {
            List<List<String>> scopes =
                    exact ? even(possible) : scopes(collection, possible, most(collection, possible.get(0)));
            int first = entries.size();
            List<ObjectNode> made = data(collection, scopes, first);
            for (int i = first; i < scopes.size(); i++) {
                List<String> scope = scopes.get(i);
                ObjectNode data = made.get(i - first);
                keys.given(scope, data, i).ifPresent(own -> entries.add(entry(scope, own, data)));
            }
        }
        return List.copyOf(exact ? entries.subList(0, Math.min(count, entries.size())) : entries);
    }

    /** Distributes the records evenly over the parents. */
    private List<List<String>> even(List<List<String>> possible) {
        return IntStream.range(0, count)
                .mapToObj(i -> List.copyOf(possible.get(i % possible.size())))
                .toList();
    }

    /**
     * The data of the records from this index on. They are independent of each other, so all cores generate them in
     * parallel.
     */
    private List<ObjectNode> data(Collection collection, List<List<String>> scopes, int from) {
        Map<Reference, List<JsonRecord>> others = new LinkedHashMap<>();
        for (Reference reference : collection.references()) {
            if (isSource(reference.collection(), collection.name())) {
                others.put(reference, entries(reference.collection()));
            }
        }
        return IntStream.range(from, Math.max(from, scopes.size()))
                .parallel()
                .mapToObj(index -> data(collection, scopes.get(index), index, others))
                .toList();
    }

    private static JsonRecord entry(List<String> scope, List<String> keys, ObjectNode data) {
        return new JsonRecord(scope, keys, data);
    }

    /** The possible path parameters before the collection, in the order of the records that they name; at least one. */
    private List<List<String>> possible(Collection collection) {
        int deepest = -1;
        for (int i = 0; i < collection.scopes().size(); i++) {
            deepest = collection.scopes().get(i).parent() == null ? deepest : i;
        }
        List<JsonRecord> parents = deepest < 0 ? List.of() : parents(collection, deepest);
        var possible = new ArrayList<List<String>>();
        for (JsonRecord parent : parents) {
            var scope = new ArrayList<>(parent.scope());
            scope.addAll(parent.keys());
            possible.add(scope);
        }
        if (possible.isEmpty()) {
            possible.add(new ArrayList<>());
        }
        for (List<String> scope : possible) {
            while (scope.size() < collection.scopes().size()) {
                scope.add(JsonRecord.ANY);
            }
        }
        return possible;
    }

    /** The requested number, or as many as the limit allows, which is then logged. */
    private int most(Collection collection, List<String> scope) {
        if (count <= SeedLimit.LEAST) {
            return count;
        }
        int most = new SeedLimit(collections.size()).most(count, data(collection, nCopies(SeedLimit.LEAST, scope), 0));
        if (most < count) {
            LOG.warn(
                    "{}/{} begins with {} records and not {}: there is no room for more of their size",
                    contract.name(),
                    collection.name(),
                    most,
                    count);
        }
        return most;
    }

    /** The path parameters before each generated record; the first parent has the most records. */
    private List<List<String>> scopes(Collection collection, List<List<String>> possible, int most) {
        var scopes = new ArrayList<List<String>>();
        for (int i = 0; i < possible.size() && (i == 0 || scopes.size() < MOST); i++) {
            int here = i == 0 ? most : (int) (Math.abs(seed(collection, i)) % FEW);
            for (int j = 0; j < Math.min(here, most); j++) {
                scopes.add(List.copyOf(possible.get(i)));
            }
        }
        return scopes;
    }

    private List<JsonRecord> parents(Collection collection, int index) {
        String parent = collection.scopes().get(index).parent();
        if (parent == null || !isSource(parent, collection.name())) {
            return List.of();
        }
        return entries(parent).stream()
                .filter(entry -> entry.scope().size() + entry.keys().size() == index + 1)
                .toList();
    }

    private long seed(Collection collection, int index) {
        return (contract.name() + "/" + collection.name()).hashCode() * 31L + index;
    }

    private ObjectNode data(
            Collection collection, List<String> scope, int index, Map<Reference, List<JsonRecord>> others) {
        long seed = seed(collection, index);
        ObjectNode data = made(collection.item(), seed);
        if (!collection.record().equals(collection.item())) {
            made(collection.record(), seed).properties().forEach(property -> {
                if (!data.has(property.getKey())) {
                    data.set(property.getKey(), property.getValue());
                }
            });
        }
        others.forEach((reference, entries) -> refer(reference, entries, data, seed));
        for (int i = 0; i < scope.size(); i++) {
            Scope own = collection.scopes().get(i);
            if (own.property() != null && !scope.get(i).equals(JsonRecord.ANY)) {
                put(data, own.property(), scope.get(i));
            }
        }
        return data;
    }

    private ObjectNode made(String schema, long seed) {
        JsonNode value = samples.value(schema, seed).orElse(null);
        return value instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
    }

    /** Sets the property to refer to one of these records; a null stays, as it refers to nothing. */
    private void refer(Reference reference, List<JsonRecord> others, ObjectNode data, long seed) {
        if (!others.isEmpty() && !reference.property().of(data).isMissingNode()) {
            JsonRecord other = others.get((int) Math.floorMod(seed * 7, (long) others.size()));
            put(data, reference.property(), other.key());
        }
    }

    private void put(ObjectNode data, Property property, String text) {
        JsonNode value = Paths.typed(text, property.schema());
        if (contract.keeps(property.schema().canonical(), value)) {
            Paths.setInside(data, property.path(), value);
        }
    }
}
