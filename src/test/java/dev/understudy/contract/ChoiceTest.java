package dev.understudy.contract;

import static dev.understudy.contract.Requests.post;
import static dev.understudy.contract.Samples.messages;
import static dev.understudy.contract.Samples.withBody;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.openapi.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoiceTest {
    private static final String VARIANTS =
            """
            Active:
              type: object
              additionalProperties: false
              required: [filter, is_active]
              properties: {filter: {type: string, enum: [is_active]}, is_active: {type: boolean}}
            Updated:
              type: object
              additionalProperties: false
              required: [filter, value, operator]
              properties:
                filter: {type: string, enum: [last_updated]}
                value: {type: string, format: date}
                operator: {type: string, enum: [lt, gt]}
            """;

    private static final Contract DISCRIMINATED = withBody(
            """
            Thing:
              type: object
              properties:
                filters: {type: array, items: {$ref: '#/components/schemas/Filter'}}
            Filter:
              oneOf:
                - $ref: '#/components/schemas/Active'
                - $ref: '#/components/schemas/Updated'
              discriminator:
                propertyName: filter
                mapping: {is_active: '#/components/schemas/Active', last_updated: Updated}
            """
                    + VARIANTS);

    private static final Contract PLAIN = withBody(
            """
            Thing:
              oneOf:
                - $ref: '#/components/schemas/Active'
                - $ref: '#/components/schemas/Updated'
                - {type: string}
            """
                    + VARIANTS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"filter":"is_active","is_active":"x"} | /is_active must be a boolean, was "x"
            {"filter":"is_active"}                 | /is_active must be given, was missing
            {"filter":"is_actve","is_active":true} | /filter must be one of is_active, last_updated, was "is_actve"
            {"is_active":true}                     | /filter must be given, was missing
            {"filter":5}                           | /filter must be one of is_active, last_updated, was 5
            {"filter":"is_active","is_active":true,"is_activ":1} | /is_activ must be left out (did you mean "is_active"?), was 1
            7                                      | ` must be an object, was 7`
            null                                   | ` must be an object, was null`""")
    void a_discriminator_says_which_variant_was_meant(String filter, String message) {
        assertThat(messages(DISCRIMINATED.admit(post("{\"filters\":[" + filter + "]}"))))
                .containsExactly("body /filters/0" + message);
    }

    @Test
    void a_value_of_the_variant_that_it_names_passes() {
        assertThat(messages(DISCRIMINATED.admit(post("{\"filters\":[{\"filter\":\"is_active\",\"is_active\":true},"
                        + "{\"filter\":\"last_updated\",\"value\":\"2026-01-01\",\"operator\":\"lt\"}]}"))))
                .isEmpty();
    }

    @Test
    void a_value_must_fit_the_variant_that_it_names_and_no_other() {
        var contract = withBody(
                """
                Thing:
                  oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
                  discriminator: {propertyName: kind}
                Cat: {type: object, properties: {kind: {type: string}, lives: {type: integer}}}
                Dog: {type: object, required: [tail], properties: {kind: {type: string}, tail: {type: string}}}
                """);
        assertThat(messages(contract.admit(post("{\"kind\":\"Cat\",\"lives\":9}"))))
                .isEmpty();
        assertThat(messages(contract.admit(post("{\"kind\":\"Dog\",\"lives\":9}"))))
                .containsExactly("body /tail must be given, was missing");
        assertThat(messages(contract.admit(post("{\"kind\":\"Cow\"}"))))
                .containsExactly("body /kind must be one of Cat, Dog, was \"Cow\"");
        assertThat(messages(contract.admit(post("{\"kind\":\"Cat\",\"tail\":\"-\"}"))))
                .containsExactly("body must fit just one of Cat, Dog, was {\"kind\":\"Cat\",\"tail\":\"-\"}");
    }

    @Test
    void every_element_is_explained_by_its_own_variant() {
        var body =
                """
                {"filters":[
                  {"filter":"is_active","is_active":true},
                  {"filter":"last_updated","value":"x","operator":"like"},
                  {"filter":"is_active","is_active":1}]}""";
        assertThat(messages(DISCRIMINATED.admit(post(body))))
                .containsExactlyInAnyOrder(
                        "body /filters/1/operator must be one of lt, gt, was \"like\"",
                        "body /filters/1/value must be a date like 2026-04-01, was \"x\"",
                        "body /filters/2/is_active must be a boolean, was 1");
    }

    @Test
    void without_a_discriminator_the_variant_with_the_fewest_faults_is_explained() {
        assertThat(messages(PLAIN.admit(post("{\"filter\":\"is_active\",\"is_active\":1}"))))
                .containsExactly("body /is_active must be a boolean, was 1");
        assertThat(messages(PLAIN.admit(
                        post("{\"filter\":\"last_updated\",\"value\":\"2026-01-01\",\"operator\":\"eq\"}"))))
                .containsExactly("body /operator must be one of lt, gt, was \"eq\"");
    }

    @Test
    void a_value_that_is_of_no_variants_type_is_told_all_types() {
        assertThat(messages(PLAIN.admit(post("7")))).containsExactly("body must be an object or a string, was 7");
    }

    @Test
    void choices_inside_choices_are_explained() {
        var contract = withBody(
                """
                Thing:
                  anyOf:
                    - {type: string}
                    - type: object
                      properties: {oneOf: {oneOf: [{type: integer, maximum: 5}, {type: string}]}}
                """);
        assertThat(messages(contract.admit(post("{\"oneOf\":9}"))))
                .containsExactly("body /oneOf must be at most 5, was 9");
    }

    @Test
    void a_value_that_fits_two_variants_is_told_so() {
        var contract = withBody(
                """
                Thing: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
                A: {type: object, properties: {a: {type: string}}}
                B: {type: object, properties: {b: {type: string}}}
                """);
        assertThat(messages(contract.admit(post("{}")))).containsExactly("body must fit just one of A, B, was {}");
    }

    @Test
    void a_value_of_another_type_than_all_variants_of_a_brought_contract_is_told_the_type() {
        String document =
                """
                openapi: 3.0.3
                info: {title: Things, version: '1'}
                paths:
                  /things:
                    post:
                      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Filter'}}}}
                      responses: {'204': {description: Done}}
                components:
                  schemas:
                    Filter:
                      oneOf:
                        - $ref: '#/components/schemas/Active'
                        - $ref: '#/components/schemas/Updated'
                      discriminator: {propertyName: filter}
                """
                        + VARIANTS.indent(4);
        Contract contract = Contract.brought("things", Documents.read("things.yaml", document.getBytes(UTF_8)));

        assertThat(messages(contract.admit(post("7")))).containsExactly("body must be an object, was 7");
    }
}
