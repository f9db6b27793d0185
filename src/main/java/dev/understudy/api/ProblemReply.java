package dev.understudy.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer outside the contract, as {@code application/problem+json} (RFC 9457), for cases that no response of the
 * operation covers. It is sent unchecked, even with a status that the contract does not document.
 *
 * @param status 400 or more
 * @param body a value that Jackson renders as the problem
 * @param headers those that the contract documents for the status, if any
 * @param failure why the server could not do what the call asks for; null if that is not the reason
 */
public record ProblemReply(int status, Object body, Map<String, Object> headers, @Nullable Refusal failure)
        implements Reply {
    /** The media type of these answers. */
    public static final String TYPE = "application/problem+json";

    public ProblemReply {
        if (status < 400) {
            throw new IllegalArgumentException("A problem has an error status");
        }
        headers = Map.copyOf(headers);
    }

    /** A problem without documented headers. */
    public ProblemReply(int status, Object body) {
        this(status, body, Map.of(), null);
    }

    @Override
    public String mediaType() {
        return TYPE;
    }
}
