package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Arguments;
import dev.understudy.api.Call;
import dev.understudy.contract.Content;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import dev.understudy.fixture.CollectionKey;
import dev.understudy.fixture.FixtureSet;
import dev.understudy.fixture.RecordMigration;
import dev.understudy.fixture.State;
import dev.understudy.kept.CheckedValue;
import dev.understudy.mocks.anyspec.roles.Collection;
import dev.understudy.mocks.anyspec.roles.Recognition;
import dev.understudy.mocks.anyspec.roles.Recognized;
import dev.understudy.mocks.anyspec.roles.Role;
import dev.understudy.mocks.anyspec.roles.Scope;
import dev.understudy.mocks.anyspec.roles.schemas.Key;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Answers the lists and items of a contract from collections of records. */
public final class Collections {
    /** The maximum number of existing keys that a message about a missing record names. */
    private static final int NAMED = 3;

    private final Contract contract;
    private final Samples samples;
    private final Showing showing;
    private final int count;
    private final CollectionKey<Known> known;
    private final Map<String, CollectionKey<JsonRecord>> keys = new ConcurrentHashMap<>();

    /**
     * The collections of a contract. Nothing is computed until a list or an item is requested.
     *
     * @param samples generates the records
     * @param count the initial number of records of a collection for which the document shows none
     */
    public Collections(Contract contract, Samples samples, int count) {
        this.contract = contract;
        this.samples = samples;
        this.showing = new Showing(contract, samples);
        this.count = count;
        this.known = CollectionKey.single(contract.name() + "/");
    }

    /**
     * The recognized operations and collections. Recognition takes as long as generating records, so the result is kept
     * in the state like them.
     */
    private record Known(
            Map<String, Recognized> operations,
            List<Recognized> items,
            Map<String, Collection> collections,
            Indexes indexes,
            Seeding seeding) {}

    private Known recognize(Map<String, List<ObjectNode>> given) {
        Recognition recognition = Recognition.of(contract);
        var operations = new HashMap<String, Recognized>();
        recognition.operations().forEach(each -> operations.put(each.operation().operationId(), each));
        var collections = new LinkedHashMap<String, Collection>();
        recognition.collections().forEach(each -> collections.put(each.name(), each));
        List<Recognized> items = recognition.operations().stream()
                .filter(each -> each.role() instanceof Role.Shows)
                .toList();
        return new Known(
                operations,
                items,
                collections,
                new Indexes(showing),
                new Seeding(contract, recognition, samples, showing, count, given, false));
    }

    /**
     * Adds the initial records to a state; they are created on first use.
     *
     * @param given the records from files, by collection name, which replace all others
     * @param migration decides about records that sessions changed before
     */
    public void load(State.Loading state, Map<String, List<ObjectNode>> given, RecordMigration migration) {
        var recognized = new ConcurrentHashMap<String, Known>();
        state.below(
                contract.name(),
                name -> {
                    Known here = recognized.computeIfAbsent(contract.name(), once -> recognize(given));
                    return name.isEmpty() ? List.of(here) : here.seeding().entries(name);
                },
                migration);
    }

    /** The role of an operation for the collections. */
    public Role role(String operationId, State state) {
        Recognized recognized = known(state).operations().get(operationId);
        return recognized == null ? new Role.Other("") : recognized.role();
    }

    /** The collection with this name; empty if there is none. */
    public Optional<Collection> collection(String name, State state) {
        return Optional.ofNullable(known(state).collections().get(name));
    }

    /** All collections: those with lists in the order of the document, then single resources that can be changed. */
    public List<Collection> all(State state) {
        Known here = known(state);
        var all = new LinkedHashMap<>(here.collections());
        here.operations().values().stream()
                .map(Recognized::role)
                .filter(role -> role instanceof Role.Changes changes
                        && changes.collection().isSingle())
                .map(role -> ((Role.Changes) role).collection())
                .sorted(Comparator.comparing(Collection::name))
                .forEach(single -> all.putIfAbsent(single.name(), single));
        return List.copyOf(all.values());
    }

    /** The record in the form of a fixture file; as it is stored, if it cannot be shown in that form. */
    public ObjectNode written(Collection collection, JsonRecord entry) {
        return new RecordWriter(contract, showing, collection).record(entry).orElseGet(() -> entry.data()
                .deepCopy());
    }

