package dev.understudy.api;

import java.util.List;

/**
 * A call whose request breaks the contract and can be answered all the same.
 *
 * @param call without the arguments that could not be read; those that could break their schemas
 * @param violations all that the request breaks
 */
public record ToleratedCall(Call call, List<Violation> violations) {
    public ToleratedCall {
        violations = List.copyOf(violations);
    }
}
