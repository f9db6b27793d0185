package dev.understudy.contract;

import static dev.understudy.contract.Samples.contract;
import static dev.understudy.contract.Samples.faults;
import static dev.understudy.contract.Samples.read;
import static dev.understudy.contract.Samples.withBody;
import static dev.understudy.contract.Samples.withParameters;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
    private static final String EMPTY = "{openapi: 3.0.3, info: {title: T, version: '1'}, paths: {}}";

    @Test
    void a_contract_knows_its_title_and_its_operations_in_the_order_of_the_file() {
        Contract contract = contract(
                """
                servers: [{url: 'https://things.example'}]
                paths:
                  /things/{id}:
                    get:
                      operationId: getThing
                      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                      responses: {'200': {description: A thing}}
                  /things:
                    get: {operationId: listThings, summary: All of them, responses: {'200': {description: Things}}}
                    post: {operationId: makeThing, responses: {'201': {description: Made}}}
                """);

        assertThat(contract.title()).isEqualTo("Things");
        assertThat(contract.servers()).containsExactly("https://things.example");
        assertThat(contract.operations())
                .extracting(Operation::toString)
                .containsExactly("GET /things/{id}", "GET /things", "POST /things");
        assertThat(contract.operations().get(1).summary()).isEqualTo("All of them");
    }

    @Test
    void a_contract_may_be_written_in_json() {
        assertThat(read("{\"openapi\":\"3.0.3\",\"info\":{\"title\":\"T\",\"version\":\"1\"},\"paths\":{}}")
                        .title())
                .isEqualTo("T");
    }

    @Test
    void a_byte_order_mark_before_yaml_does_not_matter() {
        assertThat(read("\uFEFF" + EMPTY).title()).isEqualTo("T");
    }

    @Test
    void an_unknown_keyword_is_named_with_its_place_and_the_one_that_was_meant() {
        assertThat(faults(() -> withBody("Thing:\n  type: object\n  propertis: {}")))
                .containsExactly("specs/sample/things.yaml:22:7: unknown key \"propertis\" of a schema: did you mean"
                        + " \"properties\"?");
    }

    @Test
    void all_faults_of_a_file_come_together_in_its_order() {
        assertThat(
                        faults(
                                () -> read(
                                        """
                        openapi: 3.1.0
                        info: {title: T}
                        paths:
                          things:
                            get:
                              responses: {'200': {description: D, content: {text/xml: {}}}}
                        """)))
                .containsExactly(
                        "specs/sample/things.yaml:1:1: must be OpenAPI 3.0, was \"3.1.0\": write openapi: 3.0.3",
                        "specs/sample/things.yaml:2:1: an info must have the key \"version\"",
                        "specs/sample/things.yaml:4:3: a path must begin with /, was \"things\"",
                        "specs/sample/things.yaml:5:5: an operation must have the key \"operationId\"",
                        "specs/sample/things.yaml:6:53: the media type \"text/xml\" is not supported: use application/json,"
                                + " one that ends with +json, text/plain, or one of bytes such as image/png");
    }

    @Test
    void a_reference_to_nothing_names_the_nearest_thing() {
        assertThat(faults(() -> withBody("Thing:\n  type: array\n  items: {$ref: '#/components/schemas/Thin'}")))
                .containsExactly(
                        "specs/sample/things.yaml:22:15: \"#/components/schemas/Thin\" is not in this file: did"
                                + " you mean \"#/components/schemas/Thing\"?");
    }

    @Test
    void a_reference_out_of_the_file_is_a_fault() {
        assertThat(faults(() -> withBody("Thing: {$ref: 'other.yaml#/Thing'}")))
                .singleElement()
                .asString()
                .endsWith("\"other.yaml#/Thing\" leads out of this file: copy what it names to #/components");
    }

    @Test
    void references_in_a_circle_are_a_fault() {
        assertThat(faults(() -> withBody(
                        "Thing: {$ref: '#/components/schemas/Other'}\nOther: {$ref: '#/components/schemas/Thing'}")))
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault).contains("leads back to itself"));
    }

    @Test
    void a_schema_may_contain_itself() {
        Contract contract = withBody(
                """
                Thing:
                  type: object
                  additionalProperties: false
                  properties:
                    parts: {type: array, items: {$ref: '#/components/schemas/Thing'}}
                """);

        assertThat(Samples.messages(contract.admit(Requests.post("{\"parts\":[{\"parts\":[{\"part\":1}]}]}"))))
                .containsExactly("body /parts/0/parts/0/part must be left out (did you mean \"parts\"?), was 1");
    }

    @Test
    void a_keyword_beside_a_reference_would_be_ignored_and_is_a_fault() {
        assertThat(
                        faults(
                                () -> withBody(
                                        """
                        Thing: {type: object, properties: {a: {$ref: '#/components/schemas/A', nullable: true}}}
                        A: {type: string}
                        """)))
                .singleElement()
                .asString()
                .endsWith("OpenAPI 3.0 ignores \"nullable\" beside $ref: move it to what is referred to");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {type: text}                               | "type" must be one of string, integer, number, boolean, object, array, was "text"
            {type: array}                              | an array must say what its "items" are
            {nullable: true}                           | OpenAPI 3.0.3 ignores "nullable" without "type" beside it: add the type
            {type: string, pattern: '(a'}              | "pattern" is no regular expression: Unclosed group
            {type: string, minLength: -1}              | "minLength" must be a count, was -1
            {type: number, maximum: '7'}               | "maximum" must be a number, was "7"
            {type: number, multipleOf: 0}              | "multipleOf" must be a number greater than 0, was 0
            {type: array, items: {type: string}, uniqueItems: 1} | "uniqueItems" must be true or false, was 1
            {type: number, exclusiveMaximum: true}     | "exclusiveMaximum" says nothing without "maximum" beside it
            {type: string, enum: []}                   | "enum" must be a list that is not empty, was []
            {type: object, required: true}             | "required" must be a list of names, was true
            {format: date}                             | the format "date" needs the type string, number or integer beside it
            {type: integer, format: int16}             | the format "int16" of the type integer is not supported: use double, float, int32 or int64, or a pattern
            {type: object, discriminator: {propertyName: a}} | a discriminator is supported beside either oneOf or anyOf: list the variants there
            {oneOf: [{type: object}], discriminator: {propertyName: a}} | beside a discriminator every variant must be a $ref to a schema of its own
            {type: object, required: [a], properties: {a: {type: string, readOnly: true}}} | "readOnly" on a required property is not supported: write two schemas, one for requests and one for answers
            {type: string, const: a}                   | unknown key "const" of a schema""")
    void a_schema_that_we_would_not_keep_to_the_letter_is_a_fault(String schema, String fault) {
        assertThat(faults(() -> withBody("Thing: " + schema)))
                .singleElement()
                .asString()
                .contains(fault.strip());
    }

    @Test
    void a_mapping_to_no_variant_is_a_fault() {
        assertThat(
                        faults(
                                () -> withBody(
                                        """
                        Thing: {oneOf: [{$ref: '#/components/schemas/A'}], discriminator: {propertyName: a, mapping: {b: B}}}
                        A: {type: object}
                        B: {type: object}
                        """)))
                .singleElement()
                .asString()
                .endsWith("\"B\" is not among the variants: #/components/schemas/A");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            []                                | must be an object, was []
            {/a: {get: 5}}                    | must be an object, the operation of OpenAPI 3.0.3, was 5
            {/a: {parameters: {}, get: {operationId: a, responses: {'200': {description: A}}}}} | must be a list, was {}""")
    void paths_of_another_shape_are_a_fault(String paths, String fault) {
        assertThat(faults(() -> contract("paths: " + paths)))
                .anySatisfy(text -> assertThat(text).endsWith(fault.strip()));
    }

    @Test
    void what_begins_with_x_among_the_paths_passes() {
        assertThat(faults(() -> contract("paths: {x-note: 5}"))).isEmpty();
    }

    @Test
    void a_count_of_zero_passes() {
        assertThat(faults(() -> withBody("Thing: {type: string, minLength: 0}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: string, description: D, example: E, deprecated: true, externalDocs: {url: U}, x-mine: 1}",
                "{type: string, xml: {name: n}, title: T, default: d}",
                "{type: object, properties: {x-key: {type: string}, $id: {type: string, readOnly: true}}}"
            })
    void what_only_documents_passes(String schema) {
        assertThat(faults(() -> withBody("Thing: " + schema))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            - {name: a, in: query, style: deepObject, schema: {type: string}}    | the style "deepObject" is not supported: use form
            - {name: a, in: query, style: pipeDelimited, schema: {type: string}} | the style "pipeDelimited" is not supported: use form
            - {name: a, in: query, schema: {type: object}}                       | a query parameter must have the type string, integer, number or boolean, or be an array of one of these
            - {name: a, in: cookie, schema: {type: array, items: {type: string}}} | a cookie parameter must have the type string, integer, number or boolean
            - {name: a, in: query, content: {application/json: {}}, schema: {}}  | "content" is not supported: give the parameter a schema instead
            - {name: a, in: query, x-comma-list: {schema: {type: array, items: {type: string}}, alias: b, of: c}, schema: {type: string}} | unknown key "of" of a comma list: supported are schema, alias
            - {name: a, in: query, allowEmptyValue: true, schema: {type: string}} | "allowEmptyValue" is not supported: use a string, or leave the parameter out of the query
            - {name: a, in: body, schema: {type: string}}                        | "in" must be path, query, header or cookie
            - {name: a, in: path, required: true, schema: {type: string}}        | the path /things has no {a}
            - {name: a, in: query, schema: {type: integer, maximum: 5, default: 9}} | the default must be at most 5, was 9
            - {name: 'a[]', in: query, x-alias-of: a, schema: {type: string}}    | no parameter "a" has an x-comma-list with the alias "a[]\"""")
    void a_parameter_that_we_could_not_read_is_a_fault(String parameter, String fault) {
        assertThat(faults(() -> withParameters(parameter)))
                .anySatisfy(text -> assertThat(text).endsWith(fault.strip()));
    }

    @Test
    void one_name_may_stand_in_two_places() {
        assertThat(
                        faults(
                                () -> withParameters(
                                        """
                        - {name: a, in: query, schema: {type: string}}
                        - {name: a, in: header, schema: {type: string}}
                        - {name: body, in: query, schema: {type: string}}
                        """)))
                .isEmpty();
    }

    @Test
    void an_operation_id_is_taken_once() {
        assertThat(
                        faults(
                                () -> contract(
                                        """
                        paths:
                          /a:
                            get: {operationId: a, responses: {'200': {description: A}}}
                            put: {operationId: a, responses: {'200': {description: A}}}
                        """)))
                .containsExactly("specs/sample/things.yaml:6:11: the operationId \"a\" is taken by /paths/~1a/get");
    }

    @Test
    void a_parameter_of_the_path_must_be_described() {
        assertThat(faults(() ->
                        contract("paths: {'/a/{id}': {get: {operationId: a, responses: {'200': {description: A}}}}}")))
                .singleElement()
                .asString()
                .endsWith("{id} of the path must be among the parameters, with in: path");
    }

    @Test
    void paths_that_only_names_tell_apart_are_a_fault() {
        assertThat(faults(() -> contract("paths: {'/a/{b}': {}, '/a/{c}': {}}")))
                .singleElement()
                .asString()
                .endsWith("cannot be told apart from another path: only the names of their parameters differ");
    }

    @Test
    void a_response_of_a_type_that_nobody_reads_is_a_fault_even_beside_json() {
        assertThat(faults(
                        () -> contract("paths: {/a: {get: {operationId: a, responses: {'200': {description: A, content:"
                                + " {application/json: {}, application/xml: {}}}}}}}")))
                .singleElement()
                .asString()
                .contains("\"application/xml\" is not supported: use application/json");
    }

    @Test
    void bytes_must_say_that_they_are() {
        assertThat(faults(
                        () -> contract("paths: {/a: {get: {operationId: a, responses: {'200': {description: A, content:"
                                + " {image/png: {schema: {type: object}}, text/csv: {}, image/gif: {}}}}}}}")))
                .singleElement()
                .asString()
                .endsWith("content of the type image/png must have a schema of type string and format binary");
    }

    @Test
    void a_server_with_a_path_would_be_ignored_and_is_a_fault() {
        assertThat(faults(() -> contract("servers: [{url: 'https://{t}.example/v1'}]\npaths: {}")))
                .singleElement()
                .asString()
                .endsWith("the path \"/v1\" of a server is not supported: begin every path with it");
        assertThat(faults(() -> contract("servers: [{url: '../v1'}, {url: ..v1}, {url: 'v1/..'}]\npaths: {}")))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", ".", "..", "../..", "../../", "https://example.org/", "https://example.org"})
    void a_server_whose_address_names_no_path_is_taken(String url) {
        assertThat(contract("servers: [{url: '" + url + "'}]\npaths: {}").servers())
                .containsExactly(url);
    }

    @Test
    void an_unknown_security_scheme_names_the_nearest() {
        assertThat(
                        faults(
                                () -> contract(
                                        """
                        paths:
                          /a: {get: {operationId: a, security: [{tokn: []}], responses: {'200': {description: A}}}}
                        components: {securitySchemes: {token: {type: http, scheme: bearer}}}
                        """)))
                .singleElement()
                .asString()
                .endsWith("no security scheme is named \"tokn\"; did you mean \"token\"?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{type: http, scheme: basic}", "{type: apiKey, in: cookie, name: c}"})
    void credentials_that_we_could_not_ask_for_are_a_fault(String scheme) {
        assertThat(faults(() -> contract("security: [{s: []}]\npaths: {/a: {get: {operationId: a, responses: {'200':"
                        + " {description: A}}}}}\ncomponents: {securitySchemes: {s: " + scheme + "}}")))
                .singleElement()
                .asString()
                .contains("this security scheme is not supported");
    }

    @Test
    void a_key_that_is_there_twice_is_a_fault_at_the_second() {
        assertThat(faults(() -> read("openapi: 3.0.3\nopenapi: 3.0.3")))
                .containsExactly("specs/sample/things.yaml:2:1: the key \"openapi\" is there twice");
    }

    @Test
    void broken_yaml_is_a_fault_at_its_place() {
        assertThat(faults(() -> read("openapi: [3")))
                .singleElement()
                .asString()
                .matches("specs/sample/things\\.yaml:1:12: is no YAML: \\w.+");
    }

    @Test
    void an_empty_file_is_a_fault() {
        assertThat(faults(() -> read("")))
                .containsExactly("specs/sample/things.yaml:1:1: is empty, must be an OpenAPI document");
    }

    @Test
    void a_list_is_no_contract() {
        assertThat(faults(() -> read("[1]")))
                .containsExactly("specs/sample/things.yaml:1:1: must be an OpenAPI document, an object");
    }

    @Test
    void bytes_that_are_not_utf_8_are_a_fault_at_their_place() {
        assertThat(faults(() -> Contract.read("n", "s.yaml", "a: b\nc: \u00e9".getBytes(ISO_8859_1))))
                .containsExactly("s.yaml:2:4: must be UTF-8, was byte 0xE9");
    }

    @Test
    void nesting_without_end_is_a_fault_not_a_crash() {
        assertThat(faults(() -> read("[".repeat(100_000)))).hasSize(1);
        assertThat(faults(() -> read("[".repeat(200) + "]".repeat(200))))
                .singleElement()
                .asString()
                .contains("nests deeper");
        assertThat(faults(() -> read("{a: ".repeat(200) + "1" + "}".repeat(200))))
                .singleElement()
                .asString()
                .contains("nests deeper");
    }

    @Test
    void aliases_that_unfold_without_end_are_a_fault_not_a_crash() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(3) + "*a" + (i - 1)));
        }
        assertThat(faults(() -> read(bomb.toString())))
                .singleElement()
                .asString()
                .contains("aliases unfolded");
        assertThat(faults(() -> read("a: &a [*a]"))).hasSize(1);
    }

    @Test
    void yaml_means_what_its_version_1_2_says() {
        Contract contract = contract(
                """
                paths:
                  /things:
                    get:
                      operationId: on
                      parameters:
                        - {name: no, in: query, schema: {type: string, enum: [yes, off, 2026-04-01], default: off}}
                      responses:
                        200: {description: Fine}
                """);

        assertThat(Samples.arguments(contract.admit(Requests.get("/things?no=2026-04-01"))))
                .isEqualTo("{\"no\":\"2026-04-01\"}");
        assertThat(Samples.arguments(contract.admit(Requests.get("/things")))).isEqualTo("{\"no\":\"off\"}");
    }

    @Test
    void a_number_that_json_cannot_hold_is_a_fault() {
        assertThat(faults(() -> read("a: .nan")))
                .containsExactly(
                        "specs/sample/things.yaml:1:4: \".nan\" is nothing that JSON can hold: put it in quotes");
        assertThat(faults(() -> Contract.read("n", "s.yaml", ("a: " + "9".repeat(2000)).getBytes(UTF_8))))
                .hasSize(1);
    }
}
