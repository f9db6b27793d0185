package dev.understudy.api;

/**
 * An answer that is not the contract's: {@code application/problem+json} (RFC 9457), for what no response of the
 * operation can say. It is sent as it is, also with a status that the contract does not document.
 *
 * @param status 400 or more
 * @param body a value that Jackson renders as the problem
 */
public record ProblemReply(int status, Object body) implements Reply {
    /** The media type of every such answer. */
    public static final String TYPE = "application/problem+json";

    public ProblemReply {
        if (status < 400) {
            throw new IllegalArgumentException("A problem has an error status");
        }
    }

    @Override
    public String mediaType() {
        return TYPE;
    }
}
