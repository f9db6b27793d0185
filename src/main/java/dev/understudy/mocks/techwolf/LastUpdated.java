package dev.understudy.mocks.techwolf;

import dev.understudy.fixture.FixtureSet;
import dev.understudy.fixture.Rfc3339;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.IntPredicate;

/** The filter {@code last_updated} of the exports: when each entity was updated, by its position. */
public final class LastUpdated {
    private final long[] seconds;
    private final int[] nanos;

    /** The times of these entities, which have them as a date-time. */
    public <T> LastUpdated(FixtureSet<T> entities, Function<? super T, String> dateTime) {
        seconds = new long[entities.size()];
        nanos = new int[seconds.length];
        int position = 0;
        for (T entity : entities) {
            Instant time = Rfc3339.instant(dateTime.apply(entity));
            seconds[position] = time.getEpochSecond();
            nanos[position++] = time.getNano();
        }
    }

    /** Whether the time at a position stands to {@code value}, a date or date-time, as the operator says. */
    public IntPredicate is(String operator, String value) {
        Instant bound = Rfc3339.instant(value);
        long second = bound.getEpochSecond();
        int nano = bound.getNano();
        return switch (operator) {
            case "eq" -> position -> compare(position, second, nano) == 0;
            case "gt" -> position -> compare(position, second, nano) > 0;
            case "gte" -> position -> compare(position, second, nano) >= 0;
            case "lt" -> position -> compare(position, second, nano) < 0;
            case "lte" -> position -> compare(position, second, nano) <= 0;
            default -> throw new IllegalArgumentException("The contract let an unknown operator in: " + operator);
        };
    }

    private int compare(int position, long second, int nano) {
        return seconds[position] == second
                ? Integer.compare(nanos[position], nano)
                : Long.compare(seconds[position], second);
    }
}
