package dev.understudy.api;

import java.util.List;

/**
 * A call that breaks the contract but can still be answered.
 *
 * @param call the call without the arguments that could not be read; those that break only their schemas are kept
 * @param violations all violations of the request
 */
public record ToleratedCall(Call call, List<Violation> violations) {
    public ToleratedCall {
        violations = List.copyOf(violations);
    }
}
