package dev.understudy.mocks.anyspec.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Expected;
import dev.understudy.api.MessageText;
import dev.understudy.api.Pointers;
import dev.understudy.api.Spelling;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.ChosenAnswer;
import dev.understudy.contract.Content;
import dev.understudy.contract.Operation;
import dev.understudy.fixture.State;
import dev.understudy.mocks.anyspec.collections.CollectionAnswer;
import dev.understudy.mocks.anyspec.collections.JsonRecord;
import dev.understudy.mocks.anyspec.roles.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Creates or deletes several records: all that a call asks for, or none. */
record BulkChanges(Task task, Timestamps timestamps, ChangeLimits limits) {
    private static final int BAD_REQUEST = 400;

    /** Of so many notes the journal has the records that come first. */
    private static final int NOTES = 100;

    Change create() {
        JsonNode body = task.call().arguments().body();
        JsonNode records = body == null ? JsonNodeFactory.instance.arrayNode() : body;
        State state = task.state();
        var entries = new ArrayList<JsonRecord>();
        var notes = new ArrayList<Violation>();
        for (int i = 0; i < records.size(); i++) {
            Task one = task.on(state);
            String pointer = Pointers.child("", i);
            ObjectNode given = SubmittedValues.of(one, records.path(i));
            Change change = new Writing(one, timestamps, limits).create(given, null);
            if (change.answered() instanceof CollectionAnswer.Refused refused) {
                return new Change(
                        new CollectionAnswer.Refused(refused.status(), at(refused.violations(), pointer)),
                        task.state());
            } else if (change.next().isSameAs(state)) {
                return new Change(change.answered(), task.state());
            }
            state = change.next();
            List<JsonRecord> all =
                    task.collections().records(task.collection(), state).byPosition();
            JsonRecord entry = all.get(all.size() - 1);
            entries.add(entry);
            if (notes.size() < NOTES) {
                notes.addAll(new FixedKeys(one).notes(entry.data(), records.path(i), pointer));
                notes.addAll(at(new DanglingReferences(one).notes(entry.data(), given), pointer));
            }
        }
        return new Change(told(entries).noting(notes), state);
    }

    private static List<Violation> at(List<Violation> violations, String pointer) {
        return violations.stream()
                .map(violation -> violation.at(pointer + violation.pointer()))
                .toList();
    }

    /** The answer with the created records, if it is documented as a list of them. */
    private CollectionAnswer.Done told(List<JsonRecord> entries) {
        ChosenAnswer chosen = task.chosen(Writing.CREATED);
        Optional<Content> content = chosen.answer().content(task.call().produces());
        Optional<JsonNode> body = content.flatMap(each -> {
            String items = task.collections().view(each.schema().orElse("")).items();
            return items.isEmpty()
                    ? Optional.empty()
                    : task.collections()
                            .shown(items, entries)
                            .filter(all -> each.flaw(all).isEmpty())
                            .map(JsonNode.class::cast);
        });
        return new CollectionAnswer.Done(chosen, body.orElse(null), Map.of());
    }

    /**
     * Deletes the records that the query or the body names. If the query can name some but does not, deletes all
     * records below the path; if the call asks for anything else, deletes none.
     */
    Change delete(ChosenAnswer chosen) {
        Optional<CollectionAnswer> misunderstood = misunderstood();
        if (misunderstood.isPresent()) {
            return new Change(misunderstood.get(), task.state());
        }
        Set<String> named = named();
        State state = task.state();
        var files = new UploadedFiles(task.collections(), limits);
        List<String> places = files.places(task.collection(), state);
        for (JsonRecord entry : task.collections().below(task.role(), task.call(), state)) {
            if ((named.isEmpty() && task.role().bodies().isEmpty()) || named.contains(entry.key())) {
                state = files.without(places, task.collection(), entry, state);
                state = state.remove(task.collections().key(task.collection()), entry.id());
                state = StateSize.deleted(state, task.collections(), entry);
            }
        }
        return new Change(new CollectionAnswer.Done(chosen, null, Map.of()), state);
    }

    /**
     * Rejects an unknown query key or body, and a key that matches no record: the client hardly meant to delete
     * everything.
     */
    private Optional<CollectionAnswer> misunderstood() {
        List<String> readable = task.operation().inputs().stream()
                .filter(input -> input.place() == Place.QUERY)
                .map(Operation.Input::name)
                .toList();
        Optional<Violation> ignored = task.call().ignored().stream()
                .findFirst()
                .map(stray -> violation(stray.key(), strange(stray.key(), readable), "given"));
        return ignored.or(() -> body(readable))
                .or(() -> readable.stream()
                        .filter(name -> task.call().arguments().query().has(name))
                        .filter(name -> names(name).isEmpty())
                        .findFirst()
                        .map(name -> violation(name, "name a record at least, or be left out to delete all", "empty")))
                .map(violation -> new CollectionAnswer.Refused(BAD_REQUEST, List.of(violation)));
    }

    /** A body that the operation does not document may list the intended records; ignoring it would delete all. */
    private Optional<Violation> body(List<String> readable) {
        String keys = readable.isEmpty() ? "" : "; name records by the query key " + MessageText.or(readable);
        String must = "be left out, as this operation documents none, so that not all are deleted" + keys;
        return task.call().bodyIgnored()
                ? Optional.of(new Violation(Place.BODY, "", "", "understood", Expected.to(must), "given"))
                : Optional.empty();
    }

    private static String strange(String key, List<String> readable) {
        String meant = Spelling.nearest(key, readable).map(Spelling::question).orElse("");
        return "be left out, so that not all are deleted" + (meant.isEmpty() ? "" : "; " + meant);
    }

    private static Violation violation(String name, String must, String got) {
        return new Violation(Place.QUERY, name, "", "understood", Expected.to(must), got);
    }

    private Set<String> named() {
        var named = new HashSet<String>();
        task.call().arguments().query().fieldNames().forEachRemaining(name -> named.addAll(names(name)));
        JsonNode body = task.call().arguments().body();
        if (body != null && task.way().isPresent()) {
            JsonNode keys = body;
            for (String step : task.way().get()) {
                keys = keys.path(step);
            }
            keys.forEach(key -> named.add(key.asText()));
        }
        return named;
    }

    private Set<String> names(String parameter) {
        JsonNode value = task.call().arguments().query().path(parameter);
        var names = new HashSet<String>();
        if (Role.Changes.namesSeveral(parameter) && value.isArray()) {
            value.forEach(each -> names.add(each.asText()));
        } else if (Role.Changes.namesSeveral(parameter)) {
            names.addAll(List.of(value.asText().split("[,|]")));
        }
        names.removeIf(String::isBlank);
        return names;
    }
}
