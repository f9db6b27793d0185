package dev.understudy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Json;
import org.junit.jupiter.api.Test;

class FlatFormTest {
    @Test
    void a_choice_between_objects_is_one_object_that_requires_what_all_require() throws Exception {
        assertFlat(
                """
                Thing:
                  description: One or the other.
                  oneOf: [{$ref: '#/components/schemas/Full'}, {$ref: '#/components/schemas/Ids'}]
                Full:
                  type: object
                  additionalProperties: false
                  required: [ids, count, things]
                  properties:
                    ids: {description: All., type: array, items: {type: string}}
                    count: {type: integer}
                    things: {type: array, items: {type: number}}
                Ids:
                  type: object
                  additionalProperties: false
                  required: [count, ids]
                  properties:
                    ids: {type: array, x-decision: A-1, items: {type: string}}
                    count: {type: integer}
                """,
                """
                Thing:
                  description: One or the other.
                  type: object
                  additionalProperties: false
                  required: [ids, count]
                  properties:
                    ids: {description: All., type: array, items: {type: string}}
                    count: {type: integer}
                    things: {type: array, items: {type: number}}
                """);
    }

    @Test
    void the_values_of_a_discriminator_become_one_list() throws Exception {
        assertFlat(
                """
                Thing:
                  oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
                  discriminator: {propertyName: kind, mapping: {cat: Cat, dog: Dog}}
                Cat:
                  type: object
                  required: [kind]
                  properties: {kind: {$ref: '#/components/schemas/CatKind'}, lives: {type: integer}}
                CatKind: {type: string, enum: [cat]}
                Dog: {type: object, required: [kind, tail], properties: {kind: {type: string, enum: [dog]}, tail: {type: string}}}
                """,
                """
                Thing:
                  type: object
                  required: [kind]
                  properties:
                    kind: {type: string, enum: [cat, dog]}
                    lives: {type: integer}
                    tail: {type: string}
                """);
    }

    @Test
    void properties_that_differ_keep_only_what_they_share() throws Exception {
        assertFlat(
                """
                Thing:
                  type: object
                  nullable: true
                  required: [id]
                  properties: {id: {type: string}}
                  anyOf:
                    - {type: object, properties: {day: {type: string, format: date}, of: {type: string}, on: {type: array, items: {type: string}}}}
                    - {type: object, properties: {day: {type: string, nullable: true}, of: {type: integer, nullable: true}, on: {type: array, items: {type: number}}}}
                """,
                """
                Thing:
                  type: object
                  nullable: true
                  required: [id]
                  properties: {id: {type: string}, day: {type: string, nullable: true}, of: {}, on: {}}
                """);
    }

    @Test
    void a_choice_inside_a_variant_is_flat_too_and_one_between_other_values_stays() throws Exception {
        assertFlat(
                """
                Thing: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
                A:
                  type: object
                  properties:
                    a: {anyOf: [{type: object, properties: {x: {type: string}}}, {type: object, properties: {y: {type: string}}}]}
                B: {type: object, properties: {b: {oneOf: [{type: string}, {type: integer}]}}}
                """,
                """
                Thing:
                  type: object
                  properties:
                    a: {type: object, properties: {x: {type: string}, y: {type: string}}}
                    b: {oneOf: [{type: string}, {type: integer}]}
                """);
    }

    private static void assertFlat(String schemas, String flat) throws Exception {
        Contract contract = Samples.withBody(schemas);
        JsonNode before = Json.read(contract.servedJson(".."));

        assertThat(Json.read(contract.flatJson("..")))
                .isEqualTo(Json.read(Samples.withBody(flat).servedJson("..")));
        Contract again = Contract.read("n", "s.yaml", contract.flatYaml(".."));
        assertThat(Json.read(again.servedJson(".."))).isEqualTo(Json.read(contract.flatJson("..")));
        assertThat(Json.read(contract.servedJson(".."))).isEqualTo(before);
    }
}
