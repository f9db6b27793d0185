package dev.understudy.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Expected;
import dev.understudy.api.Fault;
import dev.understudy.api.MessageText;
import dev.understudy.api.Pointers;
import dev.understudy.api.Position;
import dev.understudy.api.Spelling;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.fixture.State;
import dev.understudy.load.MergePatch;
import dev.understudy.load.Patches;
import dev.understudy.load.RecordRules;
import dev.understudy.load.text.Finding;
import dev.understudy.load.text.RelativeDates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One edit of one collection, record by record. All of it is done, or nothing: everything that is wrong is reported at
 * once, each with a pointer from what was sent.
 */
final class Edit {
    private static final int MOST = 100;

    private final Collection<RecordCollection> holders;
    private final RecordCollection holder;
    private final RelativeDates moments;
    private final RecordRules rules;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Given> given = new ArrayList<>();
    private final Set<String> gone = new HashSet<>();
    private State state;
    private boolean added;
    private @Nullable String full;

    /** A record that was put, and the pointer to it. */
    private record Given(String pointer, String id) {}

    /** @param now what relative dates count from */
    Edit(Collection<RecordCollection> holders, RecordCollection holder, State before, Instant now) {
        this.holders = holders;
        this.holder = holder;
        this.state = before;
        this.moments = new RelativeDates(holder.rules().moments(), now);
        this.rules = new RecordRules(holder.rules());
    }

    /** Adds records. */
    Edit add(JsonNode body) {
        each(body, (pointer, record) -> {
            Optional<String> id = record instanceof ObjectNode object ? holder.id(object) : Optional.empty();
            if (id.flatMap(known -> holder.find(state, known)).isPresent()) {
                String place = holder.rules().placeOfId().orElse("");
                fault(
                        pointer,
                        new Violation(Place.RECORD, "", place, "unique", "be unique", MessageText.text(id.get())));
            } else {
                put(pointer, record, null);
            }
        });
        return this;
    }

    /** Has the collection hold these records alone. */
    Edit set(JsonNode body) {
        clear();
        add(body);
        given.forEach(record -> gone.remove(record.id()));
        return this;
    }

    /** Removes all records. */
    Edit clear() {
        List<String> all = holder.ids(state).toList();
        all.forEach(id -> state = holder.remove(state, id));
        gone.addAll(all);
        return this;
    }

    /** Has all records be as they were loaded. */
    Edit reset() {
        State before = state;
        state = holder.asLoaded(before);
        holder.changed(before).stream()
                .map(Row::id)
                .filter(id -> holder.find(state, id).isEmpty())
                .forEach(gone::add);
        // References of what comes back are those of the files, whose records may be gone by now.
        List<String> back = Stream.concat(
                        holder.removed(before).stream(),
                        holder.changed(before).stream().map(Row::id))
                .filter(id -> holder.find(state, id).isPresent())
                .toList();
        back.forEach(id -> given.add(new Given(Pointers.child("", id), id)));
        return this;
    }

    /** Puts a record in the place of another, or adds it. */
    Edit put(String id, JsonNode record) {
        if (holder.rules().single() && !id.equals(Row.ONLY)) {
            Expected only = Expected.be("-, the id of the only record");
            fault("", new Violation(Place.RECORD, "", "", "id", only, MessageText.text(id)));
        } else {
            put("", WholeKeys.in(holder, record), id);
        }
        return this;
    }

    /** Merges changes into a record that is there. */
    Edit merge(String id, JsonNode patch) {
        merged(
                "",
                id,
                WholeKeys.in(holder, patch),
                holder.find(state, id).orElseThrow().record());
        return this;
    }

    /** Removes a record that is there. */
    Edit remove(String id) {
        String exact = holder.find(state, id).orElseThrow().id();
        state = holder.remove(state, exact);
        gone.add(exact);
        return this;
    }

    /** Does to each record what a merge file says. */
    Edit mergeAll(JsonNode body) {
        var seen = new HashSet<String>();
        each(body, (pointer, patch) -> {
            Optional<String> id = patch instanceof ObjectNode object ? holder.id(object) : Optional.empty();
            String place = holder.rules().placeOfId().orElse("");
            if (!(patch instanceof ObjectNode)) {
                Violation other = new Violation(Place.RECORD, "", "", "type", "be an object", MessageText.value(patch));
                fault(pointer, other);
            } else if (id.isEmpty()) {
                Violation missing = new Violation(Place.RECORD, "", place, "required", "be given", "missing");
                fault(pointer, missing, "it says which record to change");
            } else if (!seen.add(id.get())) {
                fault(
                        pointer,
                        new Violation(Place.RECORD, "", place, "unique", "be there once", MessageText.text(id.get())));
            } else if (patch.has(Patches.REMOVE)) {
                removed(pointer, id.get(), patch);
            } else {
                ObjectNode before =
                        holder.find(state, id.get()).map(Row::record).orElseGet(JsonNodeFactory.instance::objectNode);
                merged(pointer, before.isEmpty() ? null : id.get(), patch, before);
            }
        });
        return this;
    }

