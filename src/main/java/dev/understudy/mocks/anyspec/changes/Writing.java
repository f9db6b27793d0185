package dev.understudy.mocks.anyspec.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Pointers;
import dev.understudy.api.Violation;
import dev.understudy.fixture.FixtureSet;
import dev.understudy.fixture.State;
import dev.understudy.mocks.anyspec.collections.CollectionAnswer;
import dev.understudy.mocks.anyspec.collections.Collections;
import dev.understudy.mocks.anyspec.collections.JsonRecord;
import dev.understudy.mocks.anyspec.collections.Paths;
import dev.understudy.mocks.anyspec.roles.Collection;
import dev.understudy.mocks.anyspec.roles.Role;
import dev.understudy.mocks.anyspec.roles.Scope;
import dev.understudy.mocks.anyspec.roles.schemas.Key;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Performs the change that one call asks for. */
final class Writing {
    static final List<Integer> CREATED = List.of(201, 200, 202, 204);
    private static final List<Integer> CHANGED = List.of(200, 204, 202);
    private static final List<Integer> DELETED = List.of(204, 200, 202);

    private final Task task;
    private final Timestamps timestamps;
    private final ChangeLimits limits;
    private final Collection collection;
    private final FixtureSet<JsonRecord> records;
    private final Preconditions preconditions;
    private final ChangeReplies replies;
    private final ChangeRefusals refusals;

    Writing(Task task, Timestamps timestamps, ChangeLimits limits) {
        this.limits = limits;
        this.task = task;
        this.timestamps = timestamps;
        this.collection = task.collection();
        this.records = task.collections().records(collection, task.state());
        this.preconditions = new Preconditions(task, timestamps.all());
        this.replies = new ChangeReplies(task, preconditions);
        this.refusals = new ChangeRefusals(task);
    }

    Change change() {
        return switch (task.role().change()) {
            case CREATE -> create(SubmittedValues.of(task), null);
            case CREATE_SEVERAL -> new BulkChanges(task, timestamps, limits).create();
            case DELETE_SEVERAL -> new BulkChanges(task, timestamps, limits).delete(task.chosen(DELETED));
            default -> changeOne();
        };
    }

    private Change changeOne() {
        Optional<JsonRecord> found = task.found();
        if (found.isEmpty() && collection.isSingle()) {
            // No operation shows the previous record.
            return byItself(CHANGED);
        }
        Optional<CollectionAnswer> refusal = preconditions.refusal(found);
        if (refusal.isPresent()) {
            return unchanged(refusal.get());
        }
        return switch (task.role().change()) {
            case REPLACE -> found.map(this::replace).orElseGet(this::upsert);
            case PATCH -> found.map(this::patch).orElseGet(() -> unchanged(refusals.missing()));
            case ACT -> found.map(this::act).orElseGet(() -> unchanged(refusals.missing()));
            default -> found.map(this::delete).orElseGet(() -> unchanged(refusals.missing()));
        };
    }

    private Change unchanged(CollectionAnswer answered) {
        return new Change(answered, task.state());
    }

    /** The answer for an operation whose records cannot be shown: it changes nothing, as nobody could see it. */
    private Change byItself(List<Integer> statuses) {
        return unchanged(new CollectionAnswer.Done(task.chosen(statuses), null, Map.of()));
    }

    /** @param named the keys in the path; null if it has none */
    Change create(ObjectNode given, @Nullable List<String> named) {
        ObjectNode record = given.deepCopy();
        List<String> scope = scope(record);
        long seed = seed();
        timestamps.create(task, record, given);
        var completion = new Completion(task.collections(), collection, seed);
        if (hasInnerKey()) {
            // The objects that contain ids must exist first.
            completion.complete(record);
        }
        var numbers = new HighestIds(task.collections(), collection, task.state());
        Optional<List<String>> keys = named == null
                ? new NewKeys(task, scope, numbers).of(record, given, seed)
                : Optional.of(named(record, named));
        if (keys.isEmpty()) {
            return byItself(CREATED);
        } else if (records.find(JsonRecord.id(scope, keys.get())).isPresent()) {
            return unchanged(refusals.there(keyPointer(), keys.get()));
        }
        Optional<Change> refusal = refusal(completion, record, given, CREATED);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var entry = new JsonRecord(scope, keys.get(), completion.ordered(record), SubmittedValues.others(task, given));
        State next = numbers.with(task.state(), entry);
        return put(next, entry, null, CREATED, notes(entry.data(), record, given));
    }

