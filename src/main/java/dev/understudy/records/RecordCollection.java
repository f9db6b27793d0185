package dev.understudy.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.fixture.State;
import dev.understudy.load.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A collection of whatever API, whose records are read and written as JSON. */
public sealed interface RecordCollection permits TypedRecords, JsonRecords {
    /** What its records must keep. */
    Collection rules();

    /** How many records there are. */
    int size(State state);

    /** Its records, the oldest first. */
    Stream<Row> rows(State state);

    /** The same from a position on, without a look at those in front. */
    Stream<Row> rows(State state, int from);

    /** The records that are not as they were loaded, the oldest first. */
    List<Row> changed(State state);

    /** The ids of records that were loaded and are not there any more. */
    List<String> removed(State state);

    /** The same state with all its records as they were loaded. */
    State asLoaded(State state);

    /** The JSON Schema (draft 07) of one of its records; it needs no other document. */
    ObjectNode schema();

    /** Their ids, in the same order. */
    Stream<String> ids(State state);

    /** The record of this id; empty if there is none. */
    Optional<Row> find(State state, String id);

    /** The id that a record says of itself; empty if it does not. */
    Optional<String> id(ObjectNode record);

    /** Pointers of the values by which a record says what tells it apart, those of its path first. */
    List<String> keys();

    /**
     * Puts a record that keeps the rules in the place of the one with its id, or behind all others.
     *
     * @param path the id by which it is asked for, where it cannot say all of it itself; null if it has none yet
     */
    Stored put(State state, ObjectNode record, @Nullable String path);

    /** Takes the record of this id away. */
    State remove(State state, String id);

    /** The same path as that of its fixtures. */
    default String path() {
        return rules().path();
    }

    /** Ids of records that are there, three at most. */
    default List<String> known(State state) {
        return ids(state).limit(3).toList();
    }
}
