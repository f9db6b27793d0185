package dev.understudy.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Admission;
import dev.understudy.api.Body;
import dev.understudy.api.Call;
import dev.understudy.api.Headers;
import dev.understudy.api.Json;
import dev.understudy.api.Refusal;
import dev.understudy.api.Request;
import dev.understudy.openapi.Documents;
import dev.understudy.openapi.Reading;
import dev.understudy.openapi.source.ContractException;
import dev.understudy.openapi.source.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that are not ours: where their operations lie, what they are called, and what is read by plain meaning. */
class BroughtTest {
    private static final String ANY = "{responses: {'200': {description: D}}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            /users/me          | get-users-me
            /users/7           | get-users-by-id
            /users/7/          | get-users-by-id-2
            /files/a.b.c       | get-files-by-name-by-ext
            /jobs/7:cancel     | get-jobs-by-id-cancel
            /jobs/7%3Acancel   | get-jobs-by-id-cancel
            /jobs/7            | get-jobs-by-id
            /v1.2/tides        | get-v-by-major-by-minor-tides""")
    void the_more_concrete_path_is_meant(String path, String operation) {
        Contract contract = contract(
                """
                openapi: 3.0.4
                paths:
                  /users/{id}: {get: *any}
                  /users/me: {get: *any}
                  /users/{id}/: {get: *any}
                  /files/{name}.{ext}: {get: *any}
                  /jobs/{id}: {get: *any}
                  /jobs/{id}:cancel: {get: *any}
                  /v{major}.{minor}/tides: {get: *any}
                """);

        assertThat(operation(contract, "GET", path, null)).isEqualTo(operation);
    }

    @Test
    void a_path_that_is_not_there_is_told_the_nearest_of_many() {
        var paths = new StringBuilder("openapi: 3.0.4\npaths:\n");
        for (int i = 10; i < 40; i++) {
            paths.append("  /kites%d: {get: *any}\n".formatted(i));
        }
        Contract contract = contract(paths.toString());

        var request = new Request("GET", "/kites12/", null, Headers.NONE, Body.NONE);
        assertThat(Samples.messages(contract.admit(request)))
                .singleElement()
                .asString()
                .startsWith("path must be one of 30 paths; the nearest are /kites12, /kites10, ")
                .hasSizeLessThan(200);
    }

    @Test
    void parts_of_a_segment_fill_their_parameters() {
        Contract contract = contract("openapi: 3.0.4\npaths: {'/files/{name}.{ext}': {get: *any}}");

        assertThat(contract.match("GET", "/files/a.b.c"))
                .isInstanceOfSatisfying(Match.Here.class, here -> assertThat(here.segments())
                        .isEqualTo(Map.of("name", "a.b", "ext", "c")));
    }

    @Test
    void a_path_that_refers_to_nothing_answers_501_with_the_finding() {
        Contract contract = contract("openapi: 3.0.4\npaths: {'/kites/{id}': {$ref: '#/components/pathItems/Kite'}}");

        for (String method : List.of("GET", "PUT", "POST", "DELETE", "PATCH")) {
            Admission admission = contract.admit(new Request(method, "/kites/7", null, Headers.NONE, Body.NONE));
            assertThat(Samples.status(admission)).isEqualTo(501);
            assertThat(Samples.messages(admission)).singleElement().asString().contains("does not exist");
        }
        assertThat(contract.allFindings()).extracting(Finding::kind).containsOnlyOnce("broken-reference");
    }

    @Test
    void a_path_parameter_behind_the_question_mark_of_the_path_is_read_from_the_query() {
        Contract contract = contract(
                """
                openapi: 3.0.4
                paths:
                  /rides?page={number}:
                    get:
                      parameters: [{name: number, in: path, required: true, schema: {type: integer}}]
                      responses: {'200': {description: D}}
                """);

        assertThat(contract.admit(Requests.get("/rides?page=2"))).isInstanceOfSatisfying(Call.class, call -> assertThat(
                        call.arguments().query().path("page").intValue())
                .isEqualTo(2));
        assertThat(Samples.messages(contract.admit(Requests.get("/rides?page=two"))))
                .containsExactly("query \"page\" must be an integer, was \"two\"");
    }

    @Test
    void an_operation_lies_below_each_of_its_servers_and_the_innermost_list_counts() {
        Contract contract = contract(
                """
                openapi: 3.0.4
                servers:
                  - {url: 'https://{city}.example/{stage}/v2', variables: {city: {default: oslo}, stage: {default: live}}}
                  - {url: v1/}
                paths:
                  /kites: {get: *any}
                  /boats:
                    servers: [{url: 'https://boats.example'}]
                    get: *any
                    post: {servers: [{url: /new}], responses: {'200': {description: D}}}
                """);

        assertThat(operation(contract, "GET", "/live/v2/kites", null)).isEqualTo("get-kites");
        assertThat(operation(contract, "GET", "/v1/kites", null)).isEqualTo("get-kites");
        assertThat(operation(contract, "GET", "/boats", null)).isEqualTo("get-boats");
        assertThat(operation(contract, "POST", "/new/boats", null)).isEqualTo("post-boats");
        assertThat(operation(contract, "GET", "/kites", null)).isEqualTo("404");
        assertThat(contract.operations()).hasSize(3);
    }

    @Test
    void the_served_document_names_the_mock_below_the_path_of_each_list_of_servers() throws Exception {
        Contract contract = contract(
                """
                openapi: 3.0.4
                servers: [{url: 'https://kites.example/v1'}]
                paths: {/kites: {servers: [{url: /v2}], get: *any}}
                """);

        JsonNode served = Json.read(contract.servedJson("../.."));

        assertThat(served.at("/servers/0/url").textValue()).isEqualTo("../../v1");
        assertThat(served.at("/paths/~1kites/servers/0/url").textValue()).isEqualTo("../../v2");
    }

    @Test
    void a_query_or_a_fragment_in_a_path_tells_operations_apart() {
        Contract contract = contract(
                """
                openapi: 3.0.4
                paths:
                  /rest: {get: *any}
                  /rest?method=list: {get: *any}
                  /rest?method=add&v=2: {get: *any}
                  /#X-Target=Mail.Send: {post: *any}
                  /#X-Target=Mail.Drop: {post: *any}
                """);

        assertThat(operation(contract, "GET", "/rest", null)).isEqualTo("get-rest");
        assertThat(operation(contract, "GET", "/rest", "method=list")).isEqualTo("get-rest-method-list");
        assertThat(operation(contract, "GET", "/rest", "v=2&method=add")).isEqualTo("get-rest-method-add-v-2");
        assertThat(operation(contract, "POST", "/", null, "X-Target", "Mail.Drop"))
                .isEqualTo("post-X-Target-Mail-Drop");
        assertThat(operation(contract, "POST", "/", null)).isEqualTo("404");
    }

    @Test
    void paths_that_only_names_tell_apart_are_one_for_requests() {
        Contract contract =
                contract("openapi: 3.0.4\npaths: {'/kites/{id}': {get: *any}, '/kites/{name}': {delete: *any}}");

        assertThat(operation(contract, "GET", "/kites/7", null)).isEqualTo("get-kites-by-id");
        assertThat(operation(contract, "DELETE", "/kites/7", null)).isEqualTo("delete-kites-by-name");
    }

    @Test
    void webhooks_and_callbacks_are_read_and_lead_nowhere() {
        Contract contract = contract(
                """
                openapi: 3.1.1
                paths: {}
                webhooks: {landed: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/none'}}}}}}}
                """);

        assertThat(contract.operations()).isEmpty();
        assertThat(contract.findings()).extracting(Finding::kind).contains("broken-reference");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {type: string, nullable: true, enum: [a]}             | nullable-enum
            {nullable: true, allOf: [{$ref: '#/components/schemas/Kite'}]} | nullable-reference
            {nullable: true, $ref: '#/components/schemas/Kite'}   | nullable-reference
            {nullable: true, oneOf: [{type: string}]}             | nullable-reference""")
    void null_is_taken_where_its_author_meant_it_unless_the_letter_counts(String schema, String reading) {
        String document = body("3.0.4", schema);

        assertThat(violations(contract(document), "null")).isEmpty();
        assertThat(violations(contract(document, Reading.of(reading).orElseThrow()), "null"))
                .isNotEmpty();
    }

