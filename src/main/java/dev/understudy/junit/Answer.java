package dev.understudy.junit;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.understudy.api.Reply;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The answer that a rule gives, as RuleAnswer of specs/control.yaml defines it: {@code status(503)},
 * {@code status(409).body(…)}, {@code example("empty")}, {@code patch(Map.of("status", "lost"))}. It must keep the
 * contract, unless it is {@link #unchecked}, and it changes no record. A body or patch consists of texts, numbers,
 * booleans, lists and maps, or is a {@link dev.understudy.junit.JsonValue#json} value.
 */
public final class Answer {
    private final Map<String, Object> answer;

    private Answer(Map<String, Object> answer) {
        this.answer = answer;
    }

    /**
     * An answer with this status, which the operation must declare; its body is an example of the contract or is
     * generated from the schema.
     */
    public static Answer status(int status) {
        return new Answer(Map.of("status", status));
    }

    /** The contract's example with this name. */
    public static Answer example(String name) {
        return new Answer(Map.of("example", name));
    }

    /** The answer that the call would get without the rule, changed by this merge patch (RFC 7396). */
    public static Answer patch(Object patch) {
        return new Answer(Map.of("patch", patch));
    }

    /** Converts a typed reply of a built-in API. */
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

    /** A copy with this body. */
    public Answer body(Object value) {
        return with("body", value);
    }

    /** A copy with this media type, which must be one that the contract declares for the answer. */
    public Answer as(String mediaType) {
        return with("mediaType", mediaType);
    }

    /** A copy with this header field; it replaces a field of the same name. */
    public Answer header(String name, String value) {
        var headers = new LinkedHashMap<Object, Object>();
        if (answer.get("headers") instanceof Map<?, ?> others) {
            headers.putAll(others);
        }
        headers.put(name, value);
        return with("headers", headers);
    }

    /**
     * A copy that may break the contract: any status, media type and body. The server marks the response as unchecked.
     */
    public Answer unchecked() {
        return with("unchecked", true);
    }

    private Answer with(String name, Object value) {
        var more = new LinkedHashMap<>(answer);
        more.put(name, value);
        return new Answer(more);
    }

    /** The answer as the control API takes it, to be written as JSON. */
    @JsonValue
    Map<String, Object> answer() {
        return answer;
    }
}
