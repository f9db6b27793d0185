package dev.understudy.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.openapi.Document;
import dev.understudy.openapi.Grammar;
import dev.understudy.openapi.Lowering;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortableSchemaTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {type: [string, 'null'], const: a, examples: [a]}      | {type: [string, 'null'], const: a, examples: [a]}
            {type: number, exclusiveMinimum: 5}                    | {type: number, exclusiveMinimum: 5}
            {prefixItems: [{type: integer}, true], items: {type: string}} | {items: [{type: integer}, {}], additionalItems: {type: string}}
            {items: false}                                         | {items: false}
            {contains: {const: 1}}                                 | {contains: {const: 1}}
            {contains: {const: 1}, minContains: 0}                 | {}
            {patternProperties: {^a: {format: int32}}}             | {patternProperties: {^a: {minimum: -2147483648, maximum: 2147483647}}}
            {propertyNames: {maxLength: 3}, additionalProperties: false} | {propertyNames: {maxLength: 3}, additionalProperties: false}
            {dependentRequired: {a: [b]}, dependentSchemas: {c: {required: [d]}}} | {dependencies: {a: [b], c: {required: [d]}}}
            {if: {required: [a]}, then: false, else: true}         | {if: {required: [a]}, then: false, else: true}
            {anyOf: [false, {type: string}], not: {const: b}}      | {anyOf: [{not: {}}, {type: string}], not: {const: b}}
            {unevaluatedProperties: false, unevaluatedItems: false} | {}
            {$defs: {A: {type: string}}, $comment: C, xml: {name: x}, discriminator: {propertyName: a}, x-mine: 1} | {$comment: C}
            {$ref: '#/components/schemas/Other', maxLength: 3, allOf: [{minLength: 1}]} | {allOf: [{$ref: '#/definitions/Other'}, {minLength: 1}], maxLength: 3}""")
    void a_schema_is_told_in_the_words_of_draft_07(String schema, String expected) {
        Document document = Document.read(
                "specs/sample/things.yaml",
                "{openapi: 3.1.1, components: {schemas: {Thing: %s, Other: {type: string}}}}"
                        .formatted(schema)
                        .getBytes(UTF_8));
        var book = new DocumentSchemas(Lowering.of(document, Grammar.check(document)), true);

        JsonNode file = PortableSchema.ofFile(book, "/components/schemas/Thing", false);

        assertThat(file.at("/definitions/Thing")).isEqualTo(yaml(expected));
    }

    private static JsonNode yaml(String text) {
        return Document.read("expected", text.getBytes(UTF_8)).tree();
    }
}