    /** The operation that shows one record of a collection; empty if there is none. */
    public Optional<Operation> item(Collection collection, State state) {
        return shows(collection, state).map(Recognized::operation);
    }

    /** The declared forms of a collection's keys. */
    public KeyForms keyForms(Collection collection, State state) {
        return new KeyForms(
                contract, samples, showing, collection, item(collection, state).orElse(null));
    }

    /** The paths of downloads below the records of a collection. */
    public List<String> bytesBelow(Collection collection, State state) {
        return below(collection, bytes(state)).map(Role.Bytes::place).distinct().toList();
    }

    private List<Role.Bytes> bytes(State state) {
        return known(state).operations().values().stream()
                .map(Recognized::role)
                .filter(role -> role instanceof Role.Bytes)
                .map(Role.Bytes.class::cast)
                .toList();
    }

    private static Stream<Role.Bytes> below(Collection collection, List<Role.Bytes> all) {
        return all.stream().filter(bytes -> bytes.scopes().stream()
                .anyMatch(scope -> collection.name().equals(scope.parent())));
    }

    /** The paths of downloads that return the file with which a record was created. */
    public List<String> downloads(Collection collection, State state) {
        List<Role.Bytes> all = bytes(state);
        return below(collection, all)
                .map(Role.Bytes::place)
                // A path with its own upload does not return the file that the record was created with.
                .filter(place -> all.stream()
                        .noneMatch(other -> !other.shows() && other.place().equals(place)))
                .sorted()
                .toList();
    }

