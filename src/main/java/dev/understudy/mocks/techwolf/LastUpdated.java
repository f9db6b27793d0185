package dev.understudy.mocks.techwolf;

import dev.understudy.api.text.Rfc3339;
import dev.understudy.fixture.FixtureSet;
import dev.understudy.fixture.Positions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The filter {@code last_updated} of the exports: when each entity was updated, by its position. */
public final class LastUpdated {
    private final long[] seconds;
    private final int[] nanos;

    /** The least and the greatest of the seconds in each block: most blocks lie on one side of what is asked for. */
    private final long[] earliest;

    private final long[] latest;

    /** The times of these entities. */
    public <T> LastUpdated(FixtureSet<T> entities, Function<? super T, Instant> lastUpdated) {
        List<T> all = entities.byPosition();
        seconds = new long[all.size()];
        nanos = new int[seconds.length];
        earliest = new long[(seconds.length + Positions.BLOCK - 1) / Positions.BLOCK];
        latest = new long[earliest.length];
        Arrays.fill(earliest, Long.MAX_VALUE);
        Arrays.fill(latest, Long.MIN_VALUE);
        int position = 0;
        for (T entity : all) {
            Instant time = lastUpdated.apply(entity);
            int block = position / Positions.BLOCK;
            earliest[block] = Math.min(earliest[block], time.getEpochSecond());
            latest[block] = Math.max(latest[block], time.getEpochSecond());
            seconds[position] = time.getEpochSecond();
            nanos[position++] = time.getNano();
        }
    }

    /** Where the time stands to {@code value}, a date or date-time, as the operator says. */
    public Positions where(String operator, String value) {
        Instant bound = Rfc3339.instant(value);
        return switch (operator) {
            case "eq" -> notBefore(bound).and(after(bound).not());
            case "gt" -> after(bound);
            case "gte" -> notBefore(bound);
            case "lt" -> notBefore(bound).not();
            case "lte" -> after(bound).not();
            default -> throw new IllegalArgumentException("The contract let an unknown operator in: " + operator);
        };
    }

    private Positions notBefore(Instant bound) {
        return later(bound.getEpochSecond(), bound.getNano() - 1);
    }

    private Positions after(Instant bound) {
        return later(bound.getEpochSecond(), bound.getNano());
    }

    /** The times behind this second, and those in it with more nanoseconds. */
    private Positions later(long second, int nano) {
        return index -> {
            if (latest[index] < second) {
                return 0;
            }
            if (earliest[index] > second) {
                return -1;
            }
            int from = index * Positions.BLOCK;
            int to = Math.min(from + Positions.BLOCK, seconds.length);
            long before = 0;
            long behind = 0;
            for (int position = from; position < to; position++) {
                // The sign of a difference, without a branch: which way it goes could not be foreseen.
                before |= (seconds[position] - second >>> 63) << position;
                behind |= (second - seconds[position] >>> 63) << position;
            }
            for (long same = ~(before | behind); same != 0; same &= same - 1) {
                int position = from + Long.numberOfTrailingZeros(same);
                if (position < to && nanos[position] > nano) {
                    behind |= 1L << position;
                }
            }
            return behind;
        };
    }
}
