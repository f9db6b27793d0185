package dev.understudy.records;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Json;
import dev.understudy.api.Pointers;
import dev.understudy.fixture.State;
import dev.understudy.load.Patches;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What there is of a collection in a state as the text of a file of fixtures: a record a line, in UTF-8. */
public sealed interface FixtureText {
    /**
     * The text.
     *
     * @param file where it belongs below a folder of fixtures, such as {@code library/books.merge.json}
     */
    record Written(String file, String text) implements FixtureText {}

    /** There is no such file, as a sentence says. */
    record Impossible(String why) implements FixtureText {}

    /** All records. */
    static FixtureText whole(RecordCollection holder, State state) {
        if (!holder.rules().single()) {
            return new Written(holder.path() + ".json", array(holder.rows(state).map(Row::record)));
        }
        return holder.find(state, Row.ONLY)
                .<FixtureText>map(
                        row -> new Written(holder.path() + ".json", row.record().toPrettyString() + "\n"))
                .orElseGet(() -> new Impossible("There is no record in " + holder.path()));
    }

    /**
     * What is to be merged into the records as they were loaded to have those of the state.
     *
     * @param filed whether a file of fixtures has the collection: a merge file changes nothing else
     */
    static FixtureText changes(RecordCollection holder, State loaded, State state, boolean filed) {
        String path = holder.path();
        if (!filed) {
            return new Impossible("No file of fixtures has " + path + ", and a merge file changes one: take it whole");
        } else if (!holder.rules().single() && holder.rules().id() == null) {
            return new Impossible("No one property tells the records of " + path + " apart, and a merge file names"
                    + " them by it: take it whole");
        }
        var merge = new MergeOf(holder.rules());
        var unsaid = new ArrayList<String>();
        var changes = new ArrayList<ObjectNode>();
        for (Row row : holder.changed(state)) {
            ObjectNode before =
                    holder.find(loaded, row.id()).map(Row::record).orElseGet(JsonNodeFactory.instance::objectNode);
            Optional<ObjectNode> patch = merge.between(before, row.record());
            if (patch.isEmpty()) {
                unsaid.add(row.id());
            } else if (!patch.get().isEmpty()) {
                changes.add(named(holder, row.record(), patch.get()));
            }
        }
        if (!unsaid.isEmpty()) {
            String some = String.join(", ", unsaid.subList(0, Math.min(3, unsaid.size())));
            return new Impossible("A merge file takes a key away that is null, and cannot set one to null, as "
                    + counted(unsaid.size()) + " of " + path + " would need (" + some + "): take it whole");
        }
        holder.removed(state).forEach(id -> holder.find(loaded, id)
                .ifPresent(row -> changes.add(named(
                        holder,
                        row.record(),
                        JsonNodeFactory.instance.objectNode().put(Patches.REMOVE, true)))));
        String file = path + ".merge.json";
        return holder.rules().single()
                ? new Written(file, (changes.isEmpty() ? "{}" : changes.get(0).toPrettyString()) + "\n")
                : new Written(file, array(changes.stream()));
    }

    private static String counted(int records) {
        return records == 1 ? "a record" : records + " records";
    }

    /** With the id of the record in front. */
    private static ObjectNode named(RecordCollection holder, ObjectNode record, ObjectNode patch) {
        String id = holder.rules().id();
        if (id == null) {
            return patch;
        }
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        named.set(id, record.at(Pointers.child("", id)));
        return named.setAll(patch);
    }

    private static String array(Stream<ObjectNode> records) {
        String lines = records.map(record -> "  " + new String(Json.write(record), StandardCharsets.UTF_8))
                .collect(Collectors.joining(",\n"));
        return lines.isEmpty() ? "[]\n" : "[\n" + lines + "\n]\n";
    }
}
