package dev.understudy.api;

import org.jspecify.annotations.Nullable;

/**
 * A request as it came from outside: nothing of it is decoded or checked yet.
 *
 * @param path the raw path, still percent-encoded
 * @param query the raw query without its question mark; null when there is none
 * @param body the bytes of the body; empty when there is none
 */
public record Request(String method, String path, @Nullable String query, Headers headers, byte[] body) {
    /** Whether the path is text: percent-encoded UTF-8 without NUL. */
    public boolean hasTextAsPath() {
        return !path.startsWith("/") || Percent.decode(path, false).isPresent();
    }
}
