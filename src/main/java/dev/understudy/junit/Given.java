package dev.understudy.junit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Reply;
import dev.understudy.api.calls.CallsOf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A rule that is still being built. It takes effect when one of the {@code answer} methods or {@link #happens} is
 * called. The server tries rules from the newest to the oldest, and the first that matches decides about the call.
 *
 * @param <R> the replies that the operation allows
 */
public final class Given<R extends Reply> {
    private final TestSession session;
    private final Map<String, Object> rule;

    Given(TestSession session, CallsOf<R> calls) {
        this(session, Map.of("call", pattern(calls)));
    }

    private Given(TestSession session, Map<String, Object> rule) {
        this.session = session;
        this.rule = rule;
    }

    /** These calls, in the format of the control API. */
    static Map<String, Object> pattern(CallsOf<?> calls) {
        var pattern = new LinkedHashMap<String, Object>();
        if (!calls.api().isEmpty()) {
            pattern.put("api", calls.api());
        }
        pattern.put("operation", calls.operation());
        if (!calls.where().isEmpty()) {
            pattern.put("where", calls.where());
        }
        return pattern;
    }

    private Given<R> with(String name, Object value) {
        var more = new LinkedHashMap<>(rule);
        more.put(name, value);
        return new Given<>(session, more);
    }

    /** Limits the rule to this many calls; later calls are not affected. */
    public Given<R> times(int calls) {
        return with("times", calls);
    }

    /**
     * Limits the rule to this share of the calls, above 0 and at most 1; runs with the same seed pick the same calls.
     */
    public Given<R> chance(double share, long seed) {
        return with("chance", share).with("seed", seed);
    }

    /** Applies this effect to the answer on the wire. */
    public Given<R> onWire(OnWire effect) {
        return with("effect", effect);
    }

    /** Answers the calls with this. */
    public GivenRule answer(Answer answer) {
        return with("answer", answer).made();
    }

    /** Answers with a typed reply, which the contract of a built-in API allows for this operation. */
    public GivenRule answer(R reply) {
        return answer(Answer.of(reply));
    }

    /** Answers one call with each of these in turn, and all later calls with the last. */
    public GivenRule answer(Answer first, Answer second, Answer... more) {
        List<Map<String, Answer>> steps = new ArrayList<>();
        Stream.concat(Stream.of(first, second), Stream.of(more)).forEach(answer -> steps.add(Map.of("answer", answer)));
        return with("steps", steps).made();
    }

    /** Answers as if there were no rule, but with this effect on the wire. */
    public GivenRule happens(OnWire effect) {
        return onWire(effect).made();
    }

    private GivenRule made() {
        JsonNode made = session.control().post(session.path() + "/rules", rule);
        return new GivenRule(session, made.path("id").asText());
    }
}
