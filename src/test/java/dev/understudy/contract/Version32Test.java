package dev.understudy.contract;

import static dev.understudy.contract.Requests.request;
import static dev.understudy.contract.Samples.arguments;
import static dev.understudy.contract.Samples.messages;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Request;
import dev.understudy.openapi.Documents;
import dev.understudy.openapi.source.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What OpenAPI 3.2 adds: each key is read and served. */
class Version32Test {
    private static final Contract HARBOUR = contract(
            """
            openapi: 3.2.0
            $self: https://harbour.example/apis/harbour.yaml
            info: {title: Harbour, version: '1'}
            servers: [{url: /h, name: main}]
            tags: [{name: sea, summary: The sea, kind: nav}, {name: tide, parent: sea, kind: badge}]
            paths:
              /tides:
                query:
                  operationId: askTides
                  tags: [tide]
                  requestBody: {content: {application/json: {$ref: '#/components/mediaTypes/Question'}}}
                  responses: {'200': {summary: Here, content: {application/json: {$ref: '#/components/mediaTypes/Question'}}}}
                additionalOperations:
                  COPY: {operationId: copyTides, responses: {'204': {description: Copied}}}
                get:
                  operationId: byForm
                  parameters:
                    - name: q
                      in: querystring
                      required: true
                      content:
                        application/x-www-form-urlencoded:
                          schema: {type: object, required: [pier], properties: {pier: {type: integer}, at: {type: array, items: {type: string}}}}
                          encoding: {at: {style: pipeDelimited, explode: false}}
                  responses:
                    '200':
                      content:
                        application/json:
                          examples:
                            data: {dataValue: {level: 3}, serializedValue: '{"level":4}'}
                            text: {serializedValue: '{"level":5}'}
                      headers:
                        X-Tide: {schema: {type: string}, examples: {text: {serializedValue: high}}}
              /berths:
                get:
                  operationId: byJson
                  security: [{'#/components/securitySchemes/device': []}, {'https://harbour.example/apis/harbour.yaml#/components/securitySchemes/key': []}]
                  parameters:
                    - {name: q, in: querystring, content: {application/json: {schema: {type: object, required: [north]}}}}
                    - {name: crew, in: cookie, style: cookie, schema: {type: array, items: {type: string}}}
                  responses: {'204': {description: D}}
                put:
                  operationId: moor
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Boat'}}}}
                  responses: {'200': {description: D, content: {application/json: {schema: {$ref: 'https://harbour.example/apis/harbour.yaml#/components/schemas/Boat'}}}}}
            components:
              mediaTypes:
                Question: {schema: {type: object, required: [at], properties: {at: {type: integer}}}, example: {at: 1}}
              securitySchemes:
                key: {type: apiKey, in: query, name: pass}
                device:
                  type: oauth2
                  deprecated: true
                  oauth2MetadataUrl: https://harbour.example/.well-known/oauth-authorization-server
                  flows: {deviceAuthorization: {deviceAuthorizationUrl: https://harbour.example/d, tokenUrl: https://harbour.example/t, scopes: {moor: D}}}
              schemas:
                Boat:
                  oneOf: [{$ref: '#/components/schemas/Sail'}, {$ref: '#/components/schemas/Hull'}]
                  discriminator: {propertyName: kind, mapping: {sail: Sail}, defaultMapping: Hull}
                Sail: {type: object, required: [masts], properties: {kind: {type: string}, masts: {type: integer}}}
                Hull: {type: object, required: [length], properties: {kind: {type: string}, length: {type: integer}, masts: {type: string}}}
            """);

    private static final String JSON = "Content-Type: application/json";

    private static Contract contract(String yaml) {
        return Contract.brought("harbour", Documents.read("harbour.yaml", yaml.getBytes(UTF_8)));
    }

    private static Request asked(String method, String target, String body, String... headers) {
        return request(method, "/h" + target, body.getBytes(UTF_8), headers);
    }

