package dev.understudy.junit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Calls to a server that named no session. They share one set of data. The test that made a call is unknown; only the
 * time when it came is.
 */
final class UnkeyedCalls {
    private static final int SHOWN = 10;

    private final Control control;
    private final long before;
    private long known;
    private long last;
    private final Map<String, Integer> kinds = new LinkedHashMap<>();

    UnkeyedCalls(Control control) {
        this.control = control;
        this.before = count();
        this.known = before;
        this.last = calls(0, 1).findValues("id").stream()
                .mapToLong(JsonNode::asLong)
                .max()
                .orElse(0);
    }

    private long count() {
        return control.get("/-/sessions").path("unkeyed").asLong();
    }

    private JsonNode calls(long since, int limit) {
        return control.get("/-/sessions/default/calls?direction=in&since=" + since + "&limit=" + limit)
                .path("calls");
    }

    /** A sentence about the calls since this method was last called; empty if there were none. */
    synchronized Optional<String> since() {
        long now = count();
        if (now == known) {
            return Optional.empty();
        }
        var newer = new LinkedHashMap<String, Integer>();
        for (JsonNode call : calls(last, 1000)) {
            last = Math.max(last, call.path("id").asLong());
            String path = call.path("target").asText().replaceFirst("\\?.*", "");
            newer.merge(call.path("method").asText() + " " + path, 1, Integer::sum);
        }
        newer.forEach((kind, times) -> kinds.merge(kind, times, Integer::sum));
        String sentence = sentence(now - known, newer);
        known = now;
        return Optional.of(sentence);
    }

    /** A sentence about all these calls; empty if there were none. */
    synchronized Optional<String> summary() {
        since();
        return known == before ? Optional.empty() : Optional.of("Understudy: " + sentence(known - before, kinds));
    }

    private static String sentence(long count, Map<String, Integer> kinds) {
        String shown = kinds.entrySet().stream()
                .limit(SHOWN)
                .map(kind -> kind.getKey() + (kind.getValue() == 1 ? "" : " (" + kind.getValue() + " times)"))
                .collect(Collectors.joining(", "));
        return (count == 1 ? "1 call" : count + " calls") + " came without a session key, and belong to no test: "
                + shown + (kinds.size() > SHOWN ? ", …" : "")
                + ". Give the client TestSession.baseUrl(), or have it send "
                + TestSession.HEADER + ".";
    }
}
