package dev.understudy.road;

import static java.util.stream.Collectors.joining;

import dev.understudy.api.Admission;
import dev.understudy.api.Call;
import dev.understudy.api.IgnoredKey;
import dev.understudy.api.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Reports the keys of a query that no parameter reads: to the log, and in {@code Warning} (RFC 7234 section 5.5, code
 * 299) those that were probably meant for parameters.
 */
final class IgnoredKeys {
    /** Of more keys, the rest is left out. */
    private static final int MOST = 10;

    /** In characters. */
    private static final int LONGEST = 60;

    private IgnoredKeys() {}

    /** The answer to this call, given the answer to the same call without such keys. */
    static Answer reported(Answer answer, Admission admission) {
        if (!(admission instanceof Call call) || call.ignored().isEmpty()) {
            return answer;
        }
        String warnings = call.ignored().stream()
                .filter(key -> key.meant() != null)
                .limit(MOST)
                .map(key -> warning(key.key(), Objects.requireNonNull(key.meant())))
                .collect(joining(", "));
        Answer warned = warnings.isEmpty() ? answer : answer.with(warned(answer.response(), warnings));
        return warned.ignoring(call.ignored().stream().map(IgnoredKey::key).toList());
    }

    private static Response warned(Response response, String warnings) {
        var headers = new TreeMap<>(response.headers());
        headers.put("Warning", warnings);
        return new Response(response.status(), headers, response.body());
    }

    private static String warning(String key, String meant) {
        return "299 - \"query key " + encoded(key) + " is ignored; did you mean " + encoded(meant) + "?\"";
    }

    /** As a query has it, so that nothing in it ends the quotes or the line. */
    private static String encoded(String key) {
        String encoded = URLEncoder.encode(key, StandardCharsets.UTF_8);
        return encoded.substring(0, Math.min(LONGEST, encoded.length()));
    }
}
