package dev.understudy.api.stream;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The number of items in a streamed answer, and the time between them.
 *
 * @param items up to a million; null for all items
 * @param every the time between two items, up to an hour; null if not requested
 */
public record Pace(@Nullable Integer items, @Nullable Duration every) {
    /** No wish: the contract decides. */
    public static final Pace NONE = new Pace(null, null);

    /** The maximum number of items. */
    public static final int MOST = 1_000_000;

    /** This pace, with missing parts taken from the other. */
    public Pace or(Pace other) {
        return new Pace(items == null ? other.items : items, every == null ? other.every : every);
    }
}
