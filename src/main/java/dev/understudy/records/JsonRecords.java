package dev.understudy.records;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Pointers;
import dev.understudy.fixture.FixtureSet;
import dev.understudy.fixture.State;
import dev.understudy.load.Collection;
import dev.understudy.mocks.anyspec.changes.RecordInsertion;
import dev.understudy.mocks.anyspec.collections.Collections;
import dev.understudy.mocks.anyspec.collections.JsonRecord;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A collection of a brought contract, whose records are JSON. An id has the path parameters in front of the record and
 * its keys, with slashes between, in which a slash and a tilde are written as RFC 6901 does.
 */
public record JsonRecords(
        Collections collections,
        RecordInsertion insertion,
        dev.understudy.mocks.anyspec.roles.Collection held,
        Collection rules)
        implements RecordCollection {
    private FixtureSet<JsonRecord> records(State state) {
        return collections.records(held, state);
    }

    @Override
    public int size(State state) {
        return records(state).size();
    }

    @Override
    public Stream<Row> rows(State state) {
        return records(state).stream().map(this::row);
    }

    @Override
    public Stream<Row> rows(State state, int from) {
        return records(state).stream().skip(from).map(this::row);
    }

    private Row row(JsonRecord entry) {
        return new Row(id(entry), collections.written(held, entry));
    }

    @Override
    public List<Row> changed(State state) {
        return records(state).changed().stream().map(this::row).toList();
    }

    @Override
    public List<String> removed(State state) {
        FixtureSet<JsonRecord> now = records(state);
        return now.removed().stream()
                .filter(entry -> now.find(entry.id()).isEmpty())
                .map(JsonRecords::id)
                .toList();
    }

    @Override
    public State asLoaded(State state) {
        return insertion.asLoaded(held, state);
    }

    @Override
    public ObjectNode schema() {
        return RecordSchema.portable(collections.contract(), held);
    }

    @Override
    public Stream<String> ids(State state) {
        return records(state).stream().map(JsonRecords::id);
    }

    @Override
    public Optional<Row> find(State state, String id) {
        return entry(state, id).map(this::row);
    }

    /** The keys of a record are enough where no other has them. */
    private Optional<JsonRecord> entry(State state, String id) {
        List<String> parts = keys(id);
        int scopes = held.scopes().size();
        if (scopes == 0) {
            return records(state).find(JsonRecord.id(List.of(), parts));
        } else if (parts.size() == scopes + held.keys().size()) {
            return records(state)
                    .find(JsonRecord.id(parts.subList(0, scopes), parts.subList(scopes, parts.size())))
                    .filter(entry -> id(entry).equals(id));
        }
        Optional<JsonRecord> exact =
                records(state).stream().filter(entry -> id(entry).equals(id)).findFirst();
        if (exact.isPresent()) {
            return exact;
        }
        List<JsonRecord> near = records(state).stream()
                .filter(entry -> !entry.keys().isEmpty() && joined(entry.keys()).equals(id))
                .limit(2)
                .toList();
        return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
    }

    private static List<String> keys(String id) {
        return id.equals(Row.ONLY)
                ? List.of()
                : Arrays.stream(id.split("/", -1)).map(Pointers::unescaped).toList();
    }

    private static String id(JsonRecord entry) {
        return id(entry.scope(), entry.keys());
    }

    private static String id(List<String> scope, List<String> keys) {
        String id = joined(Stream.concat(scope.stream().filter(each -> !each.equals(JsonRecord.ANY)), keys.stream())
                .toList());
        return id.isEmpty() ? Row.ONLY : id;
    }

    private static String joined(List<String> parts) {
        return parts.stream().map(part -> Pointers.child("", part).substring(1)).collect(joining("/"));
    }

    @Override
    public Optional<String> id(ObjectNode record) {
        return insertion.keys(held, record).map(keys -> id(insertion.scope(held, record), keys));
    }

    @Override
    public List<String> keys() {
        Stream<String> scopes = held.scopes().stream().map(scope -> {
            Property property = scope.property();
            return property == null ? Pointers.child("", scope.key()) : property.toString();
        });
        Stream<String> keys = held.keys().stream()
                .flatMap(key -> Optional.ofNullable(key.property()).stream())
                .map(Property::toString);
        return Stream.concat(scopes, keys).toList();
    }

    @Override
    public Stored put(State state, ObjectNode record, @Nullable String path) {
        Optional<JsonRecord> before = path == null ? Optional.empty() : entry(state, path);
        List<String> named = path == null ? List.of() : keys(path);
        RecordInsertion.Placed placed = insertion.put(held, record.deepCopy(), before, named, state);
        if (placed instanceof RecordInsertion.Placed.In in) {
            return new Stored.In(in.next(), id(in.entry()));
        } else if (placed instanceof RecordInsertion.Placed.Flawed flawed) {
            return new Stored.Flawed(flawed.violations());
        }
        return new Stored.Full(((RecordInsertion.Placed.Full) placed).bounds());
    }

    @Override
    public State remove(State state, String id) {
        return entry(state, id)
                .map(entry -> insertion.remove(held, entry, state))
                .orElse(state);
    }
}
