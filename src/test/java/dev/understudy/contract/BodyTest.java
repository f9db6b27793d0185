package dev.understudy.contract;

import static dev.understudy.contract.Requests.post;
import static dev.understudy.contract.Requests.request;
import static dev.understudy.contract.Samples.arguments;
import static dev.understudy.contract.Samples.messages;
import static dev.understudy.contract.Samples.status;
import static dev.understudy.contract.Samples.withBody;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {
    private static final Contract CONTRACT = withBody(
            """
            Thing:
              type: object
              additionalProperties: false
              required: [limit]
              properties:
                limit: {type: integer, minimum: 1, maximum: 100}
                note: {type: string}
                size: {type: number}
            """);

    @Test
    void the_body_is_the_argument_called_body() {
        assertThat(arguments(CONTRACT.admit(post("{\"limit\":5,\"size\":1.50}"))))
                .isEqualTo("{\"body\":{\"limit\":5,\"size\":1.50}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"limit\":5}}",
                "{\"limit\":5,\"limit\":6}",
                "\uFEFF{\"limit\":5}",
                "{\"limit\":NaN}",
                "{'limit':5}",
                "{\"limit\":5,}",
                "{\"limit\":05}",
                "{\"limit\":5,\"note\":\"\\ud800\"}",
                "{\"limit\":5,\"note\":\"a\nb\"}"
            })
    void what_is_not_json_to_the_letter_is_a_bad_request(String body) {
        assertThat(status(CONTRACT.admit(post(body)))).isEqualTo(400);
        assertThat(messages(CONTRACT.admit(post(body)))).hasSize(1);
    }

    @Test
    void broken_json_is_named_with_its_line_and_column() {
        assertThat(messages(CONTRACT.admit(post("{\"limit\":\n x}"))))
                .singleElement()
                .asString()
                .isEqualTo("body must be JSON, was x (line 2, column 2)");
    }

    @Test
    void a_number_that_no_memory_holds_is_named_with_its_place() {
        assertThat(messages(CONTRACT.admit(post("{\"limit\":1,\n \"size\":1E99999999999}"))))
                .containsExactly("body must be JSON, was a number with a vast exponent (line 2, column 9)");
        assertThat(messages(CONTRACT.admit(post("{\"limit\":1,\"size\":1E999999999}"))))
                .containsExactly(
                        "body /size must be a number of at most 1000 digits, was written with a vast exponent");
    }

    @Test
    void bytes_that_are_not_utf_8_are_a_bad_request() {
        byte[] overlong = {'{', '"', 'n', 'o', 't', 'e', '"', ':', '"', (byte) 0xC0, (byte) 0xAF, '"', '}'};
        assertThat(messages(CONTRACT.admit(post(overlong))))
                .containsExactly("body must be JSON in UTF-8, was byte 0xC0 (line 1, column 10)");
    }

    @Test
    void nesting_without_end_is_a_bad_request_not_a_crash() {
        assertThat(status(CONTRACT.admit(post("[".repeat(200_000))))).isEqualTo(400);
        assertThat(status(CONTRACT.admit(post("{\"a\":".repeat(200_000))))).isEqualTo(400);
    }

    @Test
    void a_body_of_very_many_faults_is_answered_with_the_first_hundred() {
        var body = new StringBuilder("{\"limit\":1");
        for (int i = 0; i < 20_000; i++) {
            body.append(",\"k").append(i).append("\":1");
        }
        assertThat(messages(CONTRACT.admit(post(body.append('}').toString())))).hasSize(100);
    }

    @Test
    void faults_of_parameters_and_of_the_body_come_together() {
        var contract = Samples.contract(
                """
                paths:
                  /things:
                    post:
                      operationId: makeThing
                      parameters: [{name: n, in: query, schema: {type: integer}}]
                      requestBody: {$ref: '#/components/requestBodies/Thing'}
                      responses: {'200': {description: A}}
                components:
                  requestBodies:
                    Thing: {content: {application/json: {schema: {type: object, required: [a, b]}}}}
                """);
        var request = request("POST", "/things?n=x", "{}".getBytes(UTF_8), "Content-Type: application/json");
        assertThat(messages(contract.admit(request)))
                .containsExactly(
                        "query \"n\" must be an integer, was \"x\"",
                        "body /a must be given, was missing",
                        "body /b must be given, was missing");
        assertThat(arguments(contract.admit(request("POST", "/things", new byte[0]))))
                .isEqualTo("{}");
    }

    @Test
    void what_came_is_shown_short_and_without_anything_that_could_forge_a_line() {
        assertThat(messages(CONTRACT.admit(post("{\"limit\":\"\\u2028\\u202e\\u0085\\n" + "x".repeat(100) + "\"}"))))
                .containsExactly(
                        "body /limit must be an integer, was \"\\u2028\\u202e\\u0085\\n" + "x".repeat(54) + "…");
    }

    @Test
    void a_key_is_shown_as_a_pointer_escapes_it() {
        assertThat(messages(CONTRACT.admit(post("{\"limit\":1,\"a/b~c\":null}"))))
                .containsExactly("body /a~1b~0c must be left out, was null");
    }

    @Test
    void the_same_request_is_always_admitted_the_same_way() {
        assertThat(CONTRACT.admit(post("{\"limit\":5}"))).isEqualTo(CONTRACT.admit(post("{ \"limit\" : 5 }")));
    }
}
