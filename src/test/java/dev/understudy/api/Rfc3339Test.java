package dev.understudy.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Rfc3339Test {
    @ParameterizedTest
    @CsvSource({
        "2026-02-03, 2026-02-03T00:00:00Z",
        "2026-02-03T04:05:06Z, 2026-02-03T04:05:06Z",
        "2026-02-03T04:05:06+00:00, 2026-02-03T04:05:06Z",
        "2026-02-03T04:05:06.7Z, 2026-02-03T04:05:06.700Z",
        "2026-02-03T04:05:06.123456789Z, 2026-02-03T04:05:06.123456789Z",
        "2026-02-03T04:05:06.123456789+00:00, 2026-02-03T04:05:06.123456789Z",
        "2026-02-03T04:05:06.000000001Z, 2026-02-03T04:05:06.000000001Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "1969-12-31T23:59:59.5Z, 1969-12-31T23:59:59.500Z",
        "2024-02-29T23:59:59Z, 2024-02-29T23:59:59Z",
        "2026-02-03T04:05:06+02:00, 2026-02-03T02:05:06Z",
        "2026-02-03T23:05:06-02:30, 2026-02-04T01:35:06Z",
        "2016-12-31T23:59:60Z, 2017-01-01T00:00:00Z",
        "2017-01-01T01:59:60+02:00, 2017-01-01T00:00:00Z"
    })
    void a_date_or_a_date_time_names_one_instant(String text, Instant instant) {
        assertThat(Rfc3339.instant(text)).isEqualTo(instant);
    }
}
