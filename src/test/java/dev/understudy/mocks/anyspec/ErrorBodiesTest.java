package dev.understudy.mocks.anyspec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Admission;
import dev.understudy.api.Headers;
import dev.understudy.api.Refusal;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import dev.understudy.contract.Contract;
import dev.understudy.generate.values.Direction;
import dev.understudy.generate.values.Values;
import dev.understudy.openapi.Documents;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shapes in which APIs write their errors, filled with what is wrong with one request. */
class ErrorBodiesTest {
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
                    '400': {description: wrong, content: {application/json: {schema: %s}}}
            components:
              schemas:
                Detail: {type: object, required: [field, issue, code], properties: {field: {type: string}, issue: {type: string}, code: {type: string, enum: [REQUIRED, INVALID]}, message: {type: string}}}
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    message            | {type: object, required: [message], properties: {message: {type: string}}} | {"message":"%s"}
                    code and message   | {type: object, properties: {code: {type: integer}, message: {type: string}}} | {"code":400,"message":"%s"}
                    in an error        | {type: object, properties: {error: {type: object, properties: {code: {type: string}, message: {type: string}}}}} | {"error":{"code":"bad_request","message":"%s"}}
                    OAuth              | {type: object, required: [error], properties: {error: {type: string}, error_description: {type: string}}} | {"error":"bad_request","error_description":"%s"}
                    Spring             | {type: object, properties: {timestamp: {type: string, format: date-time}, status: {type: integer}, error: {type: string}, message: {type: string}, path: {type: string}}} | {"status":400,"error":"Bad Request","message":"%s"}
                    problem            | {type: object, properties: {type: {type: string, format: uri-reference}, title: {type: string}, status: {type: integer}, detail: {type: string}}} | {"type":"about:blank","title":"Bad Request","status":400,"detail":"%s"}
                    a list of texts    | {type: object, properties: {errors: {type: array, items: {type: string}}}} | {"errors":["%m"]}
                    a bare list        | {type: array, items: {type: object, required: [title, description], properties: {title: {type: string}, description: {type: string}}}} | [{"title":"Bad Request","description":"%m"}]
                    JSON:API           | {type: object, properties: {errors: {type: array, items: {type: object, properties: {status: {type: string}, title: {type: string}, detail: {type: string}, source: {type: object, properties: {pointer: {type: string}, parameter: {type: string}}}}}}}} | {"errors":[{"status":"400","title":"Bad Request","detail":"%m","source":{"pointer":"n","parameter":"n"}}]}
                    FastAPI            | {type: object, properties: {detail: {type: array, items: {type: object, required: [loc, msg, type], properties: {loc: {type: array, items: {anyOf: [{type: string}, {type: integer}]}}, msg: {type: string}, type: {type: string}}}}}} | {"detail":[{"loc":["query","n"],"msg":"%m","type":"type"}]}
                    ASP.NET            | {type: object, properties: {title: {type: string}, status: {type: integer}, errors: {type: object, additionalProperties: {type: array, items: {type: string}}}}} | {"title":"%s","status":400,"errors":{"n":["%m"]}}
                    Django             | {type: object, properties: {n: {type: array, items: {type: string}}, id: {type: array, items: {type: string}}}} | {"n":["%m"]}
                    a success flag     | {type: object, required: [success], properties: {success: {type: boolean}, errors: {type: array, items: {type: object, properties: {code: {type: integer}, message: {type: string}}}}}} | {"success":false,"errors":[{"code":400,"message":"%m"}]}
                    an issue           | {type: object, properties: {errors: {type: array, minItems: 1, items: {type: object, required: [code, issue, suggested_action], properties: {code: {type: string}, field: {type: string}, issue: {type: string}, location: {type: string, enum: [body, path, query]}, suggested_action: {type: string}, value: {type: string}}}}}} | {"errors":[{"code":"type","field":"n","issue":"%m","location":"query","suggested_action":"query \\"n\\" must be an integer","value":"\\"a\\""}]}
                    an enum of codes   | {type: object, required: [code, message], properties: {code: {type: string, enum: [NOT_FOUND, VALIDATION_FAILED]}, message: {type: string}}} | {"code":"VALIDATION_FAILED","message":"%s"}
                    a short text       | {type: object, required: [message], properties: {message: {type: string, maxLength: 12}}} | {"message":"Bad Request"}
                    a bare text        | {type: string} | "%s"
                    anything           | {type: object} | {"type":"about:blank","title":"Bad Request","status":400,"detail":"%s.","errors":[{"detail":"must be an integer, was \\"a\\"","in":"query","name":"n"}]}
                    allOf              | {allOf: [{type: object, properties: {message: {type: string}}}, {type: object, required: [status], properties: {status: {type: integer, enum: [400, 404]}}}]} | {"message":"%s","status":400}
                    """)
    void a_refusal_is_said_in_the_shape_that_is_documented(String name, String schema, String expected) {
        String message = "query \\\"n\\\" must be an integer, was \\\"a\\\"";
        String whole = message + " (x in errors.yaml)";

        assertThat(refused(schema))
                .isEqualTo(expected.replace("\\\\", "\\").replace("%s", whole).replace("%m", message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {type: object, required: [message, id, at], properties: {message: {type: string}, id: {type: string, format: uuid}, at: {type: string, format: date-time}}} | \\{"message":"query.*","id":"[0-9a-f-]{36}","at":"\\d{4}-.*"}
                    {type: object, required: [errors], properties: {errors: {type: array, minItems: 1, items: {$ref: '#/components/schemas/Detail'}}}}                      | \\{"errors":\\[\\{"field":"n","issue":".+","code":"INVALID","message":"query.*
                    {type: object, required: [number], properties: {number: {type: integer, minimum: 1000}}}                                                                  | \\{"number":\\d{4,}}
                    """)
    void what_is_required_and_says_nothing_of_the_error_is_made(String schema, String pattern) {
        assertThat(refused(schema)).matches(pattern);
    }

    private static String refused(String schema) {
        Contract contract = Contract.brought(
                "errors",
                Documents.read("errors.yaml", DOCUMENT.formatted(schema).getBytes(UTF_8)));
        var values = new Values(contract.lowered());
        var api = new AnySpec(contract, (pointer, seed) -> values.value(pointer, seed, Direction.ANSWER));
        Admission refusal = contract.admit(new Request("GET", "/x", "n=a", Headers.NONE, new byte[0]));
        Response response = (Response) contract.release(refusal, api.refuse((Refusal) refusal));
        assertThat(contract.check("x", response)).isEmpty();
        return new String(response.bytes(), UTF_8);
    }
}