    @Test
    void null_beside_a_reference_is_a_choice_in_3_1() {
        String document = body("3.1.1", "{type: 'null', $ref: '#/components/schemas/Kite'}");

        assertThat(violations(contract(document), "null")).isEmpty();
        assertThat(violations(contract(document), "{}")).isEmpty();
        assertThat(violations(contract(document), "7")).isNotEmpty();
    }

    @Test
    void a_discriminator_decides_where_two_variants_fit() {
        String document = body("3.0.4", "{$ref: '#/components/schemas/Craft'}");
        Contract contract = contract(document);

        assertThat(violations(contract, "{\"kind\":\"kite\",\"sail\":7}")).isEmpty();
        assertThat(violations(contract, "{\"kind\":\"Boat\",\"sail\":\"red\"}")).isEmpty();
        assertThat(violations(contract, "{\"kind\":\"Boat\",\"sail\":7}")).isNotEmpty();
        assertThat(violations(contract, "{\"sail\":\"red\"}")).isEmpty();
        assertThat(violations(contract(document, Reading.VARIANT_NAME), "{\"kind\":\"kite\"}"))
                .isNotEmpty();
    }

    @Test
    void a_variant_is_named_by_the_constant_that_it_has_for_the_property() {
        Contract contract = contract(
                """
                openapi: 3.1.1
                paths:
                  /kites:
                    post:
                      requestBody:
                        content:
                          application/json:
                            schema:
                              oneOf: [{$ref: '#/components/schemas/Up'}, {$ref: '#/components/schemas/Down'}]
                              discriminator: {propertyName: way}
                      responses: {'204': {description: D}}
                components:
                  schemas:
                    Up: {type: object, properties: {way: {const: north}}}
                    Down: {type: object, required: [way], properties: {way: {enum: [south, below]}, far: {type: integer}}}
                """);

        assertThat(violations(contract, "{\"way\":\"north\"}")).isEmpty();
        assertThat(violations(contract, "{\"way\":\"below\",\"far\":1}")).isEmpty();
        assertThat(violations(contract, "{\"way\":\"below\",\"far\":\"x\"}"))
                .containsExactly("body /far must be an integer, was \"x\"");
        assertThat(violations(contract, "{\"way\":\"Up\"}")).isNotEmpty();
    }

