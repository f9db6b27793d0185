package dev.understudy.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoweringTest {
    private static final String THING = "/components/schemas/Thing";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            3.0.3 | {type: string, nullable: true}                     | {type: [string, 'null']}
            3.0.3 | {type: string, nullable: false}                    | {type: string}
            3.0.3 | {nullable: true, maxLength: 3}                     | {maxLength: 3}
            3.0.3 | {type: string, nullable: true, enum: [a]}          | {type: [string, 'null'], enum: [a]}
            3.0.3 | {type: string, nullable: true, enum: [a, null]}    | {type: [string, 'null'], enum: [a, null]}
            3.0.4 | {type: object, nullable: true, allOf: [{type: string, nullable: true}]} | {type: [object, 'null'], allOf: [{type: [string, 'null']}]}
            3.0.3 | {minimum: 1, exclusiveMinimum: true, maximum: 2}   | {exclusiveMinimum: 1, maximum: 2}
            3.0.3 | {maximum: 1, exclusiveMaximum: true}               | {exclusiveMaximum: 1}
            3.0.3 | {maximum: 1, exclusiveMaximum: false}              | {maximum: 1}
            3.0.3 | {exclusiveMaximum: true}                           | {}
            3.0.3 | {type: integer}                                    | {type: integer, x-no-fraction: true}
            3.0.0 | {type: integer, nullable: true}                    | {type: [integer, 'null'], x-no-fraction: true}
            3.0.4 | {type: integer}                                    | {type: integer}
            3.0.4 | {format: int32}                                    | {format: int32, minimum: -2147483648, maximum: 2147483647}
            3.1.1 | {type: [number, 'null'], format: int64, minimum: 1, maximum: 2} | {type: [integer, 'null'], format: int64, minimum: 1, maximum: 2}
            3.0.3 | {type: number, format: int32, minimum: 1, maximum: 2} | {type: integer, format: int32, minimum: 1, maximum: 2}
            3.0.4 | {format: int32, minimum: 5, maximum: 99999999999}  | {format: int32, minimum: 5, maximum: 2147483647}
            3.0.4 | {format: int64, minimum: 5, exclusiveMinimum: true} | {format: int64, exclusiveMinimum: 5, maximum: 9223372036854775807}
            3.0.3 | {maxLength: 4294967295}                            | {maxLength: 2147483647}
            3.0.3 | {example: 5}                                       | {examples: [5]}
            3.0.3 | {$ref: '#/components/schemas/Other', nullable: true, example: 5} | {$ref: '#/components/schemas/Other'}
            3.1.1 | {$ref: '#/components/schemas/Other', maxLength: 5} | {$ref: '#/components/schemas/Other', maxLength: 5}
            3.1.1 | {properties: {whole: {$ref: '#'}}}                 | {properties: {whole: {$ref: '#'}}}
            3.1.1 | {properties: {me: {$ref: '#here'}, it: {$anchor: here}}} | {properties: {me: {$ref: '#/components/schemas/Thing/properties/it'}, it: {}}}
            3.1.1 | {type: [integer, 'null'], exclusiveMinimum: 5}     | {type: [integer, 'null'], exclusiveMinimum: 5}
            3.1.1 | {if: {example: 5}, example: [6]}                   | {if: {examples: [5]}, examples: [[6]]}
            3.1.1 | {prefixItems: [true, {format: int32, minimum: 1}]} | {prefixItems: [true, {format: int32, minimum: 1, maximum: 2147483647}]}""")
    void a_schema_says_the_same_in_json_schema(String version, String written, String lowered) {
        assertThat(lowered(version, written).tree().at(THING)).isEqualTo(yaml(lowered));
    }

    @Test
    void examples_and_what_only_looks_like_a_schema_stay_as_they_are() {
        String schema = "{default: {example: 1, nullable: true}, properties: {example: {type: string}}}";

        assertThat(lowered("3.0.3", schema).tree().at(THING)).isEqualTo(yaml(schema));
    }

    @Test
    void a_discriminator_that_decides_is_spelled_out_where_values_are_judged() {
        String schema = "{oneOf: [{$ref: '#/components/schemas/Other'}], discriminator: {propertyName: kind}}";
        String branch =
                "{allOf: [{$ref: '#/components/schemas/Other'}, {required: [kind], properties: {kind: {enum: [Other]}}}]}";

        assertThat(lowered("3.0.3", schema).tree().at(THING)).isEqualTo(yaml(schema));
        assertThat(lowered("3.0.3", schema).judged().at(THING))
                .isEqualTo(yaml("{oneOf: [{$ref: '#/components/schemas/Other'}], anyOf: [" + branch + "]}"));
        assertThat(lowered("3.1.1", schema).judged().at(THING)).isEqualTo(yaml(schema));
    }

    @Test
    void the_document_stays_as_it_is_written() {
        String schema = "{type: integer, nullable: true, example: 5}";
        Lowered lowered = lowered("3.0.3", schema);

        assertThat(lowered.document().tree().at(THING)).isEqualTo(yaml(schema));
    }

    @ParameterizedTest
    @CsvSource({
        "/components/schemas/Thing/oneOf/0, /components/schemas/Thing/oneOf/0",
        "/components/schemas/Thing/anyOf/0/allOf/1/required, /components/schemas/Thing",
        "/components/schemas/Thing/examples/0, /components/schemas/Thing",
        "/components/schemas/Other/exclusiveMinimum, /components/schemas/Other/exclusiveMinimum"
    })
    void a_place_of_the_lowered_form_is_told_as_one_of_the_document(String lowered, String written) {
        String schema =
                "{oneOf: [{$ref: '#/components/schemas/Other'}], discriminator: {propertyName: kind}, example: 1}";

        assertThat(lowered("3.0.3", schema).written(lowered)).isEqualTo(written);
    }

    private static Lowered lowered(String version, String schema) {
        Document document = Document.read(
                "specs/sample/things.yaml",
                """
                openapi: %s
                info: {title: Things, version: '1'}
                paths: {}
                components:
                  schemas:
                    Thing: %s
                    Other: {minimum: 5, exclusiveMinimum: true}
                """
                        .formatted(version, schema)
                        .getBytes(UTF_8));
        return Lowering.of(document, Grammar.check(document));
    }

    private static JsonNode yaml(String text) {
        return Document.read("expected", text.getBytes(UTF_8)).tree();
    }
}
