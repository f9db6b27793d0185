package dev.understudy.api.calls;

import dev.understudy.api.Reply;
import java.util.List;

/**
 * Calls of an operation whose arguments are as all conditions say: what a test answers otherwise, or looks for.
 *
 * @param <R> what the operation may answer
 */
public interface CallsOf<R extends Reply> {
    /** The contract that has the operation; empty where only one has it. */
    default String api() {
        return "";
    }

    /** Its operationId. */
    String operation();

    /** What arguments must be; all calls of the operation are meant if it is empty. */
    List<Condition> where();
}
