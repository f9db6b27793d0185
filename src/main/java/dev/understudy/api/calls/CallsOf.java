package dev.understudy.api.calls;

import dev.understudy.api.Reply;
import java.util.List;

/**
 * Calls of an operation whose arguments meet all conditions. A test uses them to give other answers to calls or to look
 * for calls.
 *
 * @param <R> the replies that the operation allows
 */
public interface CallsOf<R extends Reply> {
    /** The contract that has the operation; empty if only one has it. */
    default String api() {
        return "";
    }

    /** The operationId. */
    String operation();

    /** The conditions on arguments; if empty, all calls of the operation match. */
    List<Condition> where();
}