    @Test
    void webhooks_and_callbacks_are_listed() {
        Contract contract = contract(
                """
                openapi: 3.1.1
                paths:
                  /kites:
                    post:
                      responses: {'204': {description: D}}
                      callbacks: {landed: {'{$request.body#/url}': {put: *any}}}
                webhooks: {lost: {post: *any}}
                """);

        assertThat(contract.webhooks()).extracting(OutgoingRequest::toString).containsExactly("webhook lost: POST");
        assertThat(contract("openapi: 3.0.4\npaths: {}\nx-webhooks: {lost: {post: *any}}\n")
                        .webhooks())
                .extracting(OutgoingRequest::toString)
                .containsExactly("webhook lost: POST");
        assertThat(contract.callbacks(contract.operations().get(0)))
                .extracting(OutgoingRequest::toString)
                .containsExactly("callback landed of POST /kites: PUT {$request.body#/url}");
    }

    @Test
    void a_bound_that_is_written_as_text_or_as_in_another_version_counts() {
        assertThat(violations(contract(body("3.0.4", "{type: string, minLength: '3'}")), "\"ab\""))
                .isNotEmpty();
        assertThat(violations(contract(body("3.0.4", "{type: integer, exclusiveMinimum: 3}")), "3"))
                .isNotEmpty();
        assertThat(violations(contract(body("3.1.1", "{type: integer, minimum: 3, exclusiveMinimum: true}")), "3"))
                .isNotEmpty();
    }

    @Test
    void a_pattern_that_nests_without_end_is_a_finding() {
        String pattern = "(".repeat(20_000) + ")".repeat(20_000);

        assertThat(contract(body("3.0.4", "{type: string, pattern: '" + pattern + "'}"))
                        .findings())
                .extracting(Finding::kind)
                .contains("pattern");
    }

    @Test
    void a_keyword_of_3_1_says_nothing_in_3_0() {
        assertThat(violations(contract(body("3.0.4", "{type: string, const: a}")), "\"b\""))
                .isEmpty();
    }

    @Test
    void a_request_need_not_have_what_is_read_only() {
        Contract contract = contract(body(
                "3.0.4",
                "{type: object, required: [id, name], properties: {id: {type: integer, readOnly: true}, name: {type:"
                        + " string}}}"));

        assertThat(violations(contract, "{\"name\":\"a\"}")).isEmpty();
        assertThat(violations(contract, "{\"id\":1}")).containsExactly("body /name must be given, was missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{allOf: [{properties: {id: {type: integer, readOnly: true}, name: {}}}, {required: [id, name]}]}",
                "{required: [id, name], allOf: [{properties: {id: {allOf: [{type: integer}, {readOnly: true}]}}}]}",
                "{oneOf: [{allOf: [{required: [id, name], properties: {id: {readOnly: true}}}]}]}"
            })
    void it_need_not_wherever_the_mark_and_the_requirement_stand_in_a_composition(String schema) {
        Contract contract = contract(body("3.0.4", schema));

        assertThat(violations(contract, "{\"name\":\"a\"}")).isEmpty();
        assertThat(violations(contract, "{\"id\":1}")).isNotEmpty();
    }

