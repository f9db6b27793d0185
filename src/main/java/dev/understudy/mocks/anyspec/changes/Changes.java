package dev.understudy.mocks.anyspec.changes;

import dev.understudy.api.Call;
import dev.understudy.contract.Operation;
import dev.understudy.fixture.State;
import dev.understudy.mocks.anyspec.collections.Answered;
import dev.understudy.mocks.anyspec.collections.Collections;
import dev.understudy.mocks.anyspec.roles.Role;
import dev.understudy.mocks.anyspec.roles.ServerSet;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Creates, replaces, changes and deletes the records of a contract. */
public final class Changes {
    private final Collections collections;
    private final Clock clock;
    private final Limits limits;
    /** What the server sets, by the schema of the records. */
    private final Map<String, List<ServerSet>> serverSet = new ConcurrentHashMap<>();

    /**
     * What changes these collections.
     *
     * @param clock what time it is
     * @param limits what a state may hold of changes
     */
    public Changes(Collections collections, Clock clock, Limits limits) {
        this.limits = limits;
        this.collections = collections;
        this.clock = clock;
    }

    /** What comes of a call; empty if its operation changes no collection. */
    public Optional<Change> answer(Call call, Operation operation, State state) {
        if (!(collections.role(call.operationId(), state) instanceof Role.Changes role)) {
            return Optional.empty();
        }
        Optional<Answered> orphan = collections.orphan(role, call, state);
        if (orphan.isPresent()) {
            return orphan.map(missing -> new Change(missing, state));
        }
        var task = new Task(collections, operation, role, call, state);
        var repeats = new Repeats(task);
        Optional<Answered> before = repeats.answer();
        if (before.isPresent()) {
            return before.map(answered -> new Change(answered, state));
        }
        var stamps = new Stamps(
                collections.contract(), serverSet(role), state.clock(clock).instant());
        return Optional.of(repeats.remember(new Writing(task, stamps, limits).change()));
    }

    private List<ServerSet> serverSet(Role.Changes role) {
        return serverSet.computeIfAbsent(
                role.collection().item(), schema -> ServerSet.of(collections.contract(), schema));
    }
}
