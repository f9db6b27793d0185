package dev.understudy.api;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;

/**
 * What happens to an answer on the wire. The owner of the socket performs it; until then it is data. Bytes of content
 * are counted as they are sent: with its content coding, and without the framing of HTTP.
 */
public sealed interface Effect {
    /** Nothing: the answer is sent as it is. */
    Effect NONE = new None();

    /** No time of an effect is longer. */
    Duration LONGEST = Duration.ofMinutes(10);

    /** All of these effects, in whatever order they are named; none of them may contradict another. */
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

    /** The answer stops at this point, and goes on after this time. */
    record Stall(Point at, Duration time) implements Effect {
        public Stall {
            check(time);
        }
    }

    /**
     * The connection of HTTP/1.1 is closed at this point, or the stream of HTTP/2 is reset (INTERNAL_ERROR, RFC 9113
     * section 7), before the answer is complete. What comes before that point reaches the client.
     */
    record Cut(Point at) implements Effect {}

    /**
     * The connection of HTTP/1.1 is reset at this point (RST, RFC 9293 section 3.5.2), or the stream of HTTP/2 (CANCEL,
     * RFC 9113 section 7), before the answer is complete. What the client has not read by then may be lost.
     */
    record Reset(Point at) implements Effect {}

    /**
     * The content ends early, in a message that is complete: its length is said to be this.
     *
     * @param length how many bytes are left; a shorter content stays as it is
     */
    record Truncate(long length) implements Effect {
        public Truncate {
            require(length >= 0, "length", length);
        }
    }

    /**
     * Bytes of the content are changed, its length stays.
     *
     * @param seed decides which, and into what
     */
    record Garble(long seed) implements Effect {}

    /**
     * The header field Content-Length says this, whatever the content has. The connection of HTTP/1.1 ends with the
     * answer, so that no other is read as a part of it.
     *
     * @param length in bytes
     */
    record ContentLength(long length) implements Effect {
        public ContentLength {
            require(length >= 0, "length", length);
        }
    }

    /** Several effects, at most one of each kind, and not both {@link Cut} and {@link Reset}. */
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
     * A point of an answer. One behind the end of the content is moved forward to the last at which the answer is not
     * complete: in front of the last byte, or of the head where there is no content, as in the answer to HEAD.
     */
    sealed interface Point {
        /** In front of the head: nothing of the answer is sent. */
        Point BEFORE_HEAD = new BeforeHead();

        /** Behind the head and this many bytes of the content. */
        static Point behind(long bytes) {
            return new Behind(bytes);
        }

        /** In front of the head: nothing of the answer is sent. */
        record BeforeHead() implements Point {}

        /**
         * In the content; the head is sent.
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