    /**
     * Notes about what the client may not expect: it gave another key than the record has, or refers to a missing
     * record. One of several records has none here: BulkChanges notes where it is in the body.
     */
    private List<Violation> notes(ObjectNode kept, ObjectNode record, ObjectNode given) {
        if (task.role().change() == Role.Change.CREATE_SEVERAL) {
            return List.of();
        }
        return Stream.concat(
                        new FixedKeys(task).notes(kept).stream(),
                        new DanglingReferences(task).notes(record, given).stream())
                .toList();
    }

    private boolean hasInnerKey() {
        for (Key key : collection.keys()) {
            if (key.property() != null && key.property().path().size() > 1) {
                return true;
            }
        }
        return false;
    }

    /** Creates the record of a PUT if it does not exist, and if the operation documents that. */
    private Change upsert() {
        return task.documents(201) && task.role().keys().equals(collection.keys())
                ? create(SubmittedValues.of(task), Collections.keys(task.role().keys(), task.call()))
                : unchanged(refusals.missing());
    }

    /** Replaces everything except the values that clients cannot set. */
    private Change replace(JsonRecord before) {
        ObjectNode given = SubmittedValues.of(task);
        ObjectNode record = given.deepCopy();
        for (String name : names(before.data())) {
            boolean stays = !record.has(name)
                    && !before.others().contains(name)
                    && (SubmittedValues.isOurs(task, name) || isNeeded(name));
            if (stays) {
                record.set(name, before.data().get(name));
            }
        }
        return store(before, record, given);
    }

    /** A required value that was not given also stays: a generated one would be no better. */
    private boolean isNeeded(String name) {
        return task.collections().view(collection.item()).requires(name);
    }

    private Change patch(JsonRecord before) {
        Patching patching = new Patching(task);
        if (!patching.isOperations()) {
            ObjectNode given = SubmittedValues.of(task);
            return patched(before, patching.merged(before.data(), given), given);
        }
        return patching.operations(before.data())
                .map(record -> patched(before, record, record))
                .orElseGet(() -> unchanged(patching.refused()));
    }

    private Change patched(JsonRecord before, ObjectNode record, ObjectNode given) {
        List<Violation> gone = new Removal(task.collections()).of(before.data(), record, collection.item());
        return gone.isEmpty() ? store(before, record, given) : unchanged(refusals.broken(gone));
    }

    private Change act(JsonRecord before) {
        Role.Action action = Objects.requireNonNull(task.role().action());
        JsonNode value = action.value() == null ? said(action.property()) : action.value();
        if (value.isMissingNode()) {
            return byItself(CHANGED);
        }
        ObjectNode record = before.data().deepCopy();
        Paths.setInside(record, action.property().path(), value);
        Property moment = action.moment();
        if (moment != null) {
            timestamps.stamp(record, moment);
        }
        ObjectNode given = record.objectNode();
        given.set(action.property().path().get(0), value);
        return store(before, record, given);
    }

    /** The body's value for a property: inside it, or the body itself. */
    private JsonNode said(Property property) {
        JsonNode body = task.call().arguments().body();
        String leaf = property.path().get(property.path().size() - 1);
        if (body instanceof ObjectNode object) {
            boolean only = object.size() == 1 && !object.has(leaf);
            return only ? object.elements().next() : object.path(leaf);
        }
        return body == null ? MissingNode.getInstance() : body;
    }

    private Change store(JsonRecord before, ObjectNode record, ObjectNode given) {
        timestamps.change(task, record, given, before.data());
        for (int i = 0; i < collection.keys().size() && i < before.keys().size(); i++) {
            Key key = collection.keys().get(i);
            Property property = key.property();
            if (property != null) {
                NewKeys.put(record, key, property.of(before.data()));
            }
        }
        var completion = new Completion(task.collections(), collection, seed());
        Optional<Change> refusal = refusal(completion, record, given, CHANGED);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        List<String> scope = moved(before, record);
        var entry =
                new JsonRecord(scope, before.keys(), completion.ordered(record), SubmittedValues.others(task, record));
        State state = scope.equals(before.scope())
                ? task.state()
                : task.state().remove(task.collections().key(collection), before.id());
        List<Violation> notes = notes(before.data(), record, given);
        return put(state, entry, scope.equals(before.scope()) ? before : null, CHANGED, notes);
    }

