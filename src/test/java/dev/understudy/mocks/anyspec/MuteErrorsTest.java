package dev.understudy.mocks.anyspec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Headers;
import dev.understudy.api.Refusal;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import dev.understudy.contract.Contract;
import dev.understudy.generate.values.Direction;
import dev.understudy.generate.values.Values;
import dev.understudy.openapi.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refusals whose documented body has no place for a sentence. */
class MuteErrorsTest {
    private static final String DOCUMENT =
            """
            openapi: 3.0.3
            info: {title: Errors, version: '1'}
            paths:
              /x:
                get:
                  operationId: x
                  parameters: [{name: n, in: query, schema: {type: integer}}]
                  responses:
                    '200': {description: fine}
                    '400':
                      description: wrong
                      headers: {X-Trace: {required: true, schema: {type: integer, minimum: 3, maximum: 3}}}
                      content: {%s}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    application/json: {schema: {type: string, pattern: '^E-[0-9]{3}$'}} | application/json | "E-\\d{3}"
                    text/plain: {schema: {type: string, pattern: '^E-[0-9]{3}$'}} | text/plain | E-\\d{3}
                    text/plain: {schema: {type: string}} | text/plain | query "n" must be an integer.*
                    text/plain: {schema: {type: integer, minimum: 7, maximum: 7}} | text/plain | 7
                    application/pdf: {schema: {type: string, format: binary}} | application/pdf | (?s)%PDF-.*
                    application/pdf: {}, text/plain: {} | text/plain | query "n" must be an integer.*
                    """)
    void a_refusal_is_sent_in_the_documented_type_and_with_its_required_headers(
            String content, String type, String body) {
        Response response = refused(content);

        assertThat(response.headers()).containsEntry("Content-Type", type).containsEntry("X-Trace", "3");
        assertThat(new String(response.bytes(), UTF_8)).matches(body);
    }

    @Test
    void a_problem_in_the_place_of_a_body_that_cannot_be_made_has_the_required_headers_too() {
        Response response = refused("application/json: {schema: {type: string, pattern: '^a$', minLength: 5}}");

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.headers())
                .containsEntry("Content-Type", "application/problem+json")
                .containsEntry("X-Trace", "3");
    }

    private static Response refused(String content) {
        Contract contract = Contract.brought(
                "errors",
                Documents.read("errors.yaml", DOCUMENT.formatted(content).getBytes(UTF_8)));
        var values = new Values(contract.lowered());
        var api = new AnySpec(contract, (pointer, seed) -> values.value(pointer, seed, Direction.ANSWER));
        var refusal = (Refusal) contract.admit(new Request("GET", "/x", "n=a", Headers.NONE, new byte[0]));
        return (Response) contract.release(refusal, api.refuse(refusal));
    }
}
