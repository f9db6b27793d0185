package dev.understudy.contract;

import static dev.understudy.contract.Requests.post;
import static dev.understudy.contract.Samples.messages;
import static dev.understudy.contract.Samples.withBody;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionalNullsTest {
    private static final String HINT = " (leave it out if there is no value), was null";

    private final Contract contract = withBody(
            """
            Thing:
              type: object
              required: [limit]
              additionalProperties: false
              properties:
                limit: {type: integer}
                after: {type: string, minLength: 1}
                colour: {enum: [red, blue]}
                size: {oneOf: [{type: string}, {type: array, items: {type: string}}]}
                part: {$ref: '#/components/schemas/Part'}
                parts: {type: array, items: {$ref: '#/components/schemas/Part'}}
                words: {type: object, additionalProperties: {type: string}}
                whole: {allOf: [{$ref: '#/components/schemas/Part'}]}
                filter: {$ref: '#/components/schemas/Filter'}
            Part:
              type: object
              required: [name]
              properties:
                name: {type: string}
                day: {type: string, format: date}
            Filter:
              oneOf: [{$ref: '#/components/schemas/Active'}, {$ref: '#/components/schemas/Family'}]
              discriminator: {propertyName: kind, mapping: {active: Active, family: Family}}
            Active:
              type: object
              required: [kind, active]
              properties: {kind: {type: string}, active: {type: boolean}, since: {type: string}}
            Family: {type: object, required: [kind], properties: {kind: {type: string}}}
            """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"limit":1,"after":null}                                              | /after must be a string
            {"limit":1,"colour":null}                                             | /colour must be one of red, blue
            {"limit":1,"size":null}                                               | /size must be a string or an array
            {"limit":1,"part":null}                                               | /part must be an object
            {"limit":1,"part":{"name":"a","day":null}}                            | /part/day must be a string
            {"limit":1,"parts":[{"name":"a"},{"name":"b","day":null}]}            | /parts/1/day must be a string
            {"limit":1,"words":{"a/b":null}}                                      | /words/a~1b must be a string
            {"limit":1,"whole":{"name":"a","day":null}}                           | /whole/day must be a string
            {"limit":1,"filter":{"kind":"active","active":true,"since":null}}     | /filter/since must be a string""")
    void a_null_for_a_key_that_need_not_be_given_says_to_leave_it_out(String body, String message) {
        assertThat(messages(contract.admit(post(body)))).containsExactly("body " + message + HINT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"limit":null}                             | /limit must be an integer, was null
            {"limit":1,"part":{"name":null}}           | /part/name must be a string, was null
            {"limit":1,"parts":[null]}                 | /parts/0 must be an object, was null
            {"limit":1,"other":null}                   | /other must be left out, was null
            {"limit":1,"filter":{"kind":null}}         | /filter/kind must be one of active, family, was null
            {"limit":1,"filter":{"kind":"active","active":null}} | /filter/active must be a boolean, was null
            {"limit":1,"after":5}                      | /after must be a string, was 5""")
    void no_other_value_does(String body, String message) {
        assertThat(messages(contract.admit(post(body)))).containsExactly("body " + message);
    }

    @Test
    void of_several_nulls_each_says_what_is_right_for_its_key() {
        assertThat(messages(contract.admit(post("{\"limit\":null,\"after\":null,\"part\":{\"day\":null}}"))))
                .containsExactlyInAnyOrder(
                        "body /limit must be an integer, was null",
                        "body /after must be a string" + HINT,
                        "body /part/name must be given, was missing",
                        "body /part/day must be a string" + HINT);
    }

    @Test
    void a_body_that_is_null_itself_is_no_key_to_leave_out() {
        assertThat(messages(contract.admit(post("null")))).containsExactly("body must be an object, was null");
    }
}
