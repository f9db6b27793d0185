package dev.understudy.generate.values;

import static dev.understudy.generate.values.ValuesTest.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.generate.values.GenerationResult.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a value says, where its schema lets it say anything. */
class LikelyValuesTest {
    private static final String THING = "/components/schemas/Thing";
    private static final String CUSTOMER =
            """
            {type: object, required: [id, name], properties: {
              id: {type: integer}, name: {type: string}, email: {type: string, format: email},
              address: {type: object, properties: {
                street: {type: string}, city: {type: string}, state: {type: string}, countryCode: {type: string}}},
              price: {type: number}, createdAt: {type: string, format: date-time},
              updated_at: {type: string, format: date-time}, tags: {type: array, items: {type: string}}}}""";

    @Test
    void the_same_document_schema_and_seed_give_the_same_bytes_wherever_that_is() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(made(CUSTOMER, 1).toString())
                    .isEqualTo(
                            """
                            {"id":62632,"name":"Emma Andersson","email":"emma.andersson@example.com",\
                            "address":{"street":"96 Lake Street","city":"Copenhagen","state":"Capital Region",\
                            "countryCode":"DK"},"price":159.82,"createdAt":"2026-03-03T04:19:19Z",\
                            "updated_at":"2026-03-11T00:36:19Z","tags":["paper","summit","thunder"]}""");
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void another_seed_gives_another_value() {
        assertThat(made(CUSTOMER, 1)).isEqualTo(made(CUSTOMER, 1)).isNotEqualTo(made(CUSTOMER, 2));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            textBlock =
                    """
            first_name   | {type: string}                          | "[A-Z][a-z]+"
            email        | {type: string}                          | "[a-z]+[.][a-z]+@example[.]com"
            workEmail    | {type: string, format: email}           | "[a-z]+[.][a-z]+@example[.]com"
            phoneNumber  | {type: string}                          | "[+]\\d+ 555 01\\d\\d"
            homeCity     | {type: string}                          | "[A-Z][a-z]+"
            country      | {type: string}                          | "[A-Z][a-z A-Z]+"
            country      | {type: string, minLength: 2, maxLength: 2} | "[A-Z]{2}"
            country      | {type: string, pattern: '^[A-Z]{3}$'}   | "[A-Z]{3}"
            country_code | {type: string}                          | "[A-Z]{2}"
            currency     | {type: string, pattern: '^[A-Z]{3}$'}   | "[A-Z]{3}"
            photo        | {type: string, format: byte}            | "iVBORw0KGgo.*=="
            scanBase64   | {type: string, contentEncoding: base64} | "iVBORw0KGgo.*=="
            file         | {type: string, contentEncoding: base64, contentMediaType: application/pdf} | "JVBERi0.*"
            photo        | {type: string, contentEncoding: base64, contentMediaType: image/gif}       | "R0lGOD.*"
            photo        | {type: string, format: byte, maxLength: 12} | "[A-Za-z0-9+/]{12}"
            note         | {type: string, contentEncoding: base64} | "([A-Za-z0-9+/]{4})+"
            note         | {type: string, contentEncoding: BASE32} | "([A-Z2-7]{8})+"
            note         | {type: string, contentEncoding: base16} | "([0-9A-F]{2})+"
            signature    | {type: string, contentEncoding: base64url} | "[A-Za-z0-9_-]{43}"
            digest       | {type: string, format: byte}            | "[A-Za-z0-9+/]{43}="
            note         | {type: string, contentEncoding: quoted-printable} | "[A-Za-z0-9 ,.]+"
            url          | {type: string}                          | "https://example[.]com/[a-z]+/[a-z]+"
            avatarUrl    | {type: string, format: uri}             | "https://images[.]example[.]com/[a-z-]+[.]png"
            created_at   | {type: string}                          | "202[56]-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"
            dateOfBirth  | {type: string, format: date}            | "[12]\\d{3}-\\d\\d-\\d\\d"
            description  | {type: string}                          | "[A-Z][^.]+[.]"
            userId       | {type: string}                          | "[0-9a-f-]{36}"
            user_id      | {type: integer}                         | [1-9]\\d{0,4}
            price        | {type: number}                          | \\d{1,3}([.]\\d\\d?)?
            rating       | {type: number, minimum: 0, maximum: 1}  | [01]([.]\\d+)?
            latitude     | {type: number}                          | -?\\d\\d[.]\\d+
            age          | {type: integer, format: int32}          | \\d\\d
            whatever     | {type: integer, format: int64}          | \\d{1,4}
            whatever     | {type: string}                          | "[a-z]+ [a-z]+"
            emails       | {type: array, items: {type: string}}    | \\["\\S+@\\S+","\\S+@\\S+","\\S+@\\S+"\\]
            metadata     | {type: object, additionalProperties: {type: string}} | \\{"[a-z]+":"[a-z ]+","[a-z]+":"[a-z ]+"\\}""")
    void a_value_looks_like_what_its_name_and_format_say(String name, String schema, String expected) {
        for (long seed = 0; seed < 20; seed++) {
            JsonNode object = made("{type: object, properties: {%s: %s}}".formatted(name, schema), seed);
            assertThat(object.path(name).toString()).matches(expected);
        }
    }

    @Test
    void the_properties_of_one_object_agree() {
        JsonNode customer = made(CUSTOMER, 3);

        assertThat(customer.path("email").textValue())
                .startsWith(customer.path("name")
                        .textValue()
                        .toLowerCase(Locale.ROOT)
                        .replace(' ', '.'));
        assertThat(customer.path("updated_at").textValue())
                .isGreaterThan(customer.path("createdAt").textValue());
    }

