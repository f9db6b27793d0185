package dev.understudy.load.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Spelling;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelativeDateTest {
    private static final Instant NOW = Instant.parse("2026-04-01T09:30:15.123456789Z");

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "@now,          2026-04-01T09:30:15.123456789Z",
        "@today,        2026-04-01T00:00:00Z",
        "@today+3d,     2026-04-04T00:00:00Z",
        "@today-1d,     2026-03-31T00:00:00Z",
        "@now-2h,       2026-04-01T07:30:15.123456789Z",
        "@now+1w,       2026-04-08T09:30:15.123456789Z",
        "@now+90s,      2026-04-01T09:31:45.123456789Z",
        "@now-45m,      2026-04-01T08:45:15.123456789Z",
        "@today+1d+9h,  2026-04-02T09:00:00Z",
        "@today-0d,     2026-04-01T00:00:00Z",
        "@today+9999d,  2053-08-16T00:00:00Z",
    })
    void steps_are_counted_from_now_or_from_the_first_moment_of_today_in_utc(String text, Instant moment) {
        assertThat(RelativeDate.parse(text, NOW)).contains(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@",
                "@tomorow",
                "@Today",
                "@today+3x",
                "@today+3",
                "@today3d",
                "@today +3d",
                "@today+3d ",
                "@today+d",
                "@now+1M",
                "@now+1y",
                "@now+1.5h",
                "@now+12345s",
                "@now+1s+1s+1s+1s+1s+1s+1s+1s+1s+1s",
                "@now+٣d"
            })
    void all_else_breaks_the_grammar(String text) {
        assertThat(RelativeDate.parse(text, NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "@tody, @today",
        "@noww+2h, @now",
        "@tomorrow, @today+1d",
        "@yesterday, @today-1d",
        "@tomorow, @today+1d",
    })
    void a_fault_says_what_was_probably_meant(String text, String meant) {
        String hint = RelativeDate.fault(FileLocation.FILE, text).hint();
        assertThat(Optional.ofNullable(hint).orElse("")).isEqualTo(meant.isEmpty() ? "" : Spelling.question(meant));
    }

    @ParameterizedTest(name = "like {0}: {1}")
    @CsvSource({
        "2026-01-01,                       \"2026-04-01\"",
        "2026-03-16T09:15:00Z,             \"2026-04-01T09:30:15Z\"",
        "2026-03-16T09:15:00.5Z,           \"2026-04-01T09:30:15.1Z\"",
        "2026-04-18T14:02:07.911000+00:00, \"2026-04-01T09:30:15.123456+00:00\"",
        "2026-04-18T14:02:07+02:00,        \"2026-04-01T09:30:15+00:00\"",
        "2026-03-16t09:15:00.5z,           \"2026-04-01T09:30:15.1Z\"",
        "2026-03-16T09:15:00.0123456789Z,  \"2026-04-01T09:30:15.123456789Z\"",
        "0,                                1775035815123",
    })
    void a_moment_is_written_as_the_field_has_it(String sample, String written) {
        assertThat(Notation.like(sample).write(NOW)).hasToString(written);
    }
}
