package dev.understudy.api;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;

/**
 * An effect on the answer on the wire. It is only data until the code that owns the socket applies it. Bytes of content
 * are counted as sent: with the content coding, without HTTP framing.
 */
public sealed interface Effect {
    /** No effect: the answer is sent as it is. */
    Effect NONE = new None();

    /** The maximum of every duration in an effect. */
    Duration LONGEST = Duration.ofMinutes(10);

    /** Combines these effects, whose order does not matter; they must not contradict one another. */
    static Effect of(List<Effect> parts) {
        return switch (parts.size()) {
            case 0 -> NONE;
            case 1 -> parts.get(0);
            default -> new Together(parts);
        };
    }

    /** The answer is sent as it is. */
    record None() implements Effect {}

    /** The answer is sent after this time. */
    record Delay(Duration time) implements Effect {
        public Delay {
            check(time);
        }
    }

    /**
     * The content is sent slowly.
     *
     * @param rate how many bytes a second, from 1 on
     */
    record Dribble(long rate) implements Effect {
        public Dribble {
            require(rate > 0, "rate", rate);
        }
    }

    /** The answer pauses at this point for this time. */
    record Stall(Point at, Duration time) implements Effect {
        public Stall {
            check(time);
        }
    }

    /**
     * The HTTP/1.1 connection is closed, or the HTTP/2 stream is reset (INTERNAL_ERROR, RFC 9113 section 7), at this
     * point, before the answer is complete. The client receives everything before that point.
     */
    record Cut(Point at) implements Effect {}

    /**
     * The HTTP/1.1 connection is reset (RST, RFC 9293 section 3.5.2), or the HTTP/2 stream is reset (CANCEL, RFC 9113
     * section 7), at this point, before the answer is complete. Data that the client has not read by then may be lost.
     */
    record Reset(Point at) implements Effect {}

    /**
     * The content is cut short in a complete message, whose declared length is the shortened one.
     *
     * @param length how many bytes are kept; shorter content is unchanged
     */
    record Truncate(long length) implements Effect {
        public Truncate {
            require(length >= 0, "length", length);
        }
    }

    /**
     * Some bytes of the content are changed; the length stays the same.
     *
     * @param seed determines which bytes change, and how
     */
    record Garble(long seed) implements Effect {}

    /**
     * The header field Content-Length has this value, whatever the actual length. The HTTP/1.1 connection is closed
     * after the answer, so that no later answer is read as part of it.
     *
     * @param length in bytes
     */
    record ContentLength(long length) implements Effect {
        public ContentLength {
            require(length >= 0, "length", length);
        }
    }

    /** Several effects: at most one of each kind, and not both {@link Cut} and {@link Reset}. */
    record Together(List<Effect> parts) implements Effect {
        public Together {
            parts = List.copyOf(parts);
            var kinds = new HashSet<Class<?>>();
            for (Effect part : parts) {
                boolean fits =
                        !(part instanceof Together) && kinds.add(part instanceof Reset ? Cut.class : part.getClass());
                require(fits, "effects", parts);
            }
        }
    }

    /**
     * A point in an answer. A point past the end of the content is moved back to the last one at which the answer is
     * incomplete: before the last byte, or before the head if there is no content, as in the answer to HEAD.
     */
    sealed interface Point {
        /** Before the head: nothing of the answer is sent. */
        Point BEFORE_HEAD = new BeforeHead();

        /** After the head and this many bytes of the content. */
        static Point behind(long bytes) {
            return new Behind(bytes);
        }

        /** Before the head: nothing of the answer is sent. */
        record BeforeHead() implements Point {}

        /**
         * After the head, in the content.
         *
         * @param bytes how many bytes of the content are sent
         */
        record Behind(long bytes) implements Point {
            public Behind {
                require(bytes >= 0, "bytes", bytes);
            }
        }
    }

    private static void check(Duration time) {
        require(!time.isNegative() && time.compareTo(LONGEST) <= 0, "time", time);
    }

    private static void require(boolean holds, String what, Object value) {
        if (!holds) {
            throw new IllegalArgumentException("An effect cannot have the " + what + " " + value);
        }
    }
}
