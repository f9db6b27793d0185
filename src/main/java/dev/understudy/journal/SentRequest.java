package dev.understudy.journal;

import dev.understudy.session.RequestedSession;
import dev.understudy.session.SessionKeyReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A request as it was sent, without its body.
 *
 * @param target path and query, as the client sent them
 * @param path the path inside its session
 * @param host host and port; empty if the client sent none
 * @param headers in the order of arrival; nobody changes them
 * @param micros when its first byte came, in microseconds since 1 January 1970
 */
public record SentRequest(
        String method,
        String target,
        String path,
        String protocol,
        String scheme,
        String host,
        Iterable<Map.Entry<String, String>> headers,
        long micros) {
    /** Whether the request names a session in any way. */
    public boolean isKeyed() {
        return target.startsWith(SessionKeyReader.PREFIX)
                || SessionKeyReader.of(this::values, null) != RequestedSession.NONE;
    }

    private List<String> values(String name) {
        var values = new ArrayList<String>();
        for (Map.Entry<String, String> header : headers) {
            if (header.getKey().equalsIgnoreCase(name)) {
                values.add(header.getValue());
            }
        }
        return values;
    }
}
