package dev.understudy.mocks.anyspec.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Arguments;
import dev.understudy.api.Call;
import dev.understudy.api.InvalidReply;
import dev.understudy.api.Json;
import dev.understudy.api.Outcome;
import dev.understudy.api.Preference;
import dev.understudy.api.Release;
import dev.understudy.api.Response;
import dev.understudy.api.Target;
import dev.understudy.api.Violation;
import dev.understudy.api.stream.Pace;
import dev.understudy.contract.Content;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import dev.understudy.fixture.State;
import dev.understudy.generate.values.Direction;
import dev.understudy.generate.values.GenerationResult;
import dev.understudy.generate.values.Values;
import dev.understudy.mocks.anyspec.AnySpec;
import dev.understudy.mocks.anyspec.collections.Collections;
import dev.understudy.mocks.anyspec.collections.JsonRecord;
import dev.understudy.mocks.anyspec.collections.Samples;
import dev.understudy.mocks.anyspec.roles.Collection;
import dev.understudy.mocks.anyspec.roles.Recognition;
import dev.understudy.mocks.anyspec.roles.Recognized;
import dev.understudy.mocks.anyspec.roles.Role;
import dev.understudy.mocks.anyspec.roles.Role.Change;
import dev.understudy.mocks.anyspec.roles.Scope;
import dev.understudy.mocks.anyspec.roles.schemas.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Creates, reads, replaces, patches and deletes a record of each collection of a contract that has an operation for it,
 * with made bodies, and has the reference validator judge every answer.
 */
final class Walk {
    private final Contract contract;
    private final Contract reference;
    private final Values values;
    private final Collections collections;
    private final AnySpec api;
    private final List<Recognized> operations;
    private State state;
    private final List<String> faults = new ArrayList<>();
    /** What a request admits and the record that is shown does not. */
    private final List<String> refused = new ArrayList<>();

    private final Map<String, Integer> counts = new TreeMap<>();

    Walk(Contract contract) {
        this.contract = contract;
        this.reference = contract.reference();
        this.values = new Values(contract.lowered(), contract.schemas());
        Samples samples = (pointer, seed) ->
                values.another(pointer, seed, Direction.ANSWER) instanceof GenerationResult.Value made
                        ? Optional.of(made.value())
                        : Optional.empty();
        this.collections = new Collections(contract, samples, 3);
        this.api = new AnySpec(
                contract,
                (pointer, seed) -> values.value(pointer, seed, Direction.ANSWER),
                collections,
                new Changes(collections, Mocked.NOON, ChangeLimits.DEFAULT));
        var loading = new State.Loading();
        api.load(loading, Map.of());
        this.state = loading.state();
        this.operations = Recognition.of(contract).operations();
        // Nothing is there before the first question.
        collections.role("", state);
    }

    List<String> faults() {
        return faults;
    }

    List<String> refused() {
        return refused;
    }

    Map<String, Integer> counts() {
        return counts;
    }

    /** An answer; its body is missing where it has none or is no JSON. */
    private record MockReply(int status, JsonNode body, boolean changed) {}

    void all() {
        for (Recognized each : operations) {
            if (each.role() instanceof Role.Changes create && create.change() == Change.CREATE) {
                State before = state;
                pair(each.operation(), create);
                state = before;
            } else if (each.role() instanceof Role.Changes set
                    && set.collection().isSingle()) {
                single(each, set);
            }
        }
    }

    private void single(Recognized each, Role.Changes role) {
        var path = new TreeMap<String, String>();
        role.scopes().forEach(scope -> path.put(scope.parameter(), "1"));
        Optional<JsonNode> body = body(each.operation(), 5);
        MockReply reply = call(each.operation(), path, body.orElse(null));
        count("singles");
        if (reply.status() / 100 != 2) {
            count("singles that are refused");
            refused.add(contract.source() + " " + each.operation() + " " + reply.body());
        } else if (!reply.changed()) {
            count("singles that are not kept");
        } else {
            shown(role.collection(), new JsonRecord(List.of(), List.of(), given(each.operation(), role, body)), path);
        }
    }

