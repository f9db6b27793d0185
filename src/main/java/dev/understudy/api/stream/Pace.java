package dev.understudy.api.stream;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How many items an answer has that is items one after the other, and how fast they come.
 *
 * @param items up to a million; null for as many as there are
 * @param every the time from one to the next, up to an hour; null for none that is asked for
 */
public record Pace(@Nullable Integer items, @Nullable Duration every) {
    /** As the contract has it. */
    public static final Pace NONE = new Pace(null, null);

    /** The most items. */
    public static final int MOST = 1_000_000;

    /** This one, and where it says nothing the other. */
    public Pace or(Pace other) {
        return new Pace(items == null ? other.items : items, every == null ? other.every : every);
    }
}
