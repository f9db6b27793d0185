package dev.understudy.callbacks;

import dev.understudy.api.Response;
import dev.understudy.api.Violation;
import dev.understudy.session.Session;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that the API sent, or would have sent, with its outcome.
 *
 * @param session the session of the call that caused it, or in which it was requested
 * @param api the name of the contract
 * @param title as in {@code callback berthed of POST /ships}
 * @param headers without those that every request has
 */
public record Delivery(
        Session session,
        String api,
        String title,
        String method,
        URI url,
        Map<String, String> headers,
        byte[] body,
        Outcome outcome) {
    public Delivery {
        headers = Map.copyOf(headers);
    }

    /** Whether the request was sent. */
    public enum Way {
        /** It was sent to the receiver, or the attempt failed. */
        SENT,
        /** It was not sent, as no option allows it. */
        NOT_ALLOWED,
        /** It was not sent, for lack of room. */
        LOST
    }

    /**
     * The outcome of the request.
     *
     * @param way whether it was sent
     * @param answer the receiver's answer; null if there was none
     * @param violations the violations of the contract in the answer
     * @param reason why there was no answer; null if there was one
     * @param micros when it was sent or would have been, in microseconds since 1 January 1970
     * @param nanos the time from then to the answer, in nanoseconds
     */
    public record Outcome(
            Way way,
            @Nullable Response answer,
            List<Violation> violations,
            @Nullable String reason,
            long micros,
            long nanos) {
        public Outcome {
            violations = List.copyOf(violations);
        }
    }
}
