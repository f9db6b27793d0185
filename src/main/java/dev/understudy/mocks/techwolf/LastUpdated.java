package dev.understudy.mocks.techwolf;

import dev.understudy.api.text.Rfc3339;
import dev.understudy.fixture.FixtureSet;
import dev.understudy.fixture.Positions;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** The filter {@code last_updated} of the exports: when each entity was updated, by its position. */
public final class LastUpdated {
    private final long[] seconds;
    private final int[] nanos;

    /** The times of these entities. */
    public <T> LastUpdated(FixtureSet<T> entities, Function<? super T, Instant> lastUpdated) {
        List<T> all = entities.byPosition();
        seconds = new long[all.size()];
        nanos = new int[seconds.length];
        int position = 0;
        for (T entity : all) {
            Instant time = lastUpdated.apply(entity);
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
            int from = index * Positions.BLOCK;
            int to = Math.min(from + Positions.BLOCK, seconds.length);
            long block = 0;
            for (int position = from; position < to; position++) {
                if (seconds[position] > second || seconds[position] == second && nanos[position] > nano) {
                    block |= 1L << position;
                }
            }
            return block;
        };
    }
}
