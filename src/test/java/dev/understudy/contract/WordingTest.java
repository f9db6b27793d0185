package dev.understudy.contract;

import static dev.understudy.contract.Requests.post;
import static dev.understudy.contract.Samples.messages;
import static dev.understudy.contract.Samples.withBody;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {type: string}                                | 5          | be a string, was 5
            {type: string, nullable: true}                | 5          | be a string or null, was 5
            {type: string}                                | null       | be a string, was null
            {type: integer}                               | 1.0        | be an integer, was 1.0
            {type: integer}                               | "5"        | be an integer, was "5"
            {type: number}                                | "x"        | be a number, was "x"
            {type: boolean}                               | 0          | be a boolean, was 0
            {type: array, items: {}}                      | {}         | be an array, was {}
            {type: object}                                | []         | be an object, was []
            {type: string, enum: [list, hierarchy]}       | "tree"     | be one of list, hierarchy, was "tree"
            {type: string, enum: [list]}                  | "tree"     | be list, was "tree"
            {type: string, enum: [list]}                  | 7          | be a string, was 7
            {type: number, enum: [1, 2.50]}               | 3          | be one of 1, 2.50, was 3
            {type: string, format: date}                  | "2026-02-30" | be a date like 2026-04-01, was "2026-02-30"
            {type: string, format: date}                  | "2026-02-28T23:30:00.000Z" | be a date like 2026-04-01 (did you mean "2026-02-28"?), was "2026-02-28T23:30:00.000Z"
            {type: string, format: date, nullable: true}  | "2026-03-01t00:00:00+01:00" | be a date like 2026-04-01 (did you mean "2026-03-01"?), was "2026-03-01t00:00:00+01:00"
            {type: string, format: date}                  | "2026-03-01 09:30" | be a date like 2026-04-01 (did you mean "2026-03-01"?), was "2026-03-01 09:30"
            {type: string, format: date}                  | "Sun Mar 01 2026 00:00:00 GMT+0100" | be a date like 2026-04-01 (did you mean "2026-03-01"?), was "Sun Mar 01 2026 00:00:00 GMT+0100"
            {type: string, format: date}                  | "Sun Mrz 01 2026 00:00:00" | be a date like 2026-04-01, was "Sun Mrz 01 2026 00:00:00"
            {type: string, format: date}                  | "2026-02-30T00:00:00Z" | be a date like 2026-04-01, was "2026-02-30T00:00:00Z"
            {type: string, format: date-time}             | "2026-02-28" | be a date-time like 2026-04-01T09:30:00Z, was "2026-02-28"
            {type: string, format: date-time}             | "2026-02-28 10:00:00Z" | be a date-time like 2026-04-01T09:30:00Z, was "2026-02-28 10:00:00Z"
            {type: string, format: uuid}                  | "acme"     | be a UUID like 550e8400-e29b-41d4-a716-446655440000, was "acme"
            {type: string, format: email}                 | "a"        | be an e-mail address, was "a"
            {type: string, format: uri}                   | "a b"      | be a URI like https://example.com/a, was "a b"
            {type: string, format: ipv4}                  | "1.2.3"    | be an IPv4 address, was "1.2.3"
            {type: integer, format: int32}                | 2147483648 | be at most 2147483647, was 2147483648
            {type: integer, format: int64}                | 9223372036854775808 | be at most 9223372036854775807, was 9223372036854775808
            {type: string, pattern: '^[a-z]+$'}           | "A"        | match the pattern ^[a-z]+$, was "A"
            {type: string, pattern: '^[a-z]+$'}           | "a\\n"     | match the pattern ^[a-z]+$, was "a\\n"
            {type: string, pattern: '^a$', x-expected: the letter a} | "A" | be the letter a, was "A"
            {type: integer, minimum: 1}                   | 0          | be at least 1, was 0
            {type: number, minimum: 0, exclusiveMinimum: true} | 0     | be more than 0, was 0
            {type: integer, maximum: 100}                 | 500        | be at most 100, was 500
            {type: number, maximum: 1, exclusiveMaximum: true} | 1.0   | be less than 1, was 1.0
            {type: integer, maximum: 9007199254740992}    | 9007199254740993 | be at most 9007199254740992, was 9007199254740993
            {type: number, multipleOf: 0.01}              | 0.015      | be a multiple of 0.01, was 0.015
            {type: string, minLength: 1}                  | ""         | have at least 1 character, was ""
            {type: string, maxLength: 2}                  | "abc"      | have at most 2 characters, was "abc"
            {type: array, items: {}, minItems: 2}         | [1]        | have at least 2 items, was [1]
            {type: array, items: {}, maxItems: 1}         | [1,2]      | have at most 1 item, was [1,2]
            {type: array, items: {}, uniqueItems: true}   | [1,2,1]    | have no item twice, was [1,2,1]
            {type: object, minProperties: 1}              | {}         | have at least 1 key, was {}
            {type: object, maxProperties: 1}              | {"a":1,"b":2} | have at most 1 key, was {"a":1,"b":2}
            {not: {type: string}}                         | "a"        | not be a string, was "a"
            {not: {enum: [a, b]}}                         | "a"        | not be one of a, b, was "a"
            {not: {required: [a, b]}}                     | {"a":1,"b":2} | not have a and b together, was {"a":1,"b":2}
            {anyOf: [{type: string}, {type: integer}]}    | true       | be a string or an integer, was true
            {oneOf: [{type: number}, {type: integer}]}    | 1          | fit just one of variant 1, variant 2, was 1
            {allOf: [{type: integer}, {maximum: 5}]}      | 6          | be at most 5, was 6""")
    void a_keyword_is_told_in_words(String schema, String value, String message) {
        assertThat(messages(withBody("Thing: " + schema).admit(post(value)))).containsExactly("body must " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {type: string, nullable: true, format: date} | null
            {type: string, format: date-time}            | "2026-04-17T09:12:43.521000+00:00"
            {type: string, format: uuid}                 | "550E8400-e29b-41d4-a716-446655440000"
            {type: string, maxLength: 1}                 | "😀"
            {type: number, multipleOf: 0.01}             | 0.07
            {type: number, enum: [2.50]}                 | 2.5
            {type: number}                               | 1E400
            {type: string, pattern: 'b'}                 | "abc"
            {type: string, pattern: '[$[&&]$'}           | "&"
            {type: string, format: password}             | "x"
            {}                                           | [null,{"a":1}]""")
    void what_keeps_the_schema_passes(String schema, String value) {
        assertThat(messages(withBody("Thing: " + schema).admit(post(value)))).isEmpty();
    }

    @Test
    void a_text_too_long_for_its_pattern_to_be_tried_is_refused() {
        var contract = withBody("Thing: {type: string, pattern: '^(a|b)*$'}");
        assertThat(messages(contract.admit(post("\"" + "ab".repeat(100_000) + "\""))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: number, multipleOf: 0.01}",
                "{type: integer, minimum: 0, maximum: 5}",
                "{type: number, minimum: 2, maximum: 1}",
                "{type: number, enum: [1, 2.5]}",
                "{type: string}",
                "{type: array, items: {}}"
            })
    void a_huge_exponent_takes_neither_time_nor_memory(String schema) {
        var contract = withBody("Thing: " + schema);
        for (String number :
                List.of("1E999999999", "1E-999999999", "1E99999999999", "-1E2147483647", "1E-2147483648")) {
            assertThat(Samples.status(contract.admit(post(number)))).as(number).isEqualTo(400);
        }
    }

    @Test
    void a_huge_exponent_is_named_where_it_stands() {
        var contract = withBody("Thing: {type: object, properties: {a: {type: array, items: {type: number}}}}");

        assertThat(messages(contract.admit(post("{\"a\":[1,1E999999999]}"))))
                .singleElement()
                .asString()
                .startsWith("body /a/1 ");
    }

    @Test
    void a_format_bounds_a_number_where_the_schema_does_not() {
        var contract = withBody("Thing: {type: integer, format: int32, minimum: 5}");

        assertThat(messages(contract.admit(post("4")))).containsExactly("body must be at least 5, was 4");
        assertThat(messages(contract.admit(post("3000000000"))))
                .containsExactly("body must be at most 2147483647, was 3000000000");
    }
}
