package dev.understudy.api;

import java.util.Map;

/**
 * An answer ready to be sent: the bytes that were checked are the bytes that leave.
 *
 * @param headers by name, {@code Content-Type} among them when there is a body
 */
public record Response(int status, Map<String, String> headers, byte[] body) implements Release {
    public Response {
        headers = Map.copyOf(headers);
    }
}
