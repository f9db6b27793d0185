package dev.understudy.mocks.anyspec.changes;

import dev.understudy.api.Call;
import dev.understudy.contract.ChosenAnswer;
import dev.understudy.contract.Content;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import dev.understudy.fixture.State;
import dev.understudy.mocks.anyspec.collections.Collections;
import dev.understudy.mocks.anyspec.collections.JsonRecord;
import dev.understudy.mocks.anyspec.roles.Collection;
import dev.understudy.mocks.anyspec.roles.Role;
import dev.understudy.mocks.anyspec.roles.Role.Change;
import java.util.List;
import java.util.Optional;

/** One call with its operation and the state that it starts from. */
record Task(Collections collections, Operation operation, Role.Changes role, Call call, State state) {
    Contract contract() {
        return collections.contract();
    }

    Collection collection() {
        return role.collection();
    }

    /** The documented content of its body; empty if it has no body. */
    Optional<Content> taken() {
        return Content.of(operation.takes(), call.consumes());
    }

    /** The path to the record in its body; empty if the body contains none. */
    Optional<List<String>> way() {
        return taken().map(content -> role.bodies().get(content.pointer()));
    }

    /** The place of the schema of the record in its body; empty if any schema will do. */
    String schema() {
        String schema = taken().flatMap(Content::schema).orElse("");
        for (String step : way().orElse(List.of())) {
            schema = collections.view(schema).properties().getOrDefault(step, "");
        }
        return role.change() == Change.CREATE_SEVERAL ? collections.view(schema).items() : schema;
    }

    /** The same call with another state. */
    Task on(State other) {
        return new Task(collections, operation, role, call, other);
    }

    Optional<JsonRecord> found() {
        return collections.find(collection(), role.keys(), role.scopes(), call, state);
    }

    boolean documents(int status) {
        return documents(operation, status);
    }

    private static boolean documents(Operation operation, int status) {
        return operation.answers().byStatus().containsKey(Integer.toString(status));
    }

    /** The documented answer with the first of these statuses, or else the success answer. */
    ChosenAnswer chosen(List<Integer> statuses) {
        return chosen(operation, statuses);
    }

    static ChosenAnswer chosen(Operation operation, List<Integer> statuses) {
        for (int status : statuses) {
            if (documents(operation, status)) {
                return operation.answers().chosen(status);
            }
        }
        return operation.success().orElseThrow();
    }
}
