package dev.understudy.journal;

import java.util.Map;

/**
 * A request as it was sent, without its body.
 *
 * @param target path and query, as the client wrote them
 * @param path the path inside its session
 * @param host with its port; empty if the client named none
 * @param headers in the order of arrival; nobody changes them
 * @param micros since the first of January 1970, when its first byte came
 */
public record Sent(
        String method,
        String target,
        String path,
        String protocol,
        String scheme,
        String host,
        Iterable<Map.Entry<String, String>> headers,
        long micros) {}
