package dev.understudy.api.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {
    private static final String FORM =
            "\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?([Zz]|[+-]\\d\\d:\\d\\d)";

    @ParameterizedTest
    @CsvSource({
        "2026-02-03, 2026-02-03T00:00:00Z",
        "2026-02-03T04:05:06Z, 2026-02-03T04:05:06Z",
        "2026-02-03t04:05:06z, 2026-02-03T04:05:06Z",
        "2026-02-03T04:05:06+00:00, 2026-02-03T04:05:06Z",
        "2026-02-03T04:05:06-00:00, 2026-02-03T04:05:06Z",
        "2026-02-03T04:05:06.7Z, 2026-02-03T04:05:06.700Z",
        "2026-02-03T04:05:06.123456789Z, 2026-02-03T04:05:06.123456789Z",
        "2026-02-03T04:05:06.12345678901234567890Z, 2026-02-03T04:05:06.123456789Z",
        "2026-02-03T04:05:06.123456789+00:00, 2026-02-03T04:05:06.123456789Z",
        "2026-02-03T04:05:06.000000001Z, 2026-02-03T04:05:06.000000001Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "1969-12-31T23:59:59.5Z, 1969-12-31T23:59:59.500Z",
        "2024-02-29T23:59:59Z, 2024-02-29T23:59:59Z",
        "2026-02-03T04:05:06+02:00, 2026-02-03T02:05:06Z",
        "2026-02-03T23:05:06-02:30, 2026-02-04T01:35:06Z",
        "2026-02-03T23:05:06-23:59, 2026-02-04T23:04:06Z",
        "2026-01-01T00:00:00+18:01, 2025-12-31T05:59:00Z",
        "2016-12-31T23:59:60Z, 2017-01-01T00:00:00Z",
        "2016-12-31T23:59:60.25z, 2017-01-01T00:00:00.250Z",
        "2017-01-01T01:59:60+02:00, 2017-01-01T00:00:00Z",
        "1990-12-31T15:59:60-08:00, 1991-01-01T00:00:00Z",
        "2015-06-30T23:59:60Z, 2015-07-01T00:00:00Z"
    })
    void a_date_or_a_date_time_names_one_instant(String text, Instant instant) {
        assertThat(Rfc3339.instant(text)).isEqualTo(instant);
        assertThat(Rfc3339.isDateTime(text)).isEqualTo(!Rfc3339.isDate(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-01-01T10:00Z",
                "2026-01-01 10:00:00Z",
                "2026-01-01T10:00:00",
                "2026-01-01T10:00:00.Z",
                "2026-01-01T10:00:00,5Z",
                "2026-01-01T10:00:00Z\n",
                "2026-01-01T10:00:00Zx",
                "2026-01-01T10:00:00+01:00x",
                "2026-01-01T10:00:00+01",
                "2026-01-01T10:00:00+0100",
                "2026-01-01T10:00:00+24:00",
                "2026-01-01T10:00:00+23:60",
                "2026-01-01T24:00:00Z",
                "2026-01-01T10:60:00Z",
                "2026-01-01T10:00:61Z",
                "2026-02-29T10:00:00Z",
                "1900-02-29T10:00:00Z",
                "2026-00-01T10:00:00Z",
                "2026-13-01T10:00:00Z",
                "2026-01-00T10:00:00Z",
                "2026-04-31T10:00:00Z",
                "+2026-01-01T10:00:00Z",
                "2026-01-0\u0661T10:00:00Z",
                "2016-12-31T22:59:60Z",
                "2016-12-31T23:58:60Z",
                "2016-12-30T23:59:60Z",
                "2016-12-31T23:59:60+01:00",
                "2017-01-01T23:59:60+02:00"
            })
    void what_is_no_date_time_names_none(String text) {
        assertThat(Rfc3339.isDateTime(text)).isFalse();
        assertThatThrownBy(() -> Rfc3339.instant(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "09:30:00Z, true",
        "09:30:00z, true",
        "23:59:60Z, true",
        "00:29:60+00:30, true",
        "09:30:00.1234567890-23:59, true",
        "09:30:00, false",
        "09:30Z, false",
        "24:00:00Z, false",
        "22:59:60Z, false",
        "09:30:00+01:00x, false",
        "09:30:00Z0, false"
    })
    void a_time_has_seconds_and_an_offset(String text, boolean time) {
        assertThat(Rfc3339.isTime(text)).isEqualTo(time);
    }

    @Test
    void near_misses_are_judged_as_the_library_judges_them() {
        List<String> lawful = List.of(
                "2026-02-28T23:59:59Z",
                "2026-12-01T00:00:00.1Z",
                "2026-04-18T14:02:08.004512+00:00",
                "2024-02-29T09:12:43.123456789Z",
                "2026-03-31T09:12:43-05:30");
        var random = new Random(3);
        for (int i = 0; i < 5_000; i++) {
            var text = new StringBuilder(lawful.get(i % lawful.size()));
            for (int change = random.nextInt(3); change > 0; change--) {
                int at = random.nextInt(text.length());
                text.replace(at, at + random.nextInt(2), "" + "0123456789-:.TZ+ ".charAt(random.nextInt(17)));
            }
            compare(text.toString());
        }
    }

    @Test
    void each_day_of_each_month_is_judged_as_the_library_judges_it() {
        for (int year : List.of(2000, 2024, 2026, 2100)) {
            for (int month = 0; month <= 13; month++) {
                for (int day = 0; day <= 32; day++) {
                    compare("%d-%02d-%02dT09:12:43Z".formatted(year, month, day));
                }
            }
        }
    }

    /** The library knows no more than nine digits of a fraction and offsets up to 18:00. */
    private static void compare(String text) {
        if (!text.matches(".*\\.\\d{10,}.*|.*[+-](1[89]|2\\d):\\d\\d")) {
            assertThat(Rfc3339.isDateTime(text)).as(text).isEqualTo(isLawful(text));
        }
    }

    private static boolean isLawful(String text) {
        try {
            return text.matches(FORM) && OffsetDateTime.parse(text).toInstant().equals(Rfc3339.instant(text));
        } catch (DateTimeException e) {
            return false;
        }
    }
}
