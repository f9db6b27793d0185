package dev.understudy.contract;

import static dev.understudy.contract.Requests.get;
import static dev.understudy.contract.Requests.request;
import static dev.understudy.contract.Samples.messages;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Admission;
import dev.understudy.api.ErrorReply;
import dev.understudy.api.Expected;
import dev.understudy.api.InvalidReply;
import dev.understudy.api.Refusal;
import dev.understudy.api.Release;
import dev.understudy.api.Reply;
import dev.understudy.api.Response;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Remedy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReleaseTest {
    private static final Contract CONTRACT = Samples.contract(
            """
            security: [{token: []}]
            paths:
              /things:
                get:
                  operationId: listThings
                  responses:
                    '200':
                      description: Things
                      content: {application/json: {schema: {$ref: '#/components/schemas/Things'}}}
                    '204': {description: Nothing}
                    4XX: {$ref: '#/components/responses/Problem'}
                    '401':
                      description: Who are you?
                      headers: {WWW-Authenticate: {required: true, schema: {type: string}}}
                      content: {application/json: {schema: {$ref: '#/components/schemas/ApiError'}}}
                    default:
                      description: Anything
                      content: {application/problem+json: {schema: {type: object}}}
              /strict:
                get:
                  operationId: strict
                  security: []
                  responses: {'200': {description: A, content: {application/json: {}}}}
            components:
              securitySchemes: {token: {type: http, scheme: bearer}}
              responses:
                Problem: {description: P, content: {application/json: {schema: {$ref: '#/components/schemas/ApiError'}}}}
                NotFound: {$ref: '#/components/responses/Problem'}
                MethodNotAllowed:
                  description: P
                  headers: {Allow: {required: true, schema: {type: string}}}
                  content: {application/json: {schema: {$ref: '#/components/schemas/ApiError'}}}
              schemas:
                Things:
                  type: object
                  required: [items]
                  additionalProperties: false
                  properties:
                    items: {type: array, items: {$ref: '#/components/schemas/Thing'}}
                Thing:
                  type: object
                  required: [uid, status]
                  additionalProperties: false
                  properties:
                    uid: {type: string}
                    status: {type: string, enum: [todo, done]}
                    parent: {type: object, properties: {uid: {type: string}, n: {type: integer}}}
                ApiError: {type: object, required: [error], additionalProperties: false, properties: {error: {type: string}}}
                ThingFixture: {x-fixture: things, x-fixture-id: uid, type: object, properties: {uid: {type: string}}}
            """);

    private static final Admission LIST = CONTRACT.admit(get("/things", "Authorization: Bearer t"));
    private static final Reply SORRY = new ErrorReply(400, Map.of("error", "sorry"));

    private static Reply reply(int status, Object body) {
        return new ErrorReply(status, body);
    }

    private static Refusal refusal(Admission admission) {
        return (Refusal) admission;
    }

    private static InvalidReply invalidReply(Release release) {
        return (InvalidReply) release;
    }

    private static Reply things(Map<String, ?>... things) {
        return reply(200, Map.of("items", List.of(things)));
    }

    @Test
    void a_reply_that_keeps_the_contract_leaves_as_compact_json() {
        var response = (Response) CONTRACT.release(LIST, things());
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers()).containsExactly(Map.entry("Content-Type", "application/json"));
        assertThat(new String(response.bytes(), UTF_8)).isEqualTo("{\"items\":[]}");
    }

    @Test
    void a_reply_that_breaks_the_contract_is_held_back_with_the_record_to_mend() {
        var invalid = invalidReply(CONTRACT.release(
                LIST, things(Map.of("uid", "t-1", "status", "todo"), Map.of("uid", "t-2", "status", "cancelled"))));

        assertThat(invalid.sentence())
                .isEqualTo(
                        "The mock broke its own contract: listThings answered /items/1/status \"cancelled\", not one of"
                                + " todo, done. Correct record t-2 in fixtures/sample/things/things.json.");
        assertThat(invalid.refusal())
                .isEqualTo(new Refusal(
                        500,
                        "specs/sample/things.yaml",
                        "listThings",
                        List.of(new Violation(
                                        Violation.Place.REPLY,
                                        "",
                                        "/items/1/status",
                                        "enum",
                                        Expected.oneOf(List.of("todo", "done")),
                                        "\"cancelled\"")
                                .ruledBy("specs/sample/things.yaml#/components/schemas/Thing/properties/status")
                                .correctedBy(new Remedy("t-2", List.of("fixtures/sample/things/things.json")))),
                        Map.of()));
        assertThat(messages(invalid.refusal()))
                .containsExactly("reply /items/1/status must be one of todo, done, was \"cancelled\""
                        + " (correct record t-2 in fixtures/sample/things/things.json)");
    }

    @Test
    void all_that_is_wrong_with_a_reply_is_said_together() {
        var invalid = invalidReply(CONTRACT.release(LIST, things(Map.of("uid", "t-1", "stats", 1))));
        assertThat(invalid.sentence())
                .isEqualTo(
                        "The mock broke its own contract: listThings answered without /items/0/status; /items/0/stats 1,"
                                + " which must be left out (did you mean \"status\"?). Correct record t-1 in"
                                + " fixtures/sample/things/things.json.");
    }

    @Test
    void what_lies_inside_a_record_belongs_to_that_record() {
        var invalid = invalidReply(CONTRACT.release(
                LIST, things(Map.of("uid", "t-1", "status", "todo", "parent", Map.of("uid", "t-9", "n", "x")))));
        assertThat(invalid.sentence()).endsWith("Correct record t-1 in fixtures/sample/things/things.json.");
    }

    @Test
    void a_fault_outside_of_records_blames_none() {
        assertThat(invalidReply(CONTRACT.release(LIST, reply(200, Map.of()))).sentence())
                .isEqualTo("The mock broke its own contract: listThings answered without /items.");
        assertThat(invalidReply(CONTRACT.release(LIST, reply(200, List.of()))).sentence())
                .isEqualTo("The mock broke its own contract: listThings answered [], not an object.");
    }

    @Test
    void a_status_is_looked_up_exactly_then_by_range_then_by_default() {
        assertThat(((Response) CONTRACT.release(LIST, SORRY)).headers())
                .containsEntry("Content-Type", "application/json");
        assertThat(((Response) CONTRACT.release(LIST, reply(500, Map.of()))).headers())
                .containsEntry("Content-Type", "application/problem+json");
        assertThat(CONTRACT.release(LIST, reply(404, Map.of()))).isInstanceOf(InvalidReply.class);
    }

    @Test
    void a_status_that_is_not_documented_is_held_back() {
        var strict = CONTRACT.admit(get("/strict"));
        assertThat(invalidReply(CONTRACT.release(strict, reply(500, Map.of()))).sentence())
                .isEqualTo("The mock broke its own contract: strict answered status 500, not one of the statuses 200.");
    }

    @Test
    void a_response_without_content_has_no_body() {
        var response = (Response) CONTRACT.release(LIST, reply(204, ""));
        assertThat(response.bytes()).isEmpty();
        assertThat(response.headers()).isEmpty();
    }

    @Test
    void a_response_without_a_schema_may_be_any_json() {
        var strict = CONTRACT.admit(get("/strict"));
        assertThat(new String(((Response) CONTRACT.release(strict, reply(200, List.of(1)))).bytes(), UTF_8))
                .isEqualTo("[1]");
    }

    @Test
    void the_headers_of_a_refusal_go_with_its_answer() {
        var refusal = CONTRACT.admit(get("/things"));
        assertThat(((Response) CONTRACT.release(refusal, reply(401, Map.of("error", "who?")))).headers())
                .containsEntry("WWW-Authenticate", "Bearer");
    }

    @Test
    void a_header_that_the_contract_requires_must_be_there() {
        assertThat(invalidReply(CONTRACT.release(LIST, reply(401, Map.of("error", "who?"))))
                        .sentence())
                .isEqualTo("The mock broke its own contract: listThings answered without header \"WWW-Authenticate\".");
    }

    @Test
    void answers_to_requests_that_reach_no_operation_keep_the_contract_too() {
        var noPath = CONTRACT.admit(get("/things/1"));
        var noMethod = CONTRACT.admit(request("PUT", "/things", new byte[0]));
        var badPath = CONTRACT.admit(get("/things/%ff"));

        assertThat(refusal(badPath).status()).isEqualTo(400);
        assertThat(CONTRACT.release(noPath, reply(404, Map.of("error", "?")))).isInstanceOf(Response.class);
        assertThat(CONTRACT.release(badPath, SORRY)).isInstanceOf(Response.class);
        assertThat(((Response) CONTRACT.release(noMethod, reply(405, Map.of("error", "?")))).headers())
                .containsEntry("Allow", "GET, HEAD, OPTIONS");
        assertThat(invalidReply(CONTRACT.release(noPath, reply(404, Map.of()))).sentence())
                .isEqualTo("The mock broke its own contract: specs/sample/things.yaml answered without /error.");
    }

    @Test
    void text_that_no_client_could_read_is_held_back() {
        assertThat(CONTRACT.release(LIST, things(Map.of("uid", "\ud800", "status", "todo"))))
                .isInstanceOf(InvalidReply.class);
    }

    @Test
    void numbers_leave_as_they_are_written() {
        var strict = CONTRACT.admit(get("/strict"));
        var reply = reply(200, Map.of("n", new java.math.BigDecimal("1.500")));
        assertThat(new String(((Response) CONTRACT.release(strict, reply)).bytes(), UTF_8))
                .isEqualTo("{\"n\":1.500}");
    }
}
