package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Call;
import dev.understudy.contract.Content;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import dev.understudy.fixture.CollectionKey;
import dev.understudy.fixture.FixtureSet;
import dev.understudy.fixture.State;
import dev.understudy.mocks.anyspec.roles.Collection;
import dev.understudy.mocks.anyspec.roles.Key;
import dev.understudy.mocks.anyspec.roles.Property;
import dev.understudy.mocks.anyspec.roles.Recognition;
import dev.understudy.mocks.anyspec.roles.Recognized;
import dev.understudy.mocks.anyspec.roles.Role;
import dev.understudy.mocks.anyspec.roles.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Answers lists and items of a contract from collections of records. */
public final class Collections {
    /** How many keys that are there are named to somebody who asks for one that is not. */
    private static final int NAMED = 3;

    private final Contract contract;
    private final Samples samples;
    private final Showing showing;
    private final int count;
    private final CollectionKey<Known> known;

    /**
     * The collections of a contract. Nothing is worked out before a list or an item is asked for.
     *
     * @param samples makes the records
     * @param count how many a collection begins with that the document shows none of
     */
    public Collections(Contract contract, Samples samples, int count) {
        this.contract = contract;
        this.samples = samples;
        this.showing = new Showing(contract, samples);
        this.count = count;
        this.known = CollectionKey.single(contract.name() + "/");
    }

    /** What was recognised: it takes as long as making records, so it is made and kept as they are. */
    private record Known(Map<String, Recognized> operations, Map<String, Collection> collections, Seeding seeding) {}

    private Known recognize(Map<String, List<ObjectNode>> given) {
        Recognition recognition = Recognition.of(contract);
        var operations = new HashMap<String, Recognized>();
        recognition.operations().forEach(each -> operations.put(each.operation().operationId(), each));
        var collections = new HashMap<String, Collection>();
        recognition.collections().forEach(each -> collections.put(each.name(), each));
        return new Known(operations, collections, new Seeding(contract, recognition, samples, showing, count, given));
    }

    /**
     * Adds their first records to a state; they are made when they are first asked for.
     *
     * @param given those of files, by the names of collections, which have no others
     */
    public void load(State.Loading state, Map<String, List<ObjectNode>> given) {
        var made = new AtomicReference<Known>();
        state.below(contract.name(), name -> {
            if (name.isEmpty()) {
                made.set(recognize(given));
                return List.of(made.get());
            }
            return Objects.requireNonNull(made.get()).seeding().entries(name);
        });
    }

    /** What there is for a call; empty if the operation is no part of a collection, or cannot keep its schema so. */
    public Optional<Answered> answer(Call call, State state) {
        Known here = state.set(known).first(1).get(0);
        Recognized recognized = here.operations().get(call.operationId());
        if (recognized == null || recognized.role() instanceof Role.Other) {
            return Optional.empty();
        }
        List<Scope> scopes = recognized.role().scopes();
        List<String> values = values(scopes.stream().map(Scope::parameter).toList(), call);
        return orphan(scopes, values, here, state)
                .or(() -> recognized.role() instanceof Role.Lists list
                        ? list(recognized, list, values, call, state)
                        : one(recognized.operation(), (Role.Shows) recognized.role(), values, call, state));
    }

    private Optional<Answered> list(
            Recognized recognized, Role.Lists role, List<String> values, Call call, State state) {
        var asked = new Asked(recognized.uses(), call.arguments().query());
        List<Entry> records = records(role.collection(), state)
                .where(entry -> isWithin(entry, role.collection(), role.scopes(), values))
                .stream()
                .toList();
        return new Listing(contract, samples, showing, recognized.operation(), role, asked, call).answer(records);
    }

