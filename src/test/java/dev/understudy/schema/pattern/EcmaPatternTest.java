package dev.understudy.schema.pattern;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
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

    @ParameterizedTest(name = "{0} matches {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            ^\\s$                     | U+FEFF
            ^\\s$                     | U+2029
            ^\\S$                     | U+180E
            ^\\S$                     | U+1F600
            ^[\\S]$                   | a
            ^[^\\S]$                  | U+2003
            ^[\\s\\S]$                | U+000A
            ^.$                       | U+0085
            ^.$                       | U+1F600
            ^[^]$                     | U+000A
            ^[^a]$                    | U+1F600
            ^\\0$                     | U+0000
            ^\\u{1F600}$              | U+1F600
            ^[\\u{1F600}-\\u{1F64F}]$ | U+1F601
            ^\\ud83d\\ude00$          | U+1F600
            ^\\u00e9\\x41$            | éA
            ^\\cj\\cJ$                | U+000A U+000A
            ^\\t\\v\\f\\r\\n$         | U+0009 U+000B U+000C U+000D U+000A
            ^[\\b]$                   | U+0008
            ^caf\\b                   | café
            \\Bf                      | café
            ^\\w\\W$                  | aé
            ^[\\w-.]$                 | -
            ^[\\d\\-x]+$              | 1-x
            ^[a-]$                    | -
            ^[-a]$                    | -
            ^[[]$                     | [
            ^[a&&b]$                  | &
            ^\\/\\-\\_$               | /-_
            ^a{,2}$                   | a{,2}
            ^}]$                      | }]
            ^#a b$                    | #a b
            ^(?<y_1>\\d{4})-\\k<y_1>$ | 2026-2026
            ^(?:(a)?b)\\1c$           | bc
            ^(?:(a)?b)\\1c$           | abac
            ^(a\\1)$                  | a
            ^\\1(a)$                  | a
            ^(a)(?:\\1)0$             | aa0
            (?<=a)c(?!d)              | ac
            ^\\p{Lu}\\p{Letter}\\P{Script=Greek}$ | AbC
            ^[\\p{gc=Nd}\\p{ASCII_Hex_Digit}]+$   | 7f
            ^a{2,3}?$                 | aaa""")
    void a_pattern_matches_as_in_ecma_262(String pattern, String text) {
        assertThat(EcmaPattern.of(pattern).matches(characters(text))).isTrue();
    }

    @ParameterizedTest(name = "{0} does not match {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            ^\\s$           | U+180E
            ^\\s$           | U+0085
            ^\\S$           | U+2003
            ^\\S$           | U+FEFF
            ^.$             | U+2028
            ^.$             | U+000D
            ^..$            | U+1F600
            []              | a
            ^\\w$           | é
            ^\\d$           | U+0661
            ^b              | U+0061 U+000A U+0062
            a$              | U+0061 U+000A
            caf\\Bé         | café
            ^(?:(a)?b)\\1c$ | abc
            [\\u{DC00}-\\u{DFFF}] | U+1F600""")
    void and_does_not_match_as_in_ecma_262(String pattern, String text) {
        assertThat(EcmaPattern.of(pattern).matches(characters(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a",
                "a)",
                "[a",
                "[z-a]",
                "*a",
                "a*+",
                "a{2}+",
                "a??+",
                "a{2,1}",
                "\\",
                "\\a",
                "\\Z",
                "\\2(a)",
                "(a)\\2",
                "(a)\\10",
                "\\k<a>",
                "\\u{110000}",
                "\\u12",
                "\\x1",
                "\\c1",
                "\\01",
                "\\p{Nothing}",
                "\\p{Lower_case}",
                "(?<a>b)(?<a>c)",
                "(?i)a",
                "(?>a)",
                "[\\a]"
            })
    void what_is_no_expression_of_ecma_262_is_refused(String pattern) {
        assertThat(EcmaPattern.isOne(pattern)).isFalse();
    }

    /** Characters that cannot be seen are written by their numbers. */
    private static String characters(String text) {
        return text.startsWith("U+")
                ? Arrays.stream(text.split(" ", -1))
                        .map(number -> Character.toString(Integer.parseInt(number.substring(2), 16)))
                        .collect(joining())
                : text;
    }
}
