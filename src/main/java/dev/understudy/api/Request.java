package dev.understudy.api;

import dev.understudy.api.text.Percent;
import org.jspecify.annotations.Nullable;

/**
 * A request as received; nothing is decoded or checked yet.
 *
 * @param path the raw path, still percent-encoded
 * @param query the raw query without its question mark; null if there is none
 */
public record Request(String method, String path, @Nullable String query, Headers headers, Body body) {
    /** A request with its body in memory; an empty array means no body. */
    public Request(String method, String path, @Nullable String query, Headers headers, byte[] body) {
        this(method, path, query, headers, Body.of(body));
    }

    /** The same request with another path. */
    public Request at(String other) {
        return new Request(method, other, query, headers, body);
    }

    /** Whether the path decodes to text: percent-encoded UTF-8 without NUL. */
    public boolean hasTextAsPath() {
        return !path.startsWith("/") || Percent.decode(path, false).isPresent();
    }

    /** The bytes of the body; none if it is not in memory as a whole. */
    public byte[] bytes() {
        return body.bytes();
    }
}