    /** Completes the record; returns an answer if it cannot be stored. */
    private Optional<Change> refusal(
            Completion completion, ObjectNode record, ObjectNode given, List<Integer> statuses) {
        List<Violation> flaws = new Fitting(task, completion).fit(record);
        if (!flaws.isEmpty()) {
            return Optional.of(flawed(flaws, given, statuses));
        }
        List<Violation> dangling = new DanglingReferences(task).violations(record, given);
        return dangling.isEmpty() ? Optional.empty() : Optional.of(unchanged(refusals.broken(dangling)));
    }

    /** Stores the record in place of the previous one, if there is room. */
    private Change put(
            State state, JsonRecord entry, @Nullable JsonRecord before, List<Integer> statuses, List<Violation> notes) {
        return StateSize.put(state, task.collections(), collection, entry, before, limits)
                .map(next -> new Change(replies.of(task.chosen(statuses), entry).noting(notes), next))
                .orElseGet(() -> unchanged(refusals.full(limits)));
    }

    private Change delete(JsonRecord entry) {
        State next = new UploadedFiles(task.collections(), limits).without(collection, entry, task.state());
        next = next.remove(task.collections().key(collection), entry.id());
        next = StateSize.deleted(next, task.collections(), entry);
        return new Change(replies.of(task.chosen(DELETED), entry), next);
    }

    /** Refuses the record if the client's values are invalid; if generated values are, the record cannot be shown. */
    private Change flawed(List<Violation> flaws, ObjectNode given, List<Integer> statuses) {
        List<Violation> theirs = flaws.stream()
                .filter(flaw -> names(given).stream()
                        .anyMatch(name -> (flaw.pointer() + "/").startsWith(Pointers.child("", name) + "/")))
                .toList();
        return theirs.isEmpty() ? byItself(statuses) : unchanged(refusals.broken(theirs));
    }

    private static List<String> names(ObjectNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private List<String> named(ObjectNode record, List<String> keys) {
        for (int i = 0; i < keys.size(); i++) {
            Key key = collection.keys().get(i);
            if (key.property() != null) {
                NewKeys.put(record, key, Paths.typed(keys.get(i), key.property().schema()));
            }
        }
        return keys;
    }

    private String keyPointer() {
        Property property = collection.keys().get(collection.keys().size() - 1).property();
        return property == null ? "" : Pointers.of(task.way().orElse(List.of())) + property;
    }

    /** The values of the path parameters before the record, which are also set in the record. */
    private List<String> scope(ObjectNode record) {
        List<Scope> own = task.role().scopes();
        List<String> values = Collections.scopes(own, task.call());
        for (int i = 0; i < own.size(); i++) {
            Property property = own.get(i).property();
            if (property != null) {
                Paths.setInside(record, property.path(), Paths.typed(values.get(i), property.schema()));
            }
        }
        if (own.size() == collection.scopes().size()) {
            return values;
        }
        return collection.scopes().stream()
                .map(scope -> value(scope, record).orElse(JsonRecord.ANY))
                .toList();
    }

    /** The values of the path parameters before a record, updated from its own properties. */
    private List<String> moved(JsonRecord before, ObjectNode record) {
        var scope = new ArrayList<>(before.scope());
        for (int i = 0; i < scope.size() && i < collection.scopes().size(); i++) {
            if (!scope.get(i).equals(JsonRecord.ANY)) {
                scope.set(i, value(collection.scopes().get(i), record).orElse(scope.get(i)));
            }
        }
        return scope;
    }

    private static Optional<String> value(Scope scope, ObjectNode record) {
        Property property = scope.property();
        JsonNode value = property == null ? MissingNode.getInstance() : property.of(record);
        return value.isValueNode() && !value.isMissingNode() ? Optional.of(value.asText()) : Optional.empty();
    }

    private long seed() {
        String name = task.contract().name() + "/" + collection.name();
        return (name.hashCode() * 31L + records.ever()) ^ task.call().seed();
    }
}
