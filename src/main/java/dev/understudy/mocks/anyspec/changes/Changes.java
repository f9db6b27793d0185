package dev.understudy.mocks.anyspec.changes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Call;
import dev.understudy.api.bytes.Upload;
import dev.understudy.contract.Operation;
import dev.understudy.fixture.RecordMigration;
import dev.understudy.fixture.State;
import dev.understudy.mocks.anyspec.collections.CollectionAnswer;
import dev.understudy.mocks.anyspec.collections.Collections;
import dev.understudy.mocks.anyspec.collections.JsonRecord;
import dev.understudy.mocks.anyspec.roles.Collection;
import dev.understudy.mocks.anyspec.roles.Role;
import dev.understudy.mocks.anyspec.roles.ServerSet;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Creates, replaces, changes and deletes the records of a contract. */
public final class Changes {
    private final Collections collections;
    private final Clock clock;
    private final ChangeLimits limits;
    private final UploadedFiles files;
    /** The properties that the server sets, by the schema of the records. */
    private final Map<String, List<ServerSet>> serverSet = new ConcurrentHashMap<>();

    /**
     * Changes these collections.
     *
     * @param clock the server's clock
     * @param limits the limits on the changes in a state
     */
    public Changes(Collections collections, Clock clock, ChangeLimits limits) {
        this.limits = limits;
        this.files = new UploadedFiles(collections, limits);
        this.collections = collections;
        this.clock = clock;
    }

    /**
     * The result of a call; empty if its operation changes no collection.
     *
     * @param alone gives the answer that an operation has without collections
     */
    public Optional<Change> answer(
            Call call, Operation operation, State state, Function<Call, Optional<JsonNode>> alone) {
        Role found = collections.role(call.operationId(), state);
        if (!(found instanceof Role.Changes) && !(found instanceof Role.Bytes)) {
            return Optional.empty();
        }
        Optional<CollectionAnswer> orphan = collections.orphan(found, call, state);
        if (orphan.isPresent()) {
            return orphan.map(missing -> new Change(missing, state));
        }
        return found instanceof Role.Changes role
                ? Optional.of(change(role, call, operation, state, alone))
                : files.answer((Role.Bytes) found, call, operation, state);
    }

    private Change change(
            Role.Changes role, Call call, Operation operation, State state, Function<Call, Optional<JsonNode>> alone) {
        var task = new Task(collections, operation, role, call, begun(role.collection(), call, state, alone));
        var idempotent = new IdempotentCalls(task);
        Optional<CollectionAnswer> before = idempotent.answer();
        if (before.isPresent()) {
            return new Change(before.get(), state);
        }
        var timestamps = new Timestamps(
                collections.contract(), serverSet(role), state.clock(clock).instant());
        Change change = new Writing(task, timestamps, limits).change();
        return change.next().isSameAs(task.state())
                ? new Change(change.answered(), state)
                : idempotent.remember(withFile(task, change));
    }

    /** The file that a record was created with becomes the content at the path below the record. */
    private Change withFile(Task task, Change change) {
        Optional<Upload> upload = task.role().change() == Role.Change.CREATE
                ? UploadedFiles.upload(task.call().arguments().body())
                : Optional.empty();
        List<String> places = upload.isEmpty() ? List.of() : collections.downloads(task.collection(), task.state());
        if (upload.isEmpty() || places.isEmpty()) {
            return change;
        }
        List<JsonRecord> all =
                collections.records(task.collection(), change.next()).byPosition();
        State next = change.next();
        for (String place : places) {
            String path = PathFilling.filled(place, task, all.get(all.size() - 1));
            next = files.put(next, path, upload.get()).orElse(next);
        }
        return new Change(change.answered(), next);
    }

    /** The state in which a single resource is stored as it is shown, before its first change. */
    private State begun(Collection collection, Call call, State state, Function<Call, Optional<JsonNode>> alone) {
        if (!collection.isSingle()) {
            return state;
        }
        List<String> scope = Collections.scopes(collection.scopes(), call);
        boolean there = collections
                .records(collection, state)
                .find(JsonRecord.id(scope, List.of()))
                .isPresent();
        return there
                ? state
                : collections
                        .showing(call, state)
                        .flatMap(shows -> alone.apply(shows).map(shown -> collections.record(shows, shown, state)))
                        .map(record -> state.put(
                                collections.key(collection), new JsonRecord(scope, List.of(), record, Set.of())))
                        .orElse(state);
    }

    /** Decides about records that sessions changed before these collections were loaded. */
    public RecordMigration migration() {
        return new ContractMigration(collections);
    }

    /** Inserts records that do not come from a call. */
    public RecordInsertion insertion() {
        return new RecordInsertion(collections, limits);
    }

    private List<ServerSet> serverSet(Role.Changes role) {
        String item = role.collection().item();
        List<ServerSet> known = serverSet.get(item);
        return known == null
                ? serverSet.computeIfAbsent(item, schema -> ServerSet.of(collections.contract(), schema))
                : known;
    }
}