    /** The operation that shows one record of a collection; empty if there is none. */
    private Optional<Recognized> shows(Collection collection, State state) {
        for (Recognized each : known(state).items()) {
            if (each.role() instanceof Role.Shows one && one.collection().name().equals(collection.name())) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** The body of the answer that shows a record; empty if no operation shows it. */
    public Optional<byte[]> bytes(JsonRecord entry, Collection collection, State state) {
        return shows(collection, state).flatMap(each -> {
            Role.Shows one = (Role.Shows) each.role();
            Content content =
                    DocumentExamples.content(each.operation(), one.content()).orElseThrow();
            return shown(content, one.path(), entry).map(content::write);
        });
    }

    private Known known(State state) {
        return state.set(known).first(1).get(0);
    }

    /** The answer for a call that reads; empty if its operation reads no collection, or the answer would be invalid. */
    public Optional<CollectionAnswer> answer(Call call, State state) {
        Known here = known(state);
        Recognized recognized = here.operations().get(call.operationId());
        if (recognized == null
                || !(recognized.role() instanceof Role.Lists || recognized.role() instanceof Role.Shows)) {
            return Optional.empty();
        }
        List<Scope> scopes = recognized.role().scopes();
        List<String> values = scopes(scopes, call);
        return orphan(scopes, values, here, state)
                .or(() -> recognized.role() instanceof Role.Lists list
                        ? list(recognized, list, values, call, here, state)
                        : one(recognized, (Role.Shows) recognized.role(), call, state));
    }

    private Optional<CollectionAnswer> list(
            Recognized recognized, Role.Lists role, List<String> values, Call call, Known here, State state) {
        var asked = new ListQuery(recognized.uses(), ListQuery.values(call.arguments()));
        Optional<CollectionAnswer> senseless =
                new ParameterValueCheck(contract, showing, recognized.operation()).flaw(asked);
        if (senseless.isPresent()) {
            return senseless;
        }
        FixtureSet<JsonRecord> whole = records(role.collection(), state);
        FixtureSet<JsonRecord> records =
                new PathScope(role.collection(), role.scopes(), values).of(whole, here.indexes());
        return new Listing(contract, showing, here.indexes(), recognized.operation(), role, asked, call)
                .answer(records, whole);
    }

    private Optional<CollectionAnswer> one(Recognized recognized, Role.Shows role, Call call, State state) {
        Optional<JsonRecord> entry = find(role.collection(), role.keys(), role.scopes(), call, state);
        if (entry.isEmpty() && role.collection().isSingle()) {
            // Until someone sets the resource, the operation answers as it does without collections.
            return Optional.empty();
        } else if (entry.isEmpty()) {
            return Optional.of(missing(role.collection(), role.keys(), role.scopes(), call, state));
        }
        Operation operation = recognized.operation();
        Content content = content(recognized);
        JsonNode query = call.arguments().query();
        var asked = query.isEmpty() ? ListQuery.NOTHING : new ListQuery(recognized.uses(), query);
        if (asked.isProjected()) {
            return shown(content, role.path(), entry.get())
                    .map(body -> new ShownParts(contract, showing, operation, role, asked).of(body, content));
        }
        return whole(content, role.path(), entry.get())
                .<CollectionAnswer>map(body -> body.noting(new IneffectiveParameters(showing, operation).notes(asked)));
    }

    private Optional<CollectionAnswer.Body> whole(Content content, List<String> path, JsonRecord entry) {
        return path.isEmpty()
                ? checked(content, entry).map(body -> {
                    JsonNode sent = content.trusts() ? body : body.value();
                    return new CollectionAnswer.Body(body.value(), sent, content, Map.of(), "", List.of());
                })
                : shown(content, path, entry).map(body -> new CollectionAnswer.Body(body, content));
    }

    /**
     * Applies the query of a call to a single resource that has not been set; empty if the query asks for nothing.
     *
     * @param alone gives the answer that the operation has without collections
     */
    public Optional<CollectionAnswer> answerAlone(Call call, State state, Function<Call, Optional<JsonNode>> alone) {
        Recognized recognized = known(state).operations().get(call.operationId());
        if (recognized == null
                || !(recognized.role() instanceof Role.Shows one)
                || !one.collection().isSingle()) {
            return Optional.empty();
        }
        Operation operation = recognized.operation();
        Content content = content(recognized);
        var asked = new ListQuery(recognized.uses(), call.arguments().query());
        return asked.given().isEmpty()
                ? Optional.empty()
                : alone.apply(plain(recognized, call))
                        .filter(content::keeps)
                        .map(body -> new ShownParts(contract, showing, operation, one, asked).of(body, content));
    }

    /** The record that the path of a call names. */
    public Optional<JsonRecord> find(
            Collection collection, List<Key> keys, List<Scope> scopes, Call call, State state) {
        List<String> wanted = keys(keys, call);
        List<String> values = scopes(scopes, call);
        return new NamedRecord(new PathScope(collection, scopes, values), keys, wanted)
                .of(records(collection, state), known(state).indexes());
    }

    /** The answer that the record that the path of a call names does not exist. */
    public CollectionAnswer missing(Collection collection, List<Key> keys, List<Scope> scopes, Call call, State state) {
        List<String> wanted = keys(keys, call);
        List<String> values = scopes(scopes, call);
        List<String> known = new PathScope(collection, scopes, values)
                .of(records(collection, state), known(state).indexes()).first(NAMED).stream()
                        .map(each -> String.join("/", each.keys()))
                        .toList();
        int last = wanted.size() - 1;
        return new CollectionAnswer.Missing(keys.get(last).parameter(), wanted.get(last), collection.name(), known);
    }

    /** A value for the content with the record at this path; empty if none is valid. */
    public Optional<JsonNode> shown(Content content, List<String> path, JsonRecord entry) {
        if (path.isEmpty()) {
            return checked(content, entry).map(CheckedValue::value);
        }
        Optional<ObjectNode> record =
                showing.show(entry, showing.inner(content.schema().orElse(""), path));
        Stream<ObjectNode> begun = showing.frames(content, List.of()).stream().map(ObjectNode::deepCopy);
        return record.flatMap(shown -> begun.map(body -> with(body, path, shown))
                .filter(content::keeps)
                .findFirst()
                .map(JsonNode.class::cast));
    }

    /** A list of records in this schema; empty if one of them cannot be shown in it. */
    public Optional<ArrayNode> shown(String schema, List<JsonRecord> entries) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        entries.forEach(entry -> showing.show(entry, schema).ifPresent(all::add));
        return all.size() == entries.size() ? Optional.of(all) : Optional.empty();
    }

    /** The records below the path of a call. */
    public FixtureSet<JsonRecord> below(Role.Changes role, Call call, State state) {
        List<String> values = scopes(role.scopes(), call);
        return new PathScope(role.collection(), role.scopes(), values)
                .of(records(role.collection(), state), known(state).indexes());
    }

    private Optional<CheckedValue> checked(Content content, JsonRecord entry) {
        return showing.checked(entry, content.schema().orElse(""))
                .filter(shown -> content.keeps(content.trusts() ? shown : shown.value()));
    }

    private static ObjectNode with(ObjectNode body, List<String> path, ObjectNode record) {
        Paths.set(body, path, record);
        return body;
    }

    /** The answer that a record earlier in the path, before the collection, does not exist; empty if all of them do. */
    public Optional<CollectionAnswer> orphan(Role role, Call call, State state) {
        List<Scope> scopes = role.scopes();
        return scopes.isEmpty() ? Optional.empty() : orphan(scopes, scopes(scopes, call), known(state), state);
    }

    private Optional<CollectionAnswer> orphan(List<Scope> scopes, List<String> values, Known here, State state) {
        for (int i = 0; i < scopes.size(); i++) {
            String name = scopes.get(i).parent();
            Collection parent = name == null ? null : here.collections().get(name);
            if (parent == null || parent.keys().size() != 1) {
                continue;
            }
            List<Scope> before = scopes.subList(0, i);
            List<String> outer = values.subList(0, i);
            String wanted = values.get(i);
            FixtureSet<JsonRecord> parents = records(parent, state);
            var within = new PathScope(parent, before, outer);
            if (new NamedRecord(within, parent.keys(), List.of(wanted))
                    .exactly(parents, here.indexes())
                    .isEmpty()) {
                List<String> known = within.of(parents, here.indexes()).first(NAMED).stream()
                        .map(entry -> entry.keys().get(0))
                        .toList();
                return Optional.of(
                        new CollectionAnswer.Missing(scopes.get(i).parameter(), wanted, parent.name(), known));
            }
        }
        return Optional.empty();
    }

    /** The values of these keys in the path of a call. */
    public static List<String> keys(List<Key> keys, Call call) {
        var values = new ArrayList<String>(keys.size());
        for (Key key : keys) {
            values.add(call.arguments().path().path(key.parameter()).asText());
        }
        return values;
    }

    /** The values of these scopes in the path of a call. */
    public static List<String> scopes(List<Scope> scopes, Call call) {
        if (scopes.isEmpty()) {
            return List.of();
        }
        var values = new ArrayList<String>(scopes.size());
        for (Scope scope : scopes) {
            values.add(call.arguments().path().path(scope.parameter()).asText());
        }
        return values;
    }

    /** The records of a collection, oldest first. */
    public FixtureSet<JsonRecord> records(Collection collection, State state) {
        return state.set(key(collection));
    }

    /** The key of the records in a state. */
    public CollectionKey<JsonRecord> key(Collection collection) {
        CollectionKey<JsonRecord> known = keys.get(collection.name());
        return known == null
                ? keys.computeIfAbsent(
                        collection.name(), name -> new CollectionKey<>(contract.name() + "/" + name, JsonRecord::id))
                : known;
    }

    /** The call that shows the single resource that this call changes; empty if it changes none. */
    public Optional<Call> showing(Call call, State state) {
        return role(call.operationId(), state) instanceof Role.Changes changes
                        && changes.collection().isSingle()
                ? shows(changes.collection(), state).map(each -> plain(each, call))
                : Optional.empty();
    }

    /** A call with the path and seed of this one that shows a single resource and asks for nothing else. */
    private static Call plain(Recognized shows, Call call) {
        ObjectNode none = call.arguments().path().objectNode();
        var arguments = new Arguments(call.arguments().path(), none, none, none, null);
        return new Call(
                        shows.operation().operationId(),
                        arguments,
                        content(shows).mediaType())
                .seeded(call.seed());
    }

    /** The record in the body that shows it. */
    public ObjectNode record(Call call, JsonNode shown, State state) {
        JsonNode record = role(call.operationId(), state) instanceof Role.Shows one
                ? DocumentExamples.at(shown, one.path())
                : shown;
        return record instanceof ObjectNode object
                ? object.deepCopy()
                : call.arguments().path().objectNode();
    }

    private static Content content(Recognized shows) {
        return DocumentExamples.content(shows.operation(), ((Role.Shows) shows.role()).content())
                .orElseThrow();
    }

    /** A view of this schema. */
    public SchemaView view(String schema) {
        return showing.view(schema);
    }

    /** A generated value for a schema. */
    public Optional<JsonNode> sample(String schema, long seed) {
        return samples.value(schema, seed);
    }

    /** The contract of the collections. */
    public Contract contract() {
        return contract;
    }
}
