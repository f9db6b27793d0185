package dev.understudy.api;

import java.time.Duration;

/** What happens to an answer on the wire. Whoever has the socket performs it; until then it is data. */
public sealed interface Effect {
    /** Nothing: the answer is sent as it is. */
    Effect NONE = new None();

    /** The answer is sent as it is. */
    record None() implements Effect {}

    /** The answer is sent after this time. */
    record Delay(Duration time) implements Effect {}

    /**
     * The answer stops for this time in the middle.
     *
     * @param after how many bytes of the content are sent before; the head is sent with them
     */
    record Stall(long after, Duration time) implements Effect {}

    /**
     * The connection of HTTP/1.1, or the stream of HTTP/2, is cut off.
     *
     * @param after how many bytes of the content are sent before; the head is sent with them
     */
    record Cut(long after) implements Effect {}

    /**
     * Bytes of the content are changed, its length stays.
     *
     * @param seed decides which, and into what
     */
    record Garble(long seed) implements Effect {}
}