    private Optional<Answered> one(Operation operation, Role.Shows role, List<String> values, Call call, State state) {
        List<String> wanted = values(role.keys().stream().map(Key::parameter).toList(), call);
        FixtureSet<Entry> records = records(role.collection(), state);
        Optional<Entry> entry = records
                .where(each -> hasKeys(each, role, wanted) && isWithin(each, role.collection(), role.scopes(), values))
                .first(1)
                .stream()
                .findFirst();
        if (entry.isEmpty()) {
            int last = wanted.size() - 1;
            List<String> known =
                    records
                            .where(each -> isWithin(each, role.collection(), role.scopes(), values))
                            .first(NAMED)
                            .stream()
                            .map(each -> String.join("/", each.keys()))
                            .toList();
            return Optional.of(new Answered.Missing(
                    role.keys().get(last).parameter(),
                    wanted.get(last),
                    role.collection().name(),
                    known));
        }
        return shown(operation, role, entry.get());
    }

    private Optional<Answered> shown(Operation operation, Role.Shows role, Entry entry) {
        Content content = Shown.content(operation, role.content()).orElseThrow();
        if (role.path().isEmpty()) {
            return showing.show(entry, role.schema())
                    .filter(shown -> content.flaw(shown).isEmpty())
                    .map(shown -> new Answered.Body(shown, content, Map.of()));
        }
        String inner = role.schema();
        for (String step : role.path()) {
            inner = showing.view(inner).properties().getOrDefault(step, "");
        }
        Optional<ObjectNode> record = showing.show(entry, inner);
        Stream<ObjectNode> begun =
                Shown.begun(content, samples, role.schema(), entry.id().hashCode());
        return record.flatMap(shown -> begun.map(body -> with(body, role.path(), shown))
                .filter(body -> content.flaw(body).isEmpty())
                .findFirst()
                .map(body -> new Answered.Body(body, content, Map.of())));
    }

    private static ObjectNode with(ObjectNode body, List<String> path, ObjectNode record) {
        Paths.set(body, path, record);
        return body;
    }

    /** Whether its keys are these; another item path may ask for the record by other properties than its first. */
    private static boolean hasKeys(Entry entry, Role.Shows role, List<String> wanted) {
        if (role.keys().equals(role.collection().keys())) {
            return entry.keys().equals(wanted);
        }
        for (int i = 0; i < wanted.size(); i++) {
            Property property = role.keys().get(i).property();
            if (property == null || !property.of(entry.data()).asText().equals(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** That a record in front of the collection is not there. */
    private Optional<Answered> orphan(List<Scope> scopes, List<String> values, Known here, State state) {
        for (int i = 0; i < scopes.size(); i++) {
            String name = scopes.get(i).parent();
            Collection parent = name == null ? null : here.collections().get(name);
            if (parent == null || parent.keys().size() != 1) {
                continue;
            }
            List<Scope> before = scopes.subList(0, i);
            List<String> outer = values.subList(0, i);
            String wanted = values.get(i);
            FixtureSet<Entry> parents = records(parent, state).where(entry -> isWithin(entry, parent, before, outer));
            boolean there = !parents.where(entry -> entry.keys().get(0).equals(wanted))
                    .first(1)
                    .isEmpty();
            if (!there) {
                List<String> known = parents.first(NAMED).stream()
                        .map(entry -> entry.keys().get(0))
                        .toList();
                return Optional.of(new Answered.Missing(scopes.get(i).parameter(), wanted, parent.name(), known));
            }
        }
        return Optional.empty();
    }

    /** Whether a record lies below what the path names, as its own path says, or else its properties. */
    private static boolean isWithin(Entry entry, Collection collection, List<Scope> scopes, List<String> values) {
        boolean own = scopes.size() == collection.scopes().size()
                && scopes.size() == entry.scope().size();
        for (int i = 0; i < scopes.size(); i++) {
            if (own && !entry.scope().get(i).equals(Entry.ANY)) {
                if (!entry.scope().get(i).equals(values.get(i))) {
                    return false;
                }
            } else if (!own && scopes.get(i).property() != null) {
                Property property = scopes.get(i).property();
                if (property != null && !property.of(entry.data()).asText().equals(values.get(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<String> values(List<String> parameters, Call call) {
        var values = new ArrayList<String>();
        parameters.forEach(name -> values.add(call.arguments().path().path(name).asText()));
        return values;
    }

    private FixtureSet<Entry> records(Collection collection, State state) {
        return state.set(new CollectionKey<>(contract.name() + "/" + collection.name(), Entry::id));
    }
}
