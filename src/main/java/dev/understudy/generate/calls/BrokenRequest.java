package dev.understudy.generate.calls;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A request that breaks its contract in one place.
 *
 * @param headers what it carries besides what every request has; an empty list takes one of those away
 * @param status the answer that the contract has for it
 * @param place where it is broken, as an error names it
 */
public record BrokenRequest(
        String method, String target, byte[] body, Map<String, List<String>> headers, int status, String place) {
    static BrokenRequest schema(WrittenRequest sent, String place) {
        return new BrokenRequest(sent.method(), sent.target(), sent.body().getBytes(UTF_8), Map.of(), 400, place);
    }

    static BrokenRequest header(WrittenRequest sent, int status, String name, List<String> values) {
        return new BrokenRequest(
                sent.method(),
                sent.target(),
                sent.body().getBytes(UTF_8),
                Map.of(name, values),
                status,
                "header \"" + name + "\"");
    }

    @Override
    public String toString() {
        return "%s %s %s %s, which must be a %d for its %s"
                .formatted(method, target, headers, new String(body, UTF_8), status, place);
    }

    /** The same as text; only for bodies that are UTF-8. */
    public WrittenRequest sent() {
        return new WrittenRequest(method, target, new String(body, UTF_8));
    }

    /** All header fields, given those that every request has. */
    public Map<String, List<String>> headers(Map<String, List<String>> usual) {
        var all = new HashMap<>(usual);
        all.putAll(headers);
        return all;
    }
}