    @Test
    void the_elements_of_a_list_differ() {
        JsonNode list = made("{type: array, items: %s}".formatted(CUSTOMER), 1);

        assertThat(list).hasSize(3);
        for (String name : List.of("id", "name", "email", "createdAt")) {
            Set<JsonNode> values = new HashSet<>();
            list.forEach(each -> values.add(each.path(name)));
            assertThat(values).as(name).hasSize(3);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            textBlock =
                    """
            {type: string, examples: [of the document]}                       | "of the document"
            {type: string, example: of the document}                          | "of the document"
            {type: string, default: d, examples: [e]}                         | "e"
            {type: integer, default: 4711}                                    | 4711
            {type: integer, default: 4711, examples: [none]}                  | 4711
            {enum: [a, b, c, d, e, f], default: e}                            | "e"
            {type: object, required: [a], properties: {a: {type: integer}}, example: {a: 3, b: 4}} | {"a":3,"b":4}
            {type: object, required: [a], properties: {a: {type: integer, example: 7}}, example: {b: 4}} | {"a":7}
            {allOf: [{type: object, example: {}}, {properties: {a: {const: 1}}}]} | {"a":1}
            {type: array, items: {type: integer}, example: [5]}               | [5]
            {oneOf: [{type: string, minLength: 4, example: abcd}, {type: 'null'}]} | "abcd"
            {type: [object, 'null'], properties: {a: {const: 1}}}             | {"a":1}""")
    void an_example_that_keeps_its_schema_wins(String schema, String expected) {
        assertThat(made(schema, 5).toString()).isEqualTo(expected);
    }

    @Test
    void in_a_list_only_the_first_is_the_example() {
        JsonNode list = made(
                """
                {type: array, items: {type: object, example: {id: 1, name: Ada, note: kept}, properties: {
                  id: {type: integer, example: 1}, name: {type: string, example: Ada}, note: {const: kept}}}}""",
                1);

        assertThat(list.path(0).toString()).isEqualTo("{\"id\":1,\"name\":\"Ada\",\"note\":\"kept\"}");
        assertThat(list.path(1).path("id")).isNotEqualTo(list.path(0).path("id"));
        assertThat(list.path(2).path("name")).isNotEqualTo(list.path(1).path("name"));
    }

    @Test
    void another_value_is_not_the_example() {
        var values = new Values(document("{type: object, example: {id: 1}, properties: {id: {type: integer}}}"));

        Set<GenerationResult> made = new HashSet<>();
        for (long seed = 0; seed < 10; seed++) {
            made.add(values.another(THING, seed, Direction.ANSWER));
        }
        assertThat(made).hasSize(10);
    }

    @ParameterizedTest(name = "{1} {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            textBlock =
                    """
            {type: object, required: [a, b], properties: {a: {const: 1, readOnly: true}, b: {const: 2}}} | REQUEST | {"b":2}
            {type: object, required: [a, b], properties: {a: {const: 1, readOnly: true}, b: {const: 2}}} | ANSWER | {"a":1,"b":2}
            {type: object, required: [a, b], properties: {a: {const: 1, writeOnly: true}, b: {const: 2}}} | ANSWER | {"b":2}
            {type: object, required: [a, b], properties: {a: {const: 1, writeOnly: true}, b: {const: 2}}} | REQUEST | {"a":1,"b":2}
            {type: object, required: [a], properties: {a: {$ref: '#/components/schemas/Secret'}, b: {const: 2}}} | ANSWER | {"b":2}
            {type: object, required: [a], properties: {a: {allOf: [{$ref: '#/components/schemas/Secret'}]}, b: {const: 2}}} | ANSWER | {"b":2}
            {type: object, allOf: [{required: [a]}, {properties: {a: {const: 1, writeOnly: true}, b: {const: 2}}}]} | ANSWER | {"b":2}
            {type: object, example: {a: 1, b: {c: 2, d: 3}}, properties: {a: {writeOnly: true}, b: {properties: {c: {writeOnly: true}, d: {}}}}} | ANSWER | {"b":{"d":3}}
            {type: array, example: [{a: 1, b: 2}], items: {properties: {a: {writeOnly: true}, b: {}}}} | ANSWER | [{"b":2}]""")
    void a_property_goes_only_its_way(String schema, Direction direction, String expected) {
        GenerationResult made = new Values(document(schema)).value(THING, 1, direction);

        assertThat(((Value) made).value().toString()).isEqualTo(expected);
    }

    @Test
    void a_discriminator_names_the_variant_that_was_made() {
        String schema =
                """
                {discriminator: {propertyName: kind, mapping: {a: '#/components/schemas/Thing/$defs/A'}},
                  anyOf: [{$ref: '#/components/schemas/Thing/$defs/A'}, {$ref: '#/components/schemas/Thing/$defs/B'}],
                  $defs: {A: {type: object, required: [kind], properties: {kind: {type: string}, x: {const: 1}}},
                    B: {type: object, required: [kind, y], properties: {kind: {type: string}, y: {const: 2}}}}}""";
        Set<String> made = new HashSet<>();
        for (long seed = 0; seed < 12; seed++) {
            made.add(made(schema, seed).toString());
        }
        assertThat(made).containsExactlyInAnyOrder("{\"kind\":\"a\",\"x\":1}", "{\"kind\":\"B\",\"y\":2}");
    }

    private static JsonNode made(String schema, long seed) {
        GenerationResult made = new Values(document(schema)).value(THING, seed, Direction.ANSWER);
        assertThat(made).isInstanceOf(Value.class);
        return ((Value) made).value();
    }
}
