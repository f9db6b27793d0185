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
 * A rule of a session in the making: it is there once it is said what is answered, or {@link #happens}. Rules are tried
 * from the newest to the oldest, and the first that fits decides about a call.
 *
 * @param <R> what the operation may answer
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

    /** Calls as the control API names them. */
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

    /** For so many calls, and not for those that follow. */
    public Given<R> times(int calls) {
        return with("times", calls);
    }

    /** For this share of the calls, above 0 and at most 1; the same calls in each run that has the same seed. */
    public Given<R> chance(double share, long seed) {
        return with("chance", share).with("seed", seed);
    }

    /** With this happening to the answer on the wire. */
    public Given<R> onWire(OnWire effect) {
        return with("effect", effect);
    }

    /** Answers so. */
    public GivenRule answer(Answer answer) {
        return with("answer", answer).made();
    }

    /** Answers with what the contract of a built-in API allows here. */
    public GivenRule answer(R reply) {
        return answer(Answer.of(reply));
    }

    /** Answers in turn, one call each, and from the last on always with that. */
    public GivenRule answer(Answer first, Answer second, Answer... more) {
        List<Map<String, Answer>> steps = new ArrayList<>();
        Stream.concat(Stream.of(first, second), Stream.of(more)).forEach(answer -> steps.add(Map.of("answer", answer)));
        return with("steps", steps).made();
    }

    /** Answers as without the rule, but for what happens on the wire. */
    public GivenRule happens(OnWire effect) {
        return onWire(effect).made();
    }

    private GivenRule made() {
        JsonNode made = session.control().post(session.path() + "/rules", rule);
        return new GivenRule(session, made.path("id").asText());
    }
}
