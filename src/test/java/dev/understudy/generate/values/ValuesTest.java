package dev.understudy.generate.values;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Violation.Place;
import dev.understudy.generate.values.GenerationResult.Impossible;
import dev.understudy.generate.values.GenerationResult.Value;
import dev.understudy.openapi.Document;
import dev.understudy.openapi.Documents;
import dev.understudy.openapi.Grammar;
import dev.understudy.openapi.Lowered;
import dev.understudy.openapi.Lowering;
import dev.understudy.schema.DocumentSchemas;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    private static final String THING = "/components/schemas/Thing";
    private static final int SEEDS = 6;

    /** Schemas of contracts that no value keeps, and that mean that. */
    private static final Set<String> ADMITTING_NOTHING = Set.of(
            "/components/parameters/NoExternalVendor/schema",
            "/components/schemas/DeepNull/allOf/0/oneOf/1/anyOf/1",
            "/components/schemas/NotTrue/not");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            textBlock =
                    """
            {}
            true
            {type: string}
            {type: integer}
            {type: number}
            {type: boolean}
            {type: 'null'}
            {type: object}
            {type: array}
            {type: [string, 'null'], minLength: 3}
            {type: [integer, array], minItems: 2}
            {const: 1.50}
            {enum: [a, 1, null, {b: 2}]}
            {enum: [a, b, c], not: {enum: [a, b]}}
            {enum: [1, 2, 3], minimum: 2.5}
            {allOf: [{enum: [a, b]}, {enum: [b, c]}]}
            {type: string, minLength: 40}
            {type: string, maxLength: 0}
            {type: string, minLength: 7, maxLength: 7}
            {type: string, pattern: '^[a-z]{2,10}$', not: {pattern: '[a-v]'}}
            {type: string, pattern: '^[a-z]{2,10}$', not: {anyOf: [{pattern: '[a-v]'}, {pattern: '^.{0,4}$'}]}}
            {type: string, pattern: '^(aa?)+$', not: {minLength: 5}}
            {type: string, pattern: '^([a-z]+)+$', not: {pattern: '^[a-y]*$'}, maxLength: 3}
            {allOf: [{type: string, pattern: '^[a-z0-9-]+$'}, {pattern: '^[a-z].*[0-9]$'}, {pattern: '^.*-.*$'}]}
            {allOf: [{type: string, pattern: '^[0-9]{1,5}$'}, {pattern: '^[01]'}, {pattern: '7$'}], not: {pattern: '^0'}, minLength: 4}
            {allOf: [{type: string, pattern: '^[^aeiou]+$'}, {pattern: '^[a-z]{3}'}, {pattern: 'é$'}]}
            {type: string, format: date}
            {type: string, format: date-time}
            {type: string, format: time}
            {type: string, format: duration}
            {type: string, format: email}
            {type: string, format: email, maxLength: 8}
            {type: string, format: email, minLength: 100}
            {type: string, format: idn-email}
            {type: string, format: hostname}
            {type: string, format: hostname, maxLength: 6}
            {type: string, format: hostname, minLength: 90}
            {type: string, format: idn-hostname}
            {type: string, format: ipv4}
            {type: string, format: ipv6}
            {type: string, format: uri}
            {type: string, format: uri, maxLength: 12}
            {type: string, format: uri, minLength: 200}
            {type: string, format: uri-reference}
            {type: string, format: iri}
            {type: string, format: iri-reference}
            {type: string, format: uri-template}
            {type: string, format: uuid}
            {type: string, format: json-pointer}
            {type: string, format: relative-json-pointer}
            {type: string, format: regex}
            {type: string, format: byte, minLength: 9, maxLength: 12}
            {type: string, format: binary}
            {type: string, format: password, minLength: 30}
            {type: string, format: made-up}
            {type: string, pattern: '^[a-z]{3}-\\d+$'}
            {type: string, pattern: '^[A-Z]+$', minLength: 20, maxLength: 22}
            {type: string, pattern: '[0-9]', minLength: 30}
            {type: string, pattern: '^(?=.*[A-Z])(?=.*\\d)(?=.*[!?])[A-Za-z\\d!?]{8,}$'}
            {type: string, pattern: '^(?!admin)[a-z]{5}$'}
            {type: string, pattern: '^([a-z])\\1(?<x>\\d)\\k<x>$'}
            {type: string, pattern: '^\\p{Lu}\\p{Ll}+$'}
            {type: string, pattern: '^[^]a\\u0041\\x42\\cJ$'}
            {type: string, pattern: '^(?:a{1}b{0,2}){2,3}$', minLength: 9}
            {type: string, pattern: '^\\S+@\\S+\\.\\S+$', format: email}
            {type: string, pattern: '^2025-', format: date}
            {type: string, allOf: [{pattern: '^a'}, {pattern: 'z$'}], maxLength: 5}
            {type: string, pattern: '^.*$', not: {pattern: '^[a-m]'}}
            {type: string, pattern: '^[\\s\\S]{300}$'}
            {type: string, pattern: '^$'}
            {type: string, not: {minLength: 4}}
            {type: integer, minimum: 5, maximum: 5}
            {type: integer, exclusiveMinimum: 5, exclusiveMaximum: 7}
            {type: integer, multipleOf: 7, minimum: 50}
            {type: integer, multipleOf: 7, exclusiveMinimum: -49, exclusiveMaximum: -41}
            {type: number, multipleOf: 0.01, exclusiveMinimum: 0, maximum: 0.02}
            {type: number, multipleOf: 2.5, allOf: [{multipleOf: 1.5}], minimum: 1}
            {type: number, exclusiveMinimum: 0, exclusiveMaximum: 0.0001}
            {type: number, minimum: 1e20}
            {type: number, maximum: -1e20}
            {type: number, not: {type: integer}}
            {type: integer, format: int32}
            {type: integer, format: int64, minimum: 9223372036854775807}
            {type: number, format: double}
            {type: number, allOf: [{type: integer}], not: {multipleOf: 2}}
            {type: array, items: {type: string}, minItems: 5}
            {type: array, items: {type: string}, maxItems: 1}
            {type: array, items: {type: integer, minimum: 1, maximum: 4}, uniqueItems: true, minItems: 4}
            {type: array, items: {type: boolean}, uniqueItems: true}
            {type: array, items: {enum: [a, b, c]}, uniqueItems: true, minItems: 3}
            {type: array, items: {type: string, format: date-time}, uniqueItems: true, minItems: 3}
            {type: array, prefixItems: [{type: integer}, {type: string}], items: false}
            {type: array, prefixItems: [{type: integer}], items: {type: boolean}, minItems: 4}
            {type: array, prefixItems: [{type: integer}, {type: string}], maxItems: 1}
            {type: array, items: false}
            {type: array, contains: {const: x}, items: {type: string}}
            {type: array, contains: {minimum: 5}, minContains: 2, maxContains: 2, items: {type: integer}, minItems: 6}
            {type: array, prefixItems: [{const: 1}], contains: {const: 2}}
            {type: array, prefixItems: [{const: 1}, {const: 3}], contains: {const: 1}, items: false}
            {type: array, contains: {const: x}, minContains: 0, maxContains: 0, items: {enum: [x, y]}, minItems: 2}
            {type: array, prefixItems: [{type: string}], unevaluatedItems: {type: integer}, minItems: 3}
            {type: array, allOf: [{prefixItems: [{type: string}]}], unevaluatedItems: false}
            {type: object, required: [a, b], properties: {a: {type: string}}}
            {type: object, minProperties: 3}
            {type: object, minProperties: 2, properties: {a: {type: string}, b: {type: string}, c: {type: string}}, maxProperties: 2, required: [c]}
            {type: object, additionalProperties: {type: integer}}
            {type: object, additionalProperties: {type: integer}, minProperties: 10}
            {type: object, patternProperties: {'^x-': {type: integer}}, additionalProperties: false, minProperties: 2}
            {type: object, patternProperties: {'^a': {type: integer}, 'a$': {minimum: 3}}, required: [a], additionalProperties: false}
            {type: object, propertyNames: {pattern: '^[A-Z]{3}$'}, minProperties: 3}
            {type: object, propertyNames: {enum: [a, b]}, additionalProperties: {type: string}, minProperties: 2}
            {type: object, propertyNames: {maxLength: 2}, properties: {abc: {type: string}, ab: {type: string}}}
            {type: object, dependentRequired: {a: [b], b: [c]}, properties: {a: {type: string}}}
            {type: object, properties: {a: {type: string}}, dependentSchemas: {a: {required: [b], properties: {b: {type: integer}}}}}
            {type: object, properties: {a: {type: string}}, dependentSchemas: {a: false}}
            {type: object, required: [a], dependentSchemas: {a: {oneOf: [{required: [b]}, {required: [c]}]}}}
            {type: object, properties: {a: false, b: {type: string}}}
            {type: object, properties: {a: {type: string, minLength: 3, maxLength: 1}, b: {type: string}}}
            {if: {properties: {kind: {const: a}}, required: [kind]}, then: {required: [x]}, else: {required: [y]}, type: object, properties: {kind: {enum: [a, b]}}, required: [kind]}
            {type: integer, if: {minimum: 10}, then: {multipleOf: 10}, else: {multipleOf: 3}}
            {type: string, if: {maxLength: 3}, then: false}
            {type: string, if: {pattern: '^a'}, then: {pattern: 'z$'}, else: {minLength: 20}}
            {oneOf: [{type: string}, {type: integer}]}
            {oneOf: [{type: integer}, {type: number}]}
            {oneOf: [{type: integer}, {type: integer, minimum: 10}]}
            {oneOf: [{type: string, maxLength: 5}, {type: string}]}
            {type: object, properties: {a: {type: string}, b: {type: string}}, oneOf: [{required: [a]}, {required: [b]}]}
            {oneOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties: {a: {type: integer}}}]}
            {oneOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties: {b: {type: integer}}}]}
            {oneOf: [{type: object, required: [a], additionalProperties: false, properties: {a: {type: string}}}, {type: object, required: [a], properties: {a: {type: string}, b: {type: string}}}]}
            {anyOf: [{type: string, minLength: 5}, {type: 'null'}]}
            {anyOf: [{minimum: 3}, {type: integer, maximum: 1}], type: integer, not: {minimum: 2}}
            {allOf: [{oneOf: [{const: 1}, {const: 2}]}, {oneOf: [{const: 2}, {const: 3}]}]}
            {allOf: [{anyOf: [{const: 1}, {const: 2}, {const: 3}]}, {anyOf: [{const: 3}, {const: 4}]}]}
            {allOf: [{type: object, properties: {a: {minimum: 3}}}, {properties: {a: {type: integer, maximum: 3}}, required: [a]}]}
            {allOf: [{type: object, properties: {a: {type: string}}, additionalProperties: false}, {properties: {b: {type: string}}}]}
            {not: {type: string}}
            {not: {type: [string, object, array, 'null']}}
            {type: object, not: {required: [a]}, properties: {a: {type: string}, b: {type: string}}}
            {type: object, not: {properties: {a: {const: x}}}, properties: {a: {enum: [x, y]}}}
            {type: object, properties: {a: {}, b: {}}, not: {anyOf: [{required: [a]}, {required: [b]}]}}
            {not: {not: {const: 7}}, type: integer, minimum: 7, maximum: 8}
            {type: object, properties: {a: {type: string}}, unevaluatedProperties: false}
            {allOf: [{properties: {a: {type: string}}}], type: object, properties: {b: {type: string}}, unevaluatedProperties: false}
            {type: object, properties: {a: {type: string}}, unevaluatedProperties: {type: integer}, minProperties: 3}
            {oneOf: [{required: [a], properties: {a: {type: string}}}, {required: [b], properties: {b: {type: string}}}], type: object, unevaluatedProperties: false}
            {allOf: [{properties: {a: {type: string}}}, {type: object, properties: {b: {type: string}}, unevaluatedProperties: false}]}
            {type: object, properties: {me: {$ref: '#/components/schemas/Thing'}, name: {type: string}}}
            {type: object, required: [children], properties: {children: {type: array, items: {$ref: '#/components/schemas/Thing'}}}}
            {type: object, required: [next], properties: {next: {oneOf: [{$ref: '#/components/schemas/Thing'}, {type: 'null'}]}}}
            {type: object, required: [next], properties: {next: {anyOf: [{$ref: '#/components/schemas/Thing'}, {type: string}]}}}
            {oneOf: [{type: object, required: [left, right], properties: {left: {$ref: '#/components/schemas/Thing'}, right: {$ref: '#/components/schemas/Thing'}}}, {type: integer}]}
            {type: object, additionalProperties: {$ref: '#/components/schemas/Thing'}}
            {type: object, properties: {a: {$ref: '#/components/schemas/Thing'}}, minProperties: 1}
            {type: array, items: {$ref: '#/components/schemas/Thing'}}
            {$ref: '#/components/schemas/Other', minimum: 4, maximum: 4}
            {type: string, format: date, pattern: '^20', minLength: 10, maxLength: 10}""")
    void a_value_keeps_its_schema(String schema) {
        Lowered document = document(schema);
        var reference = new DocumentSchemas(document, false);
        var values = new Values(document);
        for (Direction direction : Direction.values()) {
            for (long seed = 0; seed < SEEDS; seed++) {
                GenerationResult made = values.value(THING, seed, direction);
                assertThat(made).as("seed %d", seed).isInstanceOf(Value.class);
                JsonNode value = ((Value) made).value();
                assertThat(reference.at(THING).violations(Place.RECORD, "", value))
                        .as(value.toString())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            textBlock =
                    """
            {type: string, pattern: '^(((a{100}){100}){100}){100}$'} | a text of the pattern is longer than is made | /components/schemas/Thing
            {type: string, pattern: '^(((a?){9999}){9999})b$', minLength: 2} | a text of the pattern is longer than is made | /components/schemas/Thing
            false                                                   | the schema false admits no value | /components/schemas/Thing
            {type: string, minLength: 5, maxLength: 3}              | minLength 5 is more than maxLength 3 | /components/schemas/Thing
            {type: integer, minimum: 5, maximum: 3}                 | the least number allowed, 5, is more than the greatest, 3 | /components/schemas/Thing
            {type: integer, exclusiveMinimum: 5, exclusiveMaximum: 6} | no number was found that keeps it | /components/schemas/Thing
            {allOf: [{type: string}, {type: integer}]}              | no type is left, as its schemas name different ones | /components/schemas/Thing
            {type: string, enum: [1, 2]}                            | none of the allowed values keeps the other keywords | /components/schemas/Thing
            {enum: [a], const: b}                                   | none of the allowed values keeps the other keywords | /components/schemas/Thing
            {type: string, pattern: '^a$', minLength: 3}            | no text was found that keeps it | /components/schemas/Thing
            {type: array, minItems: 4, maxItems: 2}                 | there must be at least 4 elements and at most 2 | /components/schemas/Thing
            {type: array, items: {type: boolean}, uniqueItems: true, minItems: 3} | there are not enough different values for 3 elements, which must be unique | /components/schemas/Thing
            {type: array, items: {type: string, minLength: 2, maxLength: 1}, minItems: 1} | minLength 2 is more than maxLength 1 | /components/schemas/Thing/items
            {type: object, required: [a], properties: {a: {type: string, minLength: 2, maxLength: 1}}} | minLength 2 is more than maxLength 1 | /components/schemas/Thing/properties/a
            {type: object, required: [a], additionalProperties: false} | the schema false admits no value | /components/schemas/Thing/additionalProperties
            {type: object, required: [me], properties: {me: {$ref: '#/components/schemas/Thing'}}} | a value of it must hold another one of it, without end | /components/schemas/Thing/properties/me
            {type: object, maxProperties: 1, required: [a, b]}      | must have at most 1 | /components/schemas/Thing
            {type: string, minLength: 1000000000}                   | minLength 1000000000 is more than is made | /components/schemas/Thing""")
    void an_impossible_schema_says_why_and_where(String schema, String why, String pointer) {
        GenerationResult made = new Values(document(schema)).value(THING, 1, Direction.ANSWER);

        assertThat(made).isInstanceOf(Impossible.class);
        assertThat(((Impossible) made).why()).contains(why);
        assertThat(((Impossible) made).pointer()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "specs/techwolf/task-profiles.yaml",
                "specs/techwolf/ai-goals.yaml",
                "specs/quant/ai-tasks.yaml",
                "specs/exante/work-tasks.yaml",
                "contracts/every-keyword.yaml",
                "contracts/every-keyword-2020-12.yaml"
            })
    void each_schema_of_a_contract_gets_a_value_that_the_validator_takes(String contract) throws IOException {
        Document document = Document.read(contract, bytes(contract));
        List<String> pointers = Grammar.check(document);
        Lowered lowered = Lowering.of(document, pointers);
        var reference = new DocumentSchemas(lowered, false);
        var values = new Values(lowered);
        for (String pointer : pointers) {
            GenerationResult made = values.value(pointer, pointer.length(), Direction.ANSWER);
            if (made instanceof Value value) {
                assertThat(reference.at(pointer).violations(Place.RECORD, "", value.value()))
                        .as("%s: %s", pointer, value)
                        .isEmpty();
            } else {
                assertThat(ADMITTING_NOTHING).as(made.toString()).contains(pointer);
            }
        }
    }

    @Test
    void a_value_has_a_bound_however_its_schemas_branch() {
        Lowered document =
                document("{type: object, properties: {%s}, additionalProperties: {$ref: '#/components/schemas/Thing'}}"
                        .formatted(IntStream.range(0, 40)
                                .mapToObj(i -> "p%d: {type: array, minItems: 2, items: {type: object, properties: {"
                                                .formatted(i)
                                        + "a: {type: array, items: {type: array, items: {type: array, items: {$ref:"
                                        + " '#/components/schemas/Thing/properties/p%d'}}}}}}}".formatted((i + 1) % 40))
                                .collect(joining(", "))));

        GenerationResult made = new Values(document).value(THING, 1, Direction.ANSWER);

        assertThat(((Value) made).value().toString()).hasSizeLessThan(20_000);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            textBlock =
                    """
            {type: object, required: [a], properties: {a: {nullable: true, oneOf: [{type: object, properties: {b: {type: string}}}, {type: object, properties: {b: {type: string}, c: {type: integer}}}, {type: string, enum: [x]}]}}} | false
            {type: object, required: [a], properties: {a: {nullable: true, allOf: [{type: string, minLength: 3}, {pattern: '^b'}]}}} | false
            {type: object, required: [a], properties: {a: {nullable: true, allOf: [{$ref: '#/components/schemas/Thing'}]}}} | true
            {type: object, required: [a], properties: {a: {nullable: true, allOf: [{type: string, minLength: 3, maxLength: 2}]}}} | true""")
    void null_that_only_a_reading_admits_is_made_where_there_is_nothing_else(String schema, boolean isNull) {
        String written =
                "{openapi: 3.0.3, info: {title: Things, version: '1'}, paths: {}, components: {schemas: {Thing: %s}}}";
        Document document =
                Documents.read("things.yaml", written.formatted(schema).getBytes(UTF_8));
        var values = new Values(Lowering.brought(document, Set.of()).answers());

        for (long seed = 0; seed < SEEDS; seed++) {
            JsonNode value = ((Value) values.value(THING, seed, Direction.ANSWER)).value();
            JsonNode last = value.path("a").isObject() && isNull ? value.at("/a/a/a") : value.path("a");
            assertThat(last.isNull()).as(value.toString()).isEqualTo(isNull);
        }
    }

    static Lowered document(String schema) {
        return lowered(
                "specs/sample/things.yaml",
                "{openapi: 3.1.1, components: {schemas: {Thing: %s, Other: {type: integer}, Secret: {writeOnly: true}}}}"
                        .formatted(schema));
    }

    private static byte[] bytes(String resource) throws IOException {
        try (InputStream in = ValuesTest.class.getResourceAsStream("/" + resource)) {
            return in.readAllBytes();
        }
    }

    private static Lowered lowered(String source, String yaml) {
        Document document = Document.read(source, yaml.getBytes(UTF_8));
        return Lowering.of(document, Grammar.check(document));
    }
}
