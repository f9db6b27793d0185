package dev.understudy.junit;

import dev.understudy.api.Reply;
import dev.understudy.api.calls.CallsOf;
import dev.understudy.api.calls.Condition;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls of an operation, by its operationId: {@code calls("addBook").where(body("/author").equalTo("Ann"))}. For
 * built-in APIs there are typed ones, such as {@code WorkTasksApi.listWorkTasks().page(2)}.
 *
 * @param api the contract that has the operation; empty where only one has it
 * @param where what arguments must be
 */
public record Calls(String api, String operation, List<Condition> where) implements CallsOf<Reply> {
    public Calls {
        where = List.copyOf(where);
    }

    /** All calls of this operation. */
    public static Calls calls(String operation) {
        return new Calls("", operation, List.of());
    }

    /** Those of the contract of this name, where several have such an operation. */
    public Calls ofApi(String name) {
        return new Calls(name, operation, where);
    }

    /** Those of them with which an argument is so. */
    public Calls where(Condition condition) {
        var more = new ArrayList<>(where);
        more.add(condition);
        return new Calls(api, operation, more);
    }
}
