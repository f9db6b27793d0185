package dev.understudy.http.sending;

import dev.understudy.api.Effect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The times and places at which an answer stops.
 *
 * @param before the delay before the head
 * @param headless whether the answer ends before the head
 * @param stops the stops in the content, in order
 */
record Script(Duration before, boolean headless, List<Stop> stops) {
    static final Script NONE = new Script(Duration.ZERO, false, List.of());

    /**
     * A stop in the content.
     *
     * @param at how many bytes are sent before it
     * @param time how long it lasts
     * @param end whether nothing follows it
     */
    record Stop(long at, Duration time, boolean end) {}

    /**
     * The stops for these effects.
     *
     * @param length how many bytes of content are sent; negative if unknown
     */
    static Script of(Parts parts, long length) {
        Duration before = parts.delay();
        var stops = new ArrayList<Stop>();
        Effect.Stall stall = parts.find(Effect.Stall.class).orElse(null);
        if (stall != null) {
            long at = place(stall.at(), length);
            if (at < 0) {
                before = before.plus(stall.time());
            } else {
                stops.add(new Stop(at, stall.time(), false));
            }
        }
        Effect.Point end = parts.end();
        long at = end == null ? Long.MAX_VALUE : place(end, length);
        if (end != null && at >= 0) {
            stops.removeIf(stop -> stop.at() > at);
            stops.add(new Stop(at, Duration.ZERO, true));
        }
        return new Script(before, at < 0, List.copyOf(stops));
    }

    /** How many bytes of content are sent before this point; negative if the head is not sent. */
    private static long place(Effect.Point point, long length) {
        if (!(point instanceof Effect.Point.Behind behind)) {
            return -1;
        }
        return length < 0 ? behind.bytes() : Math.min(behind.bytes(), length - 1);
    }
}