    private void removed(String pointer, String id, JsonNode patch) {
        JsonNode says = patch.path(Patches.REMOVE);
        if (!says.equals(BooleanNode.TRUE)) {
            String place = Pointers.child("", Patches.REMOVE);
            fault(pointer, new Violation(Place.RECORD, "", place, "remove", "be true", MessageText.value(says)));
        }
        holder.find(state, id).ifPresent(row -> remove(row.id()));
    }

    private void merged(String pointer, @Nullable String id, JsonNode patch, ObjectNode before) {
        if (!(patch instanceof ObjectNode changes)) {
            put(pointer, patch, id);
            return;
        }
        ObjectNode record = before.deepCopy();
        ObjectNode resolved = changes.deepCopy();
        resolve(pointer, resolved);
        var merge = new MergePatch(record);
        merge.apply(resolved);
        merge.removeNulls(holder.rules().check());
        put(pointer, record, id);
    }

    private void put(String pointer, JsonNode sent, @Nullable String id) {
        int before = faults.size();
        JsonNode record = sent.deepCopy();
        resolve(pointer, record);
        rules.check(0, record, finding -> fault(pointer, finding));
        if (faults.size() > before) {
            return;
        }
        boolean there = Optional.ofNullable(id)
                .or(() -> holder.id((ObjectNode) record))
                .flatMap(known -> holder.find(state, known))
                .isPresent();
        Stored stored = holder.put(state, (ObjectNode) record, id);
        if (stored instanceof Stored.Flawed flawed) {
            flawed.violations().forEach(violation -> fault(pointer, violation));
        } else if (stored instanceof Stored.Full bounds) {
            full = bounds.bounds();
        } else if (stored instanceof Stored.In in) {
            if (id != null && !sameRecord(id, in)) {
                fault(pointer, another(id, record));
                return;
            }
            added |= !there;
            state = in.next();
            given.add(new Given(pointer, in.id()));
        }
    }

    /** The first part of the id that the record says otherwise. */
    private Violation another(String id, JsonNode record) {
        String whole = holder.find(state, id).map(Row::id).orElse(id);
        List<String> places = holder.keys();
        List<String> parts = List.of(whole.split("/", -1));
        for (int i = 0; i < places.size() && places.size() == parts.size(); i++) {
            String part = Pointers.unescaped(parts.get(i));
            if (!part.equals(record.at(places.get(i)).asText())) {
                return other(places.get(i), part, record);
            }
        }
        return other(holder.rules().placeOfId().orElse(""), id, record);
    }

    private static Violation other(String place, String expected, JsonNode record) {
        JsonNode own = record.at(place);
        String got = own.isMissingNode() ? "missing" : MessageText.value(own);
        Expected be = Expected.be(own.isNumber() ? expected : MessageText.text(expected));
        return new Violation(Place.RECORD, "", place, "id", be, got);
    }

    private boolean sameRecord(String id, Stored.In in) {
        return in.id().equals(id)
                || holder.find(in.next(), id)
                        .filter(row -> row.id().equals(in.id()))
                        .isPresent();
    }

    private void resolve(String pointer, JsonNode record) {
        moments.resolve(0, record, finding -> fault(pointer, finding));
    }

    /** What came of it all. */
    Edited done() {
        if (full != null) {
            return new Edited.Full(full);
        }
        var references = new References(holders, state);
        List<Row> rows = given.stream()
                .map(record -> holder.find(state, record.id()).orElseThrow())
                .toList();
        for (int i = 0; i < rows.size() && !holder.rules().references().isEmpty(); i++) {
            String pointer = given.get(i).pointer();
            references.flaws(holder, rows.get(i)).forEach(flaw -> fault(pointer, flaw));
        }
        references.orphans(holder, gone).forEach(flaw -> fault("", flaw));
        return faults.isEmpty() ? new Edited.Done(state, rows, added) : new Edited.Faulty(faults);
    }

    private interface Step {
        void take(String pointer, JsonNode record);
    }

    private void each(JsonNode body, Step step) {
        if (!body.isArray()) {
            step.take("", WholeKeys.in(holder, body));
            return;
        }
        for (int i = 0; i < body.size(); i++) {
            step.take(Pointers.child("", i), WholeKeys.in(holder, body.path(i)));
        }
    }

    private void fault(String pointer, Finding finding) {
        Violation violation = finding.violation();
        String meant = violation.suggestion();
        String hint = finding.hint() != null ? finding.hint() : meant == null ? null : Spelling.question(meant);
        fault(pointer, violation, hint);
    }

    private void fault(String pointer, Violation violation) {
        fault(pointer, violation, null);
    }

    private void fault(String pointer, Violation violation, @Nullable String hint) {
        if (faults.size() < MOST) {
            Violation placed = violation.at(pointer + violation.pointer());
            faults.add(new Fault(holder.path(), Position.NONE, placed, hint));
        }
    }
}
