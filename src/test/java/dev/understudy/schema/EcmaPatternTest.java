package dev.understudy.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EcmaPatternTest {
    @ParameterizedTest
    @ValueSource(strings = {"^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "^(.*a){20}$", "^([a-z]+)*\\d$", "(x+x+)+y"})
    void a_pattern_that_tries_every_way_gives_up_and_does_not_match(String pattern) {
        EcmaPattern compiled = EcmaPattern.of(pattern);
        String text = (pattern.contains("x") ? "x" : "a").repeat(50_000) + "!";

        // Without the bound the shortest of these would outlive us; the limit here is for a busy machine.
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(compiled.matches(text)).isFalse());
    }

    @Test
    void a_long_text_that_is_read_once_is_matched() {
        assertThat(EcmaPattern.of("^[a-z]+$").matches("a".repeat(100_000))).isTrue();
        assertThat(EcmaPattern.of("^[a-z]+$").matches("a".repeat(99_999) + "1")).isFalse();
    }

    @Test
    void a_text_beyond_the_longest_is_not_tried() {
        assertThat(EcmaPattern.of("^[a-z]+$").matches("a".repeat(100_001))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"^\\$\\d$, $5", "^[\\]$]$, ]", "^[\\]$]$, $", "^[a&&b[]$, &", "^[a&&b[]$, ["})
    void what_is_escaped_or_in_a_class_means_itself(String pattern, String text) {
        assertThat(EcmaPattern.of(pattern).matches(text)).isTrue();
    }

    @Test
    void the_end_is_not_before_a_line_break() {
        assertThat(EcmaPattern.of("^a$").matches("a\n")).isFalse();
    }
}
