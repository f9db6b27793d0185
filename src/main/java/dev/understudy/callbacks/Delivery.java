package dev.understudy.callbacks;

import dev.understudy.api.Response;
import dev.understudy.api.Violation;
import dev.understudy.session.Session;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that the API sent, or would send, and what came of it.
 *
 * @param session whose call it followed, or that it was asked for in
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

    /** How far it came. */
    public enum Way {
        /** To the receiver, or as far as that could be reached. */
        SENT,
        /** Nowhere, as no option allows it. */
        NOT_ALLOWED,
        /** Nowhere, as there was no room for it. */
        LOST
    }

    /**
     * What came of it.
     *
     * @param way how far it came
     * @param answer of the receiver; null if there was none
     * @param violations what that breaks of the contract
     * @param reason why there was none; null if there was
     * @param micros since the first of January 1970, when it was sent, or would have been
     * @param nanos from then to the answer
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
