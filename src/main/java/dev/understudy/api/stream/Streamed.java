package dev.understudy.api.stream;

import java.time.Duration;
import java.util.List;
import java.util.function.LongFunction;

/**
 * The body of an answer that is streamed item by item.
 *
 * @param count the number of items
 * @param item gives the item with this index, from 0; it may be called several times for one index
 * @param every the time between two items; zero for as fast as the client reads
 */
public record Streamed(long count, LongFunction<?> item, Duration every) {
    /** The default number of generated items. */
    public static final int USUAL = 3;

    /** These items; if more are requested, they repeat from the first. */
    public static Streamed of(List<?> items) {
        return new Streamed(items.size(), index -> items.get((int) (index % items.size())), Duration.ZERO);
    }

    /** Items that are generated from their index. */
    public static Streamed made(LongFunction<?> item) {
        return new Streamed(USUAL, item, Duration.ZERO);
    }

    /** The same items with the number and time that the pace requests. */
    public Streamed at(Pace pace) {
        Integer items = pace.items();
        Duration time = pace.every();
        return new Streamed(items == null || count == 0 ? count : items, item, time == null ? every : time);
    }

    /** The same as {@link #at}, but without repeating items. */
    public Streamed once(Pace pace) {
        Integer items = pace.items();
        return at(new Pace(items == null ? null : (int) Math.min(items, count), pace.every()));
    }
}
