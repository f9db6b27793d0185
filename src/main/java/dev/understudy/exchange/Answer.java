package dev.understudy.exchange;

import dev.understudy.contract.Response;
import org.jspecify.annotations.Nullable;

/**
 * A response, and what the log wants to know of its road.
 *
 * @param operation the operationId that was reached; null when none was
 * @param violations how many violations of a contract were found on the way
 */
public record Answer(Response response, @Nullable String operation, int violations) {
    /** A response that no operation was asked for. */
    public static Answer of(Response response) {
        return new Answer(response, null, 0);
    }
}
