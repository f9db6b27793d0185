package dev.understudy.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Binding;
import dev.understudy.api.Expected;
import dev.understudy.api.Fixture;
import dev.understudy.api.Json;
import dev.understudy.api.MessageText;
import dev.understudy.api.UnrepresentableValue;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.fixture.FixtureSet;
import dev.understudy.fixture.State;
import dev.understudy.load.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A collection of an API that was written for its contract: JSON is bound to its types.
 *
 * @param described the JSON Schema (draft 07) of a record
 * @param most how many records of its API a session may change
 */
public record TypedRecords<T>(Fixture<T> fixture, Collection rules, Supplier<ObjectNode> described, int most)
        implements RecordCollection {
    @Override
    public int size(State state) {
        return state.set(fixture.key()).size();
    }

    @Override
    public Stream<Row> rows(State state) {
        return state.set(fixture.key()).stream().map(this::row);
    }

    @Override
    public Stream<Row> rows(State state, int from) {
        return state.set(fixture.key()).stream().skip(from).map(this::row);
    }

    @Override
    public List<Row> changed(State state) {
        return state.set(fixture.key()).changed().stream().map(this::row).toList();
    }

    @Override
    public List<String> removed(State state) {
        FixtureSet<T> now = state.set(fixture.key());
        return now.removed().stream()
                .map(this::id)
                .filter(id -> now.find(key(id)).isEmpty())
                .toList();
    }

    @Override
    public State asLoaded(State state) {
        return state.asLoaded(fixture.key());
    }

    @Override
    public ObjectNode schema() {
        return described.get();
    }

    @Override
    public Stream<String> ids(State state) {
        return state.set(fixture.key()).stream().map(this::id);
    }

    private String id(T record) {
        return rules.single() ? Row.ONLY : fixture.key().id().apply(record);
    }

    @Override
    public Optional<Row> find(State state, String id) {
        return state.set(fixture.key()).find(key(id)).map(this::row);
    }

    private String key(String id) {
        return rules.single() && id.equals(Row.ONLY) ? "" : id;
    }

    private Row row(T record) {
        ObjectNode json = Json.mapper().valueToTree(fixture.source().apply(record));
        return new Row(id(record), json);
    }

    @Override
    public Optional<String> id(ObjectNode record) {
        return rules.single() ? Optional.of(Row.ONLY) : rules.idOf(record);
    }

    @Override
    public List<String> keys() {
        return rules.placeOfId().stream().toList();
    }

    @Override
    public Stored put(State state, ObjectNode record, @Nullable String path) {
        try {
            T bound = fixture.binder().bind(record, Binding.PLAIN);
            State next = state.put(fixture.key(), bound);
            if (next.changes(folder()) > most) {
                // What was removed takes no room for good. Other APIs count what they keep themselves.
                next = next.trimmed(folder());
            }
            return next.changes(folder()) > most
                    ? new Stored.Full(
                            "at most " + most + " records that are created or changed (see --changed-records)")
                    : new Stored.In(next, id(bound));
        } catch (UnrepresentableValue e) {
            return new Stored.Flawed(List.of(new Violation(
                    Place.RECORD,
                    "",
                    e.pointer(),
                    "type",
                    Expected.be("a value that this server can hold"),
                    MessageText.value(record.at(e.pointer())))));
        }
    }

    /** The first part of the paths of all collections of its API. */
    private String folder() {
        String path = fixture.key().path();
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    @Override
    public State remove(State state, String id) {
        return state.remove(fixture.key(), key(id));
    }
}
