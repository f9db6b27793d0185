package dev.understudy.api;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer ready to be sent: the bytes that were checked are the bytes that are sent.
 *
 * @param headers sorted by name; {@code Content-Type} is among them if there is content
 */
public record Response(int status, Map<String, String> headers, Body body) implements Release {
    public Response {
        // Map.copyOf has a different order in each process, but equal answers must have equal bytes.
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    }

    /** An answer with its content in memory. */
    public Response(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, Body.of(body));
    }

    /** The bytes of the content; none if it is not in memory as a whole. */
    public byte[] bytes() {
        return body.bytes();
    }
}
