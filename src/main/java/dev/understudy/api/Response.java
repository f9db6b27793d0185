package dev.understudy.api;

import java.util.Map;

/**
 * An answer ready to be sent: the bytes that were checked are the bytes that leave.
 *
 * @param headers by name, {@code Content-Type} among them when there is content
 */
public record Response(int status, Map<String, String> headers, Body body) implements Release {
    public Response {
        headers = Map.copyOf(headers);
    }

    /** An answer whose content is in memory. */
    public Response(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, Body.of(body));
    }

    /** The bytes of the content; none of content that is not in memory as a whole. */
    public byte[] bytes() {
        return body.bytes();
    }
}
