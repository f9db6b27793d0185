package dev.understudy.junit;

import dev.understudy.api.Reply;
import dev.understudy.api.calls.CallsOf;
import dev.understudy.api.calls.Condition;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls of an operation, named by its operationId: {@code calls("addBook").where(body("/author").equalTo("Ann"))}.
 * Built-in APIs have typed versions, such as {@code WorkTasksApi.listWorkTasks().page(2)}.
 *
 * @param api the contract that has the operation; empty if only one has it
 * @param where the conditions that the arguments must meet
 */
public record Calls(String api, String operation, List<Condition> where) implements CallsOf<Reply> {
    public Calls {
        where = List.copyOf(where);
    }

    /** All calls of this operation. */
    public static Calls calls(String operation) {
        return new Calls("", operation, List.of());
    }

    /** The same calls, limited to the contract with this name; needed if several contracts have the operation. */
    public Calls ofApi(String name) {
        return new Calls(name, operation, where);
    }

    /** The same calls, limited to those that also meet this condition. */
    public Calls where(Condition condition) {
        var more = new ArrayList<>(where);
        more.add(condition);
        return new Calls(api, operation, more);
    }
}
