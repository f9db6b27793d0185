package dev.understudy.mocks.techwolf;

import dev.understudy.fixture.Rfc3339;
import java.time.Instant;
import java.util.function.Predicate;

/** The filter {@code last_updated} of the exports. */
public final class LastUpdated {
    private LastUpdated() {}

    /** Whether a time of last update stands to {@code value}, a date or date-time, as the operator says. */
    public static Predicate<Instant> is(String operator, String value) {
        Instant bound = Rfc3339.instant(value);
        return switch (operator) {
            case "eq" -> time -> time.equals(bound);
            case "gt" -> time -> time.isAfter(bound);
            case "gte" -> time -> !time.isBefore(bound);
            case "lt" -> time -> time.isBefore(bound);
            case "lte" -> time -> !time.isAfter(bound);
            default -> throw new IllegalArgumentException("The contract let an unknown operator in: " + operator);
        };
    }
}
