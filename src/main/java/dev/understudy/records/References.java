package dev.understudy.records;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.MessageText;
import dev.understudy.api.Pointers;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.fixture.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Checks that references of the changed records of a state lead somewhere, and none back to its own record. */
final class References {
    private final Collection<RecordCollection> holders;
    private final State state;

    References(Collection<RecordCollection> holders, State state) {
        this.holders = holders;
        this.state = state;
    }

    /** What is wrong with the references of a record, by pointers into it. */
    List<Violation> flaws(RecordCollection holder, Row row) {
        var flaws = new ArrayList<Violation>();
        holder.rules().references().forEach((property, path) -> {
            Optional<RecordCollection> target = at(path);
            each(Pointers.child("", property), row.record().path(property), (pointer, id) -> {
                if (target.flatMap(other -> other.find(state, id)).isEmpty()) {
                    flaws.add(flaw(pointer, "reference", "name a record of " + path, id));
                } else if (property.equals(holder.rules().acyclic()) && leads(holder, property, id, row.id())) {
                    flaws.add(flaw(pointer, "acyclic", "not lead back to its own record", id));
                }
            });
        });
        return flaws;
    }

    /** What is wrong with records that name some of these, which are gone from a collection. */
    List<Violation> orphans(RecordCollection holder, Set<String> gone) {
        var flaws = new ArrayList<Violation>();
        for (RecordCollection other : gone.isEmpty() ? List.<RecordCollection>of() : List.copyOf(holders)) {
            other.rules().references().forEach((property, path) -> {
                if (path.equals(holder.path())) {
                    other.rows(state)
                            .forEach(row -> each("", row.record().path(property), (pointer, id) -> {
                                if (gone.contains(id)) {
                                    String from = "stay, as record " + row.id() + " of " + other.path()
                                            + " names it in " + property;
                                    flaws.add(flaw("", "reference", from, id));
                                }
                            }));
                }
            });
        }
        return flaws;
    }

    private static Violation flaw(String pointer, String rule, String expected, String id) {
        return new Violation(Place.RECORD, "", pointer, rule, expected, MessageText.text(id));
    }

    private Optional<RecordCollection> at(String path) {
        return holders.stream().filter(holder -> holder.path().equals(path)).findFirst();
    }

    /** Whether a record is another, or names it, however far around. */
    private boolean leads(RecordCollection holder, String property, String from, String to) {
        var met = new HashSet<String>();
        var open = new ArrayDeque<String>(List.of(from));
        while (!open.isEmpty()) {
            String next = open.remove();
            if (next.equals(to)) {
                return true;
            } else if (met.add(next)) {
                holder.find(state, next)
                        .ifPresent(row -> each("", row.record().path(property), (pointer, id) -> open.add(id)));
            }
        }
        return false;
    }

    private static void each(String pointer, JsonNode value, BiConsumer<String, String> found) {
        if (value.isTextual()) {
            found.accept(pointer, value.textValue());
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            each(Pointers.child(pointer, i), value.path(i), found);
        }
    }
}
