package dev.understudy.junit;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.understudy.api.Reply;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a rule answers, as RuleAnswer of specs/control.yaml defines it: {@code status(503)},
 * {@code status(409).body(…)}, {@code example("empty")}, {@code patch(Map.of("status", "lost"))}. It keeps the
 * contract, unless it is {@link #unchecked}, and changes no record. A body or patch is made of texts, numbers,
 * booleans, lists and maps, or is {@link dev.understudy.junit.JsonValue#json}.
 */
public final class Answer {
    private final Map<String, Object> answer;

    private Answer(Map<String, Object> answer) {
        this.answer = answer;
    }

    /** An answer of this status: one that the operation declares, with an example of the contract or a made body. */
    public static Answer status(int status) {
        return new Answer(Map.of("status", status));
    }

    /** The example of this name. */
    public static Answer example(String name) {
        return new Answer(Map.of("example", name));
    }

    /** The answer that there would be without the rule, changed by this merge patch (RFC 7396). */
    public static Answer patch(Object patch) {
        return new Answer(Map.of("patch", patch));
    }

    /** A typed answer of a built-in API. */
    static Answer of(Reply reply) {
        Answer answer = status(reply.status());
        Object body = reply.body();
        if (body != null) {
            answer = answer.body(body);
        }
        if (!reply.mediaType().isEmpty()) {
            answer = answer.as(reply.mediaType());
        }
        for (Map.Entry<String, Object> header : reply.headers().entrySet()) {
            answer = answer.header(header.getKey(), header.getValue().toString());
        }
        return answer;
    }

    /** The same with this body. */
    public Answer body(Object value) {
        return with("body", value);
    }

    /** The same as this media type, which the answer declares. */
    public Answer as(String mediaType) {
        return with("mediaType", mediaType);
    }

    /** The same with this header field, besides those that it has or in the place of one. */
    public Answer header(String name, String value) {
        var headers = new LinkedHashMap<Object, Object>();
        if (answer.get("headers") instanceof Map<?, ?> others) {
            headers.putAll(others);
        }
        headers.put(name, value);
        return with("headers", headers);
    }

    /** The same, which may break the contract: any status, type and body. It is marked as such. */
    public Answer unchecked() {
        return with("unchecked", true);
    }

    private Answer with(String name, Object value) {
        var more = new LinkedHashMap<>(answer);
        more.put(name, value);
        return new Answer(more);
    }

    /** For the one who writes it. */
    @JsonValue
    Map<String, Object> answer() {
        return answer;
    }
}
