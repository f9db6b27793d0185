package dev.understudy.exchange;

import dev.understudy.contract.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A response, and what the log and the metrics want to know of its road.
 *
 * @param api the name of the contract that the request belongs to; null when it belongs to none
 * @param operation the operationId that was reached; null when none was
 * @param violated the keyword of each violation that was found on the way, such as {@code maximum}
 */
public record Answer(Response response, @Nullable String api, @Nullable String operation, List<String> violated) {
    public Answer {
        violated = List.copyOf(violated);
    }

    /** A response that no API was asked for. */
    public static Answer of(Response response) {
        return new Answer(response, null, null, List.of());
    }

    /** The same road with another response at its end. */
    Answer with(Response other) {
        return new Answer(other, api, operation, violated);
    }
}
