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
 * Reports query keys that no parameter reads: all of them in the log, and those that are probably misspelt parameters
 * also in {@code Warning} (RFC 7234 section 5.5, code 299).
 */
final class IgnoredKeys {
    /** The maximum number of keys in the header. */
    private static final int MOST = 10;

    /** In characters. */
    private static final int LONGEST = 60;

    private IgnoredKeys() {}

    /** Adds the ignored keys of this call to the answer, which was made without regard to them. */
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

    /** Encodes a key as in a query, so that it cannot end the quotes or the line. */
    private static String encoded(String key) {
        String encoded = URLEncoder.encode(key, StandardCharsets.UTF_8);
        return encoded.substring(0, Math.min(LONGEST, encoded.length()));
    }
}
