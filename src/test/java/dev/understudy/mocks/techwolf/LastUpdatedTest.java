package dev.understudy.mocks.techwolf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.text.Rfc3339;
import dev.understudy.fixture.FixtureSet;
import dev.understudy.fixture.Positions;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

class LastUpdatedTest {
    private static final List<String> TIMES = List.of(
            "0001-01-01T00:00:00Z",
            "1969-12-31T23:59:59.999999999Z",
            "1970-01-01T00:00:00Z",
            "2026-04-01T09:00:00.000000001Z",
            "2026-04-01T09:00:00.000000002Z",
            "2026-04-01T11:00:00.000000001+02:00",
            "2026-04-02t08:59:00.00000000150+23:59",
            "2016-12-31T23:59:60Z",
            "9999-12-31T23:59:59.999999999Z");

    private static final Map<String, BiPredicate<Instant, Instant>> OPERATORS = Map.of(
            "eq", Instant::equals,
            "gt", Instant::isAfter,
            "gte", (time, bound) -> !time.isBefore(bound),
            "lt", Instant::isBefore,
            "lte", (time, bound) -> !time.isAfter(bound));

    private final List<String> manyTimes =
            Collections.nCopies(30, TIMES).stream().flatMap(List::stream).toList();
    private final LastUpdated updated = new LastUpdated(FixtureSet.of(manyTimes), Rfc3339::instant);

    @Test
    void every_operator_says_of_any_two_times_what_their_instants_say() {
        OPERATORS.forEach((operator, expected) -> TIMES.forEach(bound -> {
            Positions found = updated.where(operator, bound);
            for (int i = 0; i < manyTimes.size(); i++) {
                assertThat(found.block(i / Positions.BLOCK) >> i & 1)
                        .as("%s %s %s", manyTimes.get(i), operator, bound)
                        .isEqualTo(expected.test(Rfc3339.instant(manyTimes.get(i)), Rfc3339.instant(bound)) ? 1 : 0);
            }
        }));
    }
}
