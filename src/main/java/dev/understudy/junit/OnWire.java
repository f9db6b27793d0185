package dev.understudy.junit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An effect on the answer on the wire, as RuleEffect of specs/control.yaml defines it; combine several with
 * {@link #and}.
 */
public final class OnWire {
    private final Map<String, Object> effect;

    private OnWire(Map<String, Object> effect) {
        this.effect = Map.copyOf(effect);
    }

    /** The answer is delayed by this time, from 1 millisecond to 10 minutes. */
    public static OnWire delay(Duration time) {
        return new OnWire(Map.of("delay", span(time)));
    }

    /** Each answer is delayed by a random time between these two. */
    public static OnWire delay(Duration shortest, Duration longest) {
        return new OnWire(Map.of("delay", Map.of("uniform", new String[] {span(shortest), span(longest)})));
    }

    /** The body is sent at this rate, in bytes per second. */
    public static OnWire bytesPerSecond(int bytes) {
        return new OnWire(Map.of("dribble", bytes));
    }

    /** The answer pauses for this time after this many bytes of the body. */
    public static OnWire stall(long afterBytes, Duration time) {
        return new OnWire(Map.of("stall", Map.of("after", afterBytes, "time", span(time))));
    }

    /** The HTTP/1.1 connection is closed, or the HTTP/2 stream ended, before the head is sent. */
    public static OnWire cut() {
        return new OnWire(Map.of("cut", Map.of()));
    }

    /** The HTTP/1.1 connection is closed, or the HTTP/2 stream ended, after this many bytes of the body. */
    public static OnWire cut(long afterBytes) {
        return new OnWire(Map.of("cut", Map.of("after", afterBytes)));
    }

    /** The HTTP/1.1 connection, or the HTTP/2 stream, is reset before the head is sent. */
    public static OnWire reset() {
        return new OnWire(Map.of("reset", true));
    }

    /** Only this many bytes of the body are sent, in an answer that looks complete. */
    public static OnWire truncate(long bytes) {
        return new OnWire(Map.of("truncate", bytes));
    }

    /** Some bytes of the body are changed; its length stays the same. */
    public static OnWire garble() {
        return new OnWire(Map.of("garble", true));
    }

    /**
     * Applies the effect before the call changes any records: a call whose answer is cut, reset or truncated changes
     * nothing, and a call with only a delay waits before it does anything.
     */
    public OnWire beforeItChangesAnything() {
        return and(new OnWire(Map.of("when", "before")));
    }

    /** Combines this effect with another. */
    public OnWire and(OnWire other) {
        var both = new LinkedHashMap<>(effect);
        both.putAll(other.effect);
        return new OnWire(both);
    }

    private static String span(Duration time) {
        return time.toMillis() + "ms";
    }

    /** The effect as the control API takes it, to be written as JSON. */
    @JsonValue
    Map<String, Object> effect() {
        return effect;
    }
}