    @Test
    void a_parameter_with_a_default_may_be_left_out() {
        Contract contract = contract(
                """
                openapi: 3.0.4
                paths:
                  /kites:
                    get:
                      parameters: [{name: page, in: query, required: true, schema: {type: integer, default: 1}}]
                      responses: {'200': {description: D}}
                """);

        assertThat(operation(contract, "GET", "/kites", null)).isEqualTo("get-kites");
    }

    @Test
    void credentials_of_any_http_scheme_and_in_cookies_are_asked_for() {
        Contract contract = contract(
                """
                openapi: 3.0.4
                security: [{basic: []}, {sid: []}]
                paths: {/kites: {get: *any}}
                components:
                  securitySchemes: {basic: {type: http, scheme: basic}, sid: {type: apiKey, in: cookie, name: sid}}
                """);

        assertThat(operation(contract, "GET", "/kites", null)).isEqualTo("401");
        assertThat(operation(contract, "GET", "/kites", null, "Authorization", "Basic YTpi"))
                .isEqualTo("get-kites");
        assertThat(operation(contract, "GET", "/kites", null, "Cookie", "sid=7"))
                .isEqualTo("get-kites");
        assertThat(operation(contract, "GET", "/kites", null, "Authorization", "Bearer x"))
                .isEqualTo("401");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            swagger: '2.0'     | api.yaml:1:1: is Swagger 2.0, which is not read: convert it to OpenAPI 3
            openapi: 4.0.0     | api.yaml:1:1: must be OpenAPI 3.0, 3.1 or 3.2, was "4.0.0": convert it to one of these
            name: kite         | api.yaml:1:1: is no OpenAPI document: it has no key "openapi", but name
            []                 | api.yaml:1:1: must be an OpenAPI document, an object
            'a: b: c'          | api.yaml:1:5: is no YAML: mapping values are not allowed here
            '{"openapi": 3.1'  | api.yaml:1:16: is no JSON that we read: Unexpected end-of-input: expected close marker for Object""")
    void what_is_no_openapi_document_is_refused(String text, String fault) {
        assertThatThrownBy(() -> Documents.read("api.yaml", text.getBytes(UTF_8)))
                .isInstanceOf(ContractException.class)
                .hasMessageStartingWith(fault);
    }

    private static String body(String version, String schema) {
        return """
                openapi: VERSION
                paths:
                  /kites:
                    post:
                      operationId: flyKite
                      requestBody: {required: true, content: {application/json: {schema: SCHEMA}}}
                      responses: {'204': {description: D}}
                components:
                  schemas:
                    Craft:
                      oneOf: [{$ref: '#/components/schemas/Kite'}, {$ref: '#/components/schemas/Boat'}]
                      discriminator: {propertyName: kind}
                    Kite: {type: object, properties: {kind: {type: string}}}
                    Boat: {type: object, properties: {kind: {type: string}, sail: {type: string}}}
                """
                .replace("VERSION", version)
                .replace("SCHEMA", schema);
    }

    private static Contract contract(String yaml, Reading... letter) {
        String text = yaml.replace("*any", ANY);
        return Contract.brought(
                "harbour", Documents.read("harbour.yaml", text.getBytes(UTF_8)), Set.copyOf(Arrays.asList(letter)));
    }

    private static List<String> violations(Contract contract, String json) {
        var headers = Headers.of(Map.of("Content-Type", List.of("application/json")));
        Admission admission = contract.admit(new Request("POST", "/kites", null, headers, json.getBytes(UTF_8)));
        return Samples.messages(admission);
    }

    private static String operation(
            Contract contract, String method, String path, @Nullable String query, String... header) {
        var headers = header.length == 0 ? Headers.NONE : Headers.of(Map.of(header[0], List.of(header[1])));
        Admission admission = contract.admit(new Request(method, path, query, headers, Body.NONE));
        return admission instanceof Call call ? call.operationId() : Integer.toString(((Refusal) admission).status());
    }
}
