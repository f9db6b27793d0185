package dev.understudy.junit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What happens to an answer on the wire, as RuleEffect of specs/control.yaml defines it; several can be put together by
 * {@link #and}.
 */
public final class OnWire {
    private final Map<String, Object> effect;

    private OnWire(Map<String, Object> effect) {
        this.effect = Map.copyOf(effect);
    }

    /** The answer waits so long, of 1 millisecond to 10 minutes. */
    public static OnWire delay(Duration time) {
        return new OnWire(Map.of("delay", span(time)));
    }

    /** Each answer waits for another time between these two. */
    public static OnWire delay(Duration shortest, Duration longest) {
        return new OnWire(Map.of("delay", Map.of("uniform", new String[] {span(shortest), span(longest)})));
    }

    /** The body is sent so slowly. */
    public static OnWire bytesPerSecond(int bytes) {
        return new OnWire(Map.of("dribble", bytes));
    }

    /** After so many bytes of the body nothing comes for this time. */
    public static OnWire stall(long afterBytes, Duration time) {
        return new OnWire(Map.of("stall", Map.of("after", afterBytes, "time", span(time))));
    }

    /** The connection, or the stream of HTTP/2, ends before the head is sent. */
    public static OnWire cut() {
        return new OnWire(Map.of("cut", Map.of()));
    }

    /** The connection, or the stream of HTTP/2, ends after so many bytes of the body. */
    public static OnWire cut(long afterBytes) {
        return new OnWire(Map.of("cut", Map.of("after", afterBytes)));
    }

    /** The connection, or the stream of HTTP/2, is reset before the head is sent. */
    public static OnWire reset() {
        return new OnWire(Map.of("reset", true));
    }

    /** So many bytes of the body are sent, and then the answer ends as if it were whole. */
    public static OnWire truncate(long bytes) {
        return new OnWire(Map.of("truncate", bytes));
    }

    /** Bytes of the body are changed. */
    public static OnWire garble() {
        return new OnWire(Map.of("garble", true));
    }

    /**
     * For a cut, reset or truncated answer: the call does not come to change records. For a delay alone: the call waits
     * before it does anything.
     */
    public OnWire beforeItChangesAnything() {
        return and(new OnWire(Map.of("when", "before")));
    }

    /** Both. */
    public OnWire and(OnWire other) {
        var both = new LinkedHashMap<>(effect);
        both.putAll(other.effect);
        return new OnWire(both);
    }

    private static String span(Duration time) {
        return time.toMillis() + "ms";
    }

    /** For the one who writes it. */
    @JsonValue
    Map<String, Object> effect() {
        return effect;
    }
}
