package dev.understudy.api.stream;

import java.time.Duration;
import java.util.List;
import java.util.function.LongFunction;

/**
 * The body of an answer that is items one after the other.
 *
 * @param count how many there are
 * @param item gives the one with this index, from 0 on; it may be asked more than once
 * @param every the time from one to the next; zero for as fast as the client reads
 */
public record Streamed(long count, LongFunction<?> item, Duration every) {
    /** How many items there are where nobody says it and there are no others. */
    public static final int USUAL = 3;

    /** These items; who asks for more gets them from the first on again. */
    public static Streamed of(List<?> items) {
        return new Streamed(items.size(), index -> items.get((int) (index % items.size())), Duration.ZERO);
    }

    /** Items that are made by their index. */
    public static Streamed made(LongFunction<?> item) {
        return new Streamed(USUAL, item, Duration.ZERO);
    }

    /** The same in another number and time, as far as the pace says them. */
    public Streamed at(Pace pace) {
        Integer items = pace.items();
        Duration time = pace.every();
        return new Streamed(items == null || count == 0 ? count : items, item, time == null ? every : time);
    }

    /** The same, and no more than there are. */
    public Streamed once(Pace pace) {
        Integer items = pace.items();
        return at(new Pace(items == null ? null : (int) Math.min(items, count), pace.every()));
    }
}
