package dev.understudy.load;

import static dev.understudy.contract.Requests.post;
import static dev.understudy.load.Theatre.faults;
import static dev.understudy.load.Theatre.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Refusal;
import dev.understudy.api.Violation;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Samples;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no JSON is told in the same words, whether a request's body or a fixture has it. */
class BrokenJsonTest {
    private static final Contract CONTRACT = Samples.withBody("Thing: {type: object}");

    private final Path folder;

    BrokenJsonTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            nullValues = "-",
            textBlock =
                    """
            {"a": }              | 1 |  7 | must be a value, was } | -
            {"a": ,"b": 1}       | 1 |  7 | must be a value, was , | -
            {"a": 1, }           | 1 | 10 | must be a key in double quotes, was } | take away the comma before it
            {"a": [1, ]}         | 1 | 11 | must be a value, was ] | take away the comma before it
            {"a": [1, }          | 1 | 11 | must be a value, was } | -
            {"a": [, 1]}         | 1 |  8 | must be a value, was , | -
            {"a": 1, ]           | 1 | 10 | must be a key in double quotes, was ] | -
            {"a": 1,, "b": 1}    | 1 |  9 | must be a key in double quotes, was , | -
            {, "a": 1}           | 1 |  2 | must be a key in double quotes, was , | -
            {"a": 1 "b": 2}      | 1 |  9 | must be a comma or }, was " | -
            {"a": [1 2]}         | 1 | 10 | must be a comma or ], was 2 | -
            {"a" 1}              | 1 |  6 | must be a colon, was 1 | -
            {a: 1}               | 1 |  2 | must be a key in double quotes, was a | -
            {'a': 1}             | 1 |  2 | must be a key in double quotes, was ' | -
            {"a": 'x'}           | 1 |  7 | must be a value, was ' | -
            {"a": “x”}           | 1 |  7 | must be a value, was “ | -
            {"a": 01}            | 1 |  7 | must be a number without a zero in front, was 0 | -
            {"a": +1}            | 1 |  7 | must be a number without a plus sign, was + | -
            {"a": .5}            | 1 |  7 | must be a value, was . | -
            {"a": 1.}            | 1 |  8 | must be a digit behind the point, was } | -
            {"a": 1e}            | 1 |  8 | must be a digit behind the exponent's letter, was } | -
            {"a": 1e+}           | 1 |  8 | must be a digit behind the exponent's letter, was } | -
            {"a": -}             | 1 |  7 | must be a digit behind the minus sign, was } | -
            {"a": NaN}           | 1 |  7 | must be JSON, was NaN | -
            {"a": tru}           | 1 |  7 | must be JSON, was tru | -
            {"a": undefined}     | 1 |  7 | must be JSON, was undefined | -
            {"a": "\\x"}          | 1 |  8 | must be JSON, was \\x in a text | write a backslash as \\\\
            {"a": 1              | 1 |  8 | must be whole, was cut off here | -
            {"a": "x             | 1 |  9 | must be whole, was cut off here | -
            {"a": 1} }           | 1 | 10 | must end before this, was } | -
            {"a": 1]             | 1 |  8 | must be closed as it was opened, was ] | -
            // no{}              | 1 |  1 | must be JSON, was a comment | JSON has no comments
            a: 1                 | 1 |  1 | must be JSON, was a | YAML, CSV and other formats must be turned into JSON
            a=1&b=2              | 1 |  1 | must be JSON, was a | YAML, CSV and other formats must be turned into JSON
            <a/>                 | 1 |  1 | must be a value, was < | YAML, CSV and other formats must be turned into JSON
            {"a": 1,$ "b": }     | 2 |  7 | must be a value, was } | -""")
    void in_a_body_and_in_a_fixture(String text, int line, int column, String told, @Nullable String hint) {
        String broken = text.replace('$', '\n');
        write(folder, "theatre/house.json", broken);

        assertThat(faults(folder))
                .contains("mine/theatre/house.json:" + line + ":" + column + ": " + told
                        + (hint == null ? "" : " (" + hint + ")"));
        Violation violation = violation(broken);
        assertThat(violation.message())
                .isEqualTo("body " + told + " (line " + line + ", column " + column + ")"
                        + (hint == null ? "" : "; " + hint));
        assertThat(violation.help().note()).isEqualTo(hint);
    }

    @Test
    void a_key_twice_is_told_with_its_pointer() {
        String text = "{\"a\": {\"b\": 1, \"b\": 2}}";
        write(folder, "theatre/house.json", text);

        assertThat(faults(folder)).contains("mine/theatre/house.json:1:16: /a/b must be there once, was there again");
        assertThat(violation(text).message())
                .isEqualTo("body /a/b must be there once, was there again (line 1, column 16)");
    }

    @Test
    void limits_are_told_so_too_each_with_its_own() {
        String deep = "{\"a\": " + "[".repeat(100) + "]".repeat(100) + "}";
        write(folder, "theatre/house.json", deep);
        assertThat(faults(folder))
                .containsExactly("mine/theatre/house.json:1:106: must be at most 100 levels deep, was deeper");
        assertThat(violation(deep).message())
                .isEqualTo("body must be at most 100 levels deep, was deeper (line 1, column 106)");

        assertThat(violation("{\"a\": " + "1".repeat(101) + "}").message())
                .startsWith("body must have numbers of at most 100 digits, was longer here (line 1, column 10");
    }

    @Test
    void a_word_under_the_name_of_a_secret_is_not_repeated() {
        assertThat(violation("{\"client_secret\": {\"deep\": hunter2}}").message())
                .isEqualTo("body must be JSON, was a word that is not shown (line 1, column 28)");
    }

    private static Violation violation(String body) {
        assertThat(CONTRACT.admit(post(body))).isInstanceOf(Refusal.class);
        return ((Refusal) CONTRACT.admit(post(body))).violations().get(0);
    }
}