    private void shown(Collection collection, JsonRecord entry, Map<String, String> path) {
        ObjectNode given = entry.data().deepCopy();
        given.properties().removeIf(property -> property.getValue().isNull());
        shown(collection, entry, path, given);
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private void fault(Operation operation, String what) {
        faults.add(contract.source() + " " + operation + ": " + what);
    }

    private void pair(Operation operation, Role.Changes create) {
        Collection collection = create.collection();
        count("creates");
        var path = new TreeMap<String, String>();
        Optional<JsonRecord> first =
                collections.records(collection, state).first(1).stream().findFirst();
        for (int i = 0; i < create.scopes().size(); i++) {
            Scope scope = create.scopes().get(i);
            int index = i;
            String value = first.filter(
                            entry -> entry.scope().size() == create.scopes().size())
                    .map(entry -> entry.scope().get(index))
                    .filter(text -> !text.equals(JsonRecord.ANY))
                    .orElseGet(() -> parent(scope));
            path.put(scope.parameter(), value);
        }
        int size = collections.records(collection, state).size();
        Optional<JsonNode> body = body(operation, 1);
        MockReply created = call(operation, path, body.orElse(null));
        if (created.status() / 100 != 2) {
            count("creates refused " + created.status());
            boolean there = created.body().toString().contains("must be another");
            if (there) {
                count("creates of ids that are there");
            } else if (created.status() / 100 == 4 && created.body().isMissingNode()) {
                count("creates refused without words");
            } else if (body.isPresent() || operation.takes().isEmpty()) {
                count("creates that the item's schema refuses");
                refused.add(contract.source() + " " + operation + " " + created.body());
            }
            return;
        } else if (!created.changed()) {
            count("creates not kept");
            fault(operation, "not kept, " + created.body());
            return;
        }
        if (collections.records(collection, state).size() != size + 1) {
            fault(operation, "is not counted");
        }
        List<JsonRecord> all = collections.records(collection, state).byPosition();
        JsonRecord entry = all.get(all.size() - 1);
        count("creates kept");
        listed(collection, entry, path);
        shown(collection, entry, path, given(operation, create, body));
        for (Change change : List.of(Change.REPLACE, Change.PATCH)) {
            for (Recognized each : of(collection, role -> role instanceof Role.Changes c && c.change() == change)) {
                changed(each, entry, path, change == Change.PATCH ? 3 : 2);
            }
        }
        List<Recognized> deletes =
                of(collection, role -> role instanceof Role.Changes c && c.change() == Change.DELETE);
        for (Recognized each : deletes.subList(0, Math.min(1, deletes.size()))) {
            MockReply deleted = call(each.operation(), keyed(each.role(), entry, path), null);
            count("deletes");
            if (deleted.status() == 404 && !each.role().scopes().isEmpty()) {
                count("deletes below parents that are not there");
                continue;
            } else if (deleted.status() / 100 != 2 || !deleted.changed()) {
                fault(each.operation(), "does not delete: " + deleted);
            }
            for (Recognized show : shows(collection)) {
                MockReply gone = call(show.operation(), keyed(show.role(), entry, path), null);
                if (gone.status() != 404 && gone.status() != 410) {
                    fault(show.operation(), "still shows what was deleted: " + gone.status());
                }
            }
        }
    }

    private String parent(Scope scope) {
        return operations.stream()
                .map(Recognized::role)
                .filter(Role.Lists.class::isInstance)
                .map(role -> ((Role.Lists) role).collection())
                .filter(each -> each.name().equals(scope.parent()))
                .findFirst()
                .flatMap(each ->
                        collections.records(each, state).first(1).stream().findFirst())
                .map(entry -> entry.keys().get(0))
                .orElse("1");
    }

    private List<Recognized> of(Collection collection, Predicate<Role> wanted) {
        return operations.stream()
                .filter(each -> wanted.test(each.role())
                        && each.role() instanceof Role.Changes changes
                        && changes.collection().name().equals(collection.name()))
                .toList();
    }

    private List<Recognized> shows(Collection collection) {
        return operations.stream()
                .filter(each -> each.role() instanceof Role.Shows one
                        && one.collection().name().equals(collection.name()))
                .toList();
    }

    private void listed(Collection collection, JsonRecord entry, Map<String, String> path) {
        for (Recognized each : operations) {
            if (each.role() instanceof Role.Lists list
                    && list.collection().name().equals(collection.name())
                    && list.scopes().size() == collection.scopes().size()) {
                var own = new TreeMap<>(path);
                for (int i = 0; i < list.scopes().size() && i < entry.scope().size(); i++) {
                    String value = entry.scope().get(i);
                    own.put(list.scopes().get(i).parameter(), value.equals(JsonRecord.ANY) ? "1" : value);
                }
                MockReply reply = call(each.operation(), own, null);
                if (reply.status() == 404) {
                    // The body names another parent, which is none.
                    count("lists of parents that are not there");
                    continue;
                }
                JsonNode items = reply.body();
                for (String step : list.envelope().items()) {
                    items = items.path(step);
                }
                boolean there = false;
                for (JsonNode item : items) {
                    there |= collection.keys().stream()
                            .allMatch(key -> key.property() == null
                                    || entry.keys()
                                            .contains(key.property().of(item).asText()));
                }
                count("lists");
                if (!there) {
                    fault(each.operation(), "does not list " + entry.keys() + " " + reply.status() + " " + path);
                }
            }
        }
    }

    private void shown(Collection collection, JsonRecord entry, Map<String, String> path, ObjectNode given) {
        for (Recognized each : shows(collection)) {
            MockReply reply = call(each.operation(), keyed(each.role(), entry, path), null);
            count("reads");
            JsonNode record = reply.body();
            Role.Shows role = (Role.Shows) each.role();
            for (String step : role.path()) {
                record = record.path(step);
            }
            if (reply.status() == 404 && !role.scopes().isEmpty()) {
                count("reads below parents that are not there");
            } else if (reply.status() != 200) {
                fault(each.operation(), "does not show " + entry.keys() + ": " + reply.status() + reply.body());
            }
            for (Map.Entry<String, JsonNode> property : given.properties()) {
                JsonNode shown = record.path(property.getKey());
                if (!shown.isMissingNode()
                        && property.getValue().getNodeType() == shown.getNodeType()
                        && property.getValue().isValueNode()
                        && !property.getValue().asText().isEmpty()
                        && !shown.equals(property.getValue())) {
                    fault(each.operation(), property.getKey() + " was " + property.getValue() + ", is " + shown);
                }
            }
        }
    }

    private ObjectNode given(Operation operation, Role.Changes role, Optional<JsonNode> body) {
        Task task = new Task(
                collections,
                operation,
                role,
                new Call(operation.operationId(), arguments(Map.of(), body.orElse(null)), ""),
                state);
        return body.isEmpty() ? JsonNodeFactory.instance.objectNode() : SubmittedValues.of(task);
    }

    private void changed(Recognized each, JsonRecord entry, Map<String, String> path, long seed) {
        Role.Changes role = (Role.Changes) each.role();
        Optional<JsonNode> body = body(each.operation(), seed);
        if (body.isPresent() && body.get().isArray()) {
            return;
        }
        MockReply reply = call(each.operation(), keyed(role, entry, path), body.orElse(null));
        String change = role.change().toString().toLowerCase(java.util.Locale.ROOT);
        count(change);
        if (reply.status() == 404 && !role.scopes().isEmpty()) {
            count(change + " below parents that are not there");
        } else if (reply.status() == 400 || reply.status() == 422) {
            count(change + " that the item's schema refuses");
            refused.add(contract.source() + " " + each.operation() + " " + reply.body());
        } else if (reply.status() / 100 != 2) {
            fault(each.operation(), change + " is refused: " + reply);
        } else if (!reply.changed()) {
            fault(each.operation(), change + " is not kept");
        } else {
            ObjectNode given = given(each.operation(), role, body);
            given.properties().removeIf(property -> property.getValue().isNull() || isKey(role, property.getKey()));
            shown(role.collection(), entry, path, given);
        }
    }

    private static boolean isKey(Role.Changes role, String name) {
        return role.collection().keys().stream()
                .anyMatch(key ->
                        key.property() != null && key.property().path().get(0).equals(name));
    }

    private static Map<String, String> keyed(Role role, JsonRecord entry, Map<String, String> path) {
        List<Key> keys = role instanceof Role.Shows one ? one.keys() : ((Role.Changes) role).keys();
        var keyed = new TreeMap<>(path);
        for (int i = 0; i < role.scopes().size() && i < entry.scope().size(); i++) {
            if (!entry.scope().get(i).equals(JsonRecord.ANY)) {
                keyed.put(role.scopes().get(i).parameter(), entry.scope().get(i));
            }
        }
        for (int i = 0; i < keys.size(); i++) {
            Key key = keys.get(i);
            boolean own = i < entry.keys().size()
                    && (key.property() == null
                            || key.property().of(entry.data()).isMissingNode());
            keyed.put(
                    key.parameter(),
                    own
                            ? entry.keys().get(i)
                            : key.property() == null
                                    ? ""
                                    : key.property().of(entry.data()).asText());
        }
        return keyed;
    }

    /** A body as the contract admits it; empty if none is made. */
    private Optional<JsonNode> body(Operation operation, long seed) {
        Optional<Content> content = operation.takes().stream().findFirst();
        String schema = content.flatMap(Content::schema).orElse("");
        if (content.isEmpty() || schema.isEmpty() || content.get().form() == Content.Form.BINARY) {
            return Optional.empty();
        }
        return values.value(schema, seed, Direction.REQUEST) instanceof GenerationResult.Value made
                ? Optional.of(made.value())
                : Optional.empty();
    }

    private static Arguments arguments(Map<String, String> path, @org.jspecify.annotations.Nullable JsonNode body) {
        ObjectNode names = JsonNodeFactory.instance.objectNode();
        path.forEach(names::put);
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        return new Arguments(names, none, none, none, body);
    }

    private MockReply call(
            Operation operation, Map<String, String> path, @org.jspecify.annotations.Nullable JsonNode body) {
        String produces = operation.success().stream()
                .flatMap(chosen -> chosen.answer().contents().stream())
                .map(Content::mediaType)
                .findFirst()
                .orElse("");
        String consumes =
                operation.takes().stream().map(Content::mediaType).findFirst().orElse("");
        String filled = operation.path();
        for (Map.Entry<String, String> each : path.entrySet()) {
            filled = filled.replace("{" + each.getKey() + "}", each.getValue());
        }
        var call = new Call(
                operation.operationId(),
                arguments(path, body),
                produces,
                Preference.NONE,
                new Target("http://mock.test" + filled, ""),
                Pace.NONE,
                List.of(),
                consumes);
        State before = state;
        Outcome<?> outcome = api.answer(call, state);
        Release release = contract.release(call, outcome.reply());
        if (release instanceof InvalidReply invalid) {
            fault(operation, "breaks the contract: " + invalid);
            return new MockReply(500, MissingNode.getInstance(), false);
        }
        Response response = (Response) release;
        List<Violation> violations = reference.check(operation.operationId(), response);
        if (!violations.isEmpty() && response.status() < 400) {
            fault(operation, "is not valid: " + violations);
        }
        state = outcome.next();
        return new MockReply(response.status(), json(response), !before.isSameAs(state));
    }

    private static JsonNode json(Response response) {
        try {
            return response.bytes().length == 0
                    ? MissingNode.getInstance()
                    : Json.mapper().readTree(response.bytes());
        } catch (java.io.IOException e) {
            return MissingNode.getInstance();
        }
    }
}