    private static Operation operation(String name) {
        return HARBOUR.operations().stream()
                .filter(each -> each.operationId().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nothing_of_it_is_found_fault_with() {
        assertThat(HARBOUR.findings()).isEmpty();
        assertThat(HARBOUR.scopes()).contains("moor");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            /tides  | pier=2&at=a%7Cb   | {"q":{"pier":2,"at":["a","b"]}}
            /tides  | pier=x            | refused: [query "q" /pier must be an integer, was "x"]
            /tides  | at=a              | refused: [query "q" /pier must be given, was missing]
            /tides  | ''                | refused: [query "q" must be given, was missing]
            /berths | ''                | {}
            /berths | pass=1&%7B%22north%22:1%7D | {"q":{"north":1}}
            /berths | %7B%7D            | refused: [query "q" /north must be given, was missing]
            /berths | %7B               | refused: [query "q" must be whole, was cut off here]""")
    void a_whole_query_is_one_value(String path, String query, String read) {
        assertThat(arguments(HARBOUR.admit(asked("GET", path + "?" + query, "", "Authorization: Bearer demo"))))
                .startsWith(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{name: a, in: query, schema: {}}, {name: q, in: querystring, content: {text/plain: {}}}",
                "{name: a, in: querystring, content: {text/plain: {}}}, {name: q, in: querystring, content: {text/plain: {}}}",
                "{name: q, in: querystring, schema: {type: string}}"
            })
    void a_whole_query_stands_alone_and_has_content(String parameters) {
        Contract contract = contract("openapi: 3.2.0\ninfo: {title: T, version: '1'}\npaths: {/a: {get: {parameters: ["
                + parameters + "], responses: {'200': {}}}}}\n");

        assertThat(contract.findings()).extracting(Finding::kind).contains("parameter-querystring");
    }

    @Test
    void methods_without_a_key_of_their_own_are_operations() {
        assertThat(HARBOUR.routes().get(0).methods()).containsExactly("GET", "QUERY", "COPY");
        assertThat(messages(HARBOUR.admit(asked("QUERY", "/tides", "{}", JSON))))
                .containsExactly("body /at must be given, was missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"post", "POST", "'a b'"})
    void a_method_that_has_a_key_or_cannot_be_one_is_a_fault(String method) {
        Contract contract =
                contract("openapi: 3.2.0\ninfo: {title: T, version: '1'}\npaths: {/a: {additionalOperations: {" + method
                        + ": {responses: {'200': {}}}}}}\n");

        assertThat(contract.findings()).extracting(Finding::kind).containsExactly("additional-operation");
        assertThat(contract.operations()).isEmpty();
    }

    @Test
    void an_example_is_its_data_or_else_what_is_sent() {
        Answer answer = operation("byForm").success().orElseThrow().answer();

        assertThat(answer.contents().get(0).examples())
                .extracting(example -> example.name() + example.value())
                .containsExactly("data{\"level\":3}", "text{\"level\":5}");
        assertThat(HARBOUR.examples(answer.headers().get(0)))
                .extracting(example -> example.value().textValue())
                .containsExactly("high");
    }

    @Test
    void a_media_type_may_be_a_reference() {
        Answer answer = operation("askTides").success().orElseThrow().answer();

        assertThat(Objects.requireNonNull(answer.contents().get(0).check()).pointer())
                .isEqualTo("/components/mediaTypes/Question/schema");
    }

    @Test
    void a_requirement_may_be_the_address_of_a_scheme() {
        assertThat(messages(HARBOUR.admit(asked("GET", "/berths", ""))))
                .containsExactly("header \"Authorization\" must be \"Bearer\" and a token, was missing");
        assertThat(arguments(HARBOUR.admit(asked("GET", "/berths?pass=1", "")))).isEqualTo("{}");
    }

    @Test
    void a_cookie_of_the_style_cookie_is_taken_as_it_is() {
        assertThat(arguments(HARBOUR.admit(
                        asked("GET", "/berths", "", "Authorization: Bearer demo", "Cookie: crew=a%20b; crew=c+d"))))
                .isEqualTo("{\"crew\":[\"a%20b\",\"c+d\"]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"kind":"sail","masts":1}  | ''
            {"kind":"sail","length":1} | body /masts must be given, was missing
            {"kind":"raft","length":1} | ''
            {"length":1}               | ''
            {"kind":"raft","masts":1}  | body /length must be given, was missing""")
    void an_object_that_names_no_variant_is_the_default_one(String body, String message) {
        List<String> wanted = message.isEmpty() ? List.of() : Arrays.asList(message);
        assertThat(messages(HARBOUR.admit(asked("PUT", "/berths", body, JSON))))
                .containsAll(wanted)
                .hasSizeLessThanOrEqualTo(2 * wanted.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            [{name: tide, parent: sea}]                            | no tag is named "sea"
            [{name: tide, parent: sea}, {name: sea, parent: tide}] | the tag "tide" leads through its parents in a circle""")
    void a_tag_without_its_parent_is_told(String tags, String message) {
        Contract contract = contract("openapi: 3.2.0\ninfo: {title: T, version: '1'}\npaths: {}\ntags: " + tags + "\n");

        assertThat(contract.findings().get(0).message()).isEqualTo(message);
    }
}
