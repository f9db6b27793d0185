package dev.understudy.match;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.Call;
import dev.understudy.api.Headers;
import dev.understudy.api.Json;
import dev.understudy.api.Request;
import dev.understudy.api.Violation;
import dev.understudy.api.bytes.ByteText;
import dev.understudy.api.bytes.Bytes;
import dev.understudy.contract.Contract;
import dev.understudy.openapi.Documents;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallPatternTest {
    private static final Contract SHOP = contract("shop", "addOrder");
    private static final Contract KIOSK = contract("kiosk", "addOrder");

    private static Contract contract(String name, String operation) {
        return Contract.brought(
                name,
                Documents.read(
                        name + ".yaml",
                        """
                        openapi: 3.1.0
                        info: {title: Shop, version: '1'}
                        paths:
                          /orders/{id}:
                            post:
                              operationId: OPERATION
                              parameters:
                                - {name: id, in: path, required: true, schema: {type: integer}}
                                - {name: dry, in: query, schema: {type: boolean}}
                                - {name: page, in: query, schema: {type: integer, default: 1}}
                                - {name: X-Trace, in: header, schema: {type: string, maxLength: 3}}
                              requestBody:
                                required: true
                                content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
                              responses: {'204': {description: Added}}
                          /NAME:
                            get:
                              operationId: look
                              responses: {'204': {description: Seen}}
                        components:
                          schemas:
                            Order:
                              type: object
                              additionalProperties: false
                              required: [city]
                              properties:
                                city: {type: string}
                                total: {type: number}
                                state: {enum: [new, paid]}
                                note: {type: [string, 'null']}
                                lines: {type: array, items: {$ref: '#/components/schemas/Line'}}
                            Line: {type: object, properties: {sku: {type: string}}, additionalProperties: false}
                        """
                                .replace("OPERATION", operation)
                                .replace("NAME", name)
                                .getBytes(UTF_8)));
    }

    private static final String ORDER = "{city: 'Ghent', total: 1.50, lines: [{sku: 'a'}, {sku: 'b'}]}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    in: 'path', name: 'id', equals: 7
                    in: 'path', name: 'id', equals: 7.0
                    in: 'path', name: 'id', oneOf: [6, 7]
                    in: 'query', name: 'dry', present: false
                    in: 'header', name: 'x-trace', equals: 'abc'
                    in: 'body', pointer: '/total', equals: 1.5
                    in: 'body', pointer: '/lines/1', equals: {sku: 'b'}
                    in: 'body', pointer: '/lines', schema: {contains: {$ref: '#/$defs/a'}, $defs: {a: {properties: {sku: {const: 'a'}}}}}
                    in: 'body', pointer: '/city', schema: {pattern: '^Gh'}
                    in: 'body', pointer: '/note', present: false
                    in: 'body', pointer: '/city', schema: {enum: [3, 'Ghent']}
                    in: 'body', pointer: '/total', schema: {const: 1.50}
                    in: 'body', equals: {lines: [{sku: 'a'}, {sku: 'b'}], total: 1.5, city: 'Ghent'}
                    """)
    void a_call_whose_arguments_are_so_matches(String condition) throws Exception {
        CallPattern pattern = pattern("{api: 'shop', operation: 'addOrder', where: [{" + condition + "}]}");

        assertThat(pattern.differences(call("/orders/7", ORDER))).isEmpty();
        assertThat(pattern.matches(call("/orders/7", ORDER))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    in: 'path', name: 'id', equals: 8                 | path "id" must be 8, was 7
                    in: 'path', name: 'id', oneOf: [8, 9]             | path "id" must be one of 8, 9, was 7
                    in: 'query', name: 'dry', equals: true            | query "dry" must be true, was missing
                    in: 'query', name: 'dry', present: true           | query "dry" must be given, was missing
                    in: 'header', name: 'X-Trace', schema: {minLength: 4} | header "X-Trace" must have at least 4 characters, was "abc"
                    in: 'body', pointer: '/total', present: false     | body /total must be left out, was 1.50
                    in: 'body', pointer: '/lines', schema: {items: {required: ['id']}} | body /lines/0/id must be given, was missing; body /lines/1/id must be given, was missing
                    in: 'body', equals: {city: 'Lier', note: null, lines: [{sku: 'a'}]} | body /city must be "Lier", was "Ghent"; body /note must be null, was missing; body /lines/1 must be left out, was {"sku":"b"}; body /total must be left out, was 1.50
                    """)
    void a_call_whose_arguments_are_not_so_differs_pointer_by_pointer(String condition, String differences)
            throws Exception {
        CallPattern pattern = pattern("{api: 'shop', operation: 'addOrder', where: [{" + condition + "}]}");

        List<Violation> found = pattern.differences(call("/orders/7", ORDER));

        assertThat(found.stream().map(Violation::message).toList())
                .containsExactlyElementsOf(List.of(differences.split("; ")));
        assertThat(pattern.matches(call("/orders/7", ORDER))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    []                                                    | /call must be an object with an operation, was []
                    {operation: 7}                                        | /call/operation must be the operationId of an operation, was 7
                    {api: 'shop', operation: 'addOder'}                   | /call/operation must be one of addOrder, look, was "addOder"
                    {operation: 'addOrder'}                               | /call/api must be given, kiosk or shop, was missing
                    {api: 'shopp', operation: 'addOrder'}                 | /call/api must be one of kiosk, shop, was "shopp"
                    {api: 'shop', operation: 'look', wher: []}            | /call must have no key but api, operation, where (did you mean "where"?), was wher
                    {api: 'shop', operation: 'look', where: {}}           | /call/where must be a list of at most 100 conditions, was {}
                    {api: 'shop', operation: 'look', where: [1]}          | /call/where/0 must be an object that says what an argument must be, was 1
                    {api: 'shop', operation: 'look', where: [{in: 'body', equals: 1}]} | /call/where/0/in must be another place: look takes no body, was "body"
                    {in: 'qury', name: 'dry', equals: true}               | /call/where/0/in must be one of path, query, header, cookie, body, was "qury"
                    {in: 'query', name: 'dri', equals: true}              | /call/where/0/name must be one of dry, page, was "dri"
                    {in: 'query', name: 'id', equals: 1}                  | /call/where/0/in must be path, where addOrder has "id", was query
                    {in: 'cookie', name: 'sid', equals: 1}                | /call/where/0/name must be a parameter of addOrder, which has none in the cookie, was "sid"
                    {in: 'query', equals: true}                           | /call/where/0/name must be the name of a parameter, was missing
                    {in: 'query', name: 'dry'}                            | /call/where/0 must have one of equals, oneOf, schema, present, was none
                    {in: 'query', name: 'dry', equals: true, present: true} | /call/where/0 must have one of equals, oneOf, schema, present, was equals and present
                    {in: 'query', name: 'dry', equals: 'yes'}             | /call/where/0/equals must be a boolean, was "yes"
                    {in: 'query', name: 'dry', oneOf: []}                 | /call/where/0/oneOf must be a list of values, was []
                    {in: 'path', name: 'id', present: false}              | /call/where/0/present must be true: no call that keeps the contract leaves it out, was false
                    {in: 'query', name: 'dry', present: 1}                | /call/where/0/present must be true or false, was 1
                    {in: 'path', name: 'id', oneOf: [1, 1.5]}             | /call/where/0/oneOf/1 must be an integer, was 1.5
                    {in: 'query', name: 'page', present: false}           | /call/where/0/present must be true: no call that keeps the contract leaves it out, was false
                    {in: 'body', present: false}                          | /call/where/0/present must be true: no call that keeps the contract leaves it out, was false
                    {in: 'body', pointer: '/city', present: false}        | /call/where/0/present must be true: no call that keeps the contract leaves it out, was false
                    {in: 'body', schema: false}                           | /call/where/0/schema must be a schema that some value keeps, was false
                    {in: 'body', pointer: '/note', schema: {allOf: [false]}} | /call/where/0/schema must be a schema that some value keeps, was false
                    {in: 'body', pointer: '/city', schema: {const: 3}}    | /call/where/0/schema must admit a value of the contract, which is string, was one that it never keeps
                    {in: 'body', pointer: '/state', schema: {enum: ['old']}} | /call/where/0/schema must admit "new" or "paid", was one that it never keeps
                    {in: 'body', pointer: 'city', equals: 'x'}            | /call/where/0/pointer must be a JSON pointer (RFC 6901), such as /items/0/id, was "city"
                    {in: 'body', pointer: '/cty', equals: 'x'}            | /call/where/0/pointer must be one of city, total, state, note, lines, was "/cty"
                    {in: 'body', pointer: '/lines/0/sko', equals: 'x'}    | /call/where/0/pointer must be sku, was "/lines/0/sko"
                    {in: 'body', pointer: '/lines/first', equals: 'x'}    | /call/where/0/pointer must be the index of an item, such as 0, was "/lines/first"
                    {in: 'body', pointer: '/city/name', equals: 'x'}      | /call/where/0/pointer must end here: the value is string, was "/city/name"
                    {in: 'body', pointer: '/lines/0', equals: {sku: 1}}   | /call/where/0/equals/sku must be a string, was 1
                    {in: 'body', equals: {total: 1}}                      | /call/where/0/equals/city must be given, was missing
                    {in: 'body', pointer: '/city', schema: {type: 'integer'}} | /call/where/0/schema must be a schema of the type string, was one that it never keeps
                    {in: 'body', pointer: '/state', schema: {pattern: '^old'}} | /call/where/0/schema must admit "new" or "paid", was one that it never keeps
                    {in: 'body', schema: 7}                               | /call/where/0/schema must be a JSON Schema, an object, was 7
                    {in: 'body', nam: 1, present: true}                   | /call/where/0 must have no key but in, name, pointer, equals, oneOf, schema, present (did you mean "name"?), was nam
                    """)
    void a_pattern_that_no_call_can_match_is_refused_with_its_pointer(String pattern, String fault) throws Exception {
        String whole =
                pattern.startsWith("{in:") ? "{api: 'shop', operation: 'addOrder', where: [" + pattern + "]}" : pattern;

        var reading = CallPatterns.read(json(whole), "/call", List.of(SHOP, KIOSK));

        assertThat(reading)
                .isInstanceOfSatisfying(CallPatterns.Reading.Wrong.class, wrong -> assertThat(wrong.faults().stream()
                                .map(each -> each.pointer() + " " + each.demand())
                                .toList())
                        .containsExactly(fault));
    }

    @Test
    void a_schema_with_faults_is_refused_at_the_pointer_of_each() throws Exception {
        var reading = CallPatterns.read(
                json(
                        "{api: 'shop', operation: 'addOrder', where: [{in: 'body', schema: {properties: {a: {minimum: 'x'},"
                                + " b: {$ref: '#/$defs/c'}, d: {maxLenght: 3, format: 'eml', pattern: '('}}}}]}"),
                "",
                List.of(SHOP));

        assertThat(((CallPatterns.Reading.Wrong) reading).faults())
                .extracting(Violation::pointer)
                .containsExactly(
                        "/where/0/schema/properties/a/minimum",
                        "/where/0/schema/properties/b/$ref",
                        "/where/0/schema/properties/d/maxLenght",
                        "/where/0/schema/properties/d/format",
                        "/where/0/schema/properties/d/pattern");
        assertThat(((CallPatterns.Reading.Wrong) reading).faults().get(1).message())
                .isEqualTo("body /where/0/schema/properties/b/$ref must be a JSON Schema, was one with a fault:"
                        + " \"#/$defs/c\" does not exist: write the schema there, or correct the reference");
    }

    @Test
    void an_operation_that_one_api_alone_has_needs_no_api() throws Exception {
        Contract other = contract("other", "addOther");
        var reading = CallPatterns.read(json("{operation: 'addOther'}"), "", List.of(SHOP, other));

        CallPattern pattern = ((CallPatterns.Reading.Right) reading).pattern();
        assertThat(pattern.isOf("other", "addOther")).isTrue();
        assertThat(pattern.isOf("shop", "addOther")).isFalse();
        assertThat(pattern.asksBody()).isFalse();
    }

    @Test
    void an_uploaded_text_is_compared_by_its_characters() {
        ByteText text = ByteText.of(Bytes.of("abc".getBytes(UTF_8)));

        assertThat(new ValueTest.Equal(TextNode.valueOf("abc")).holds(text)).isTrue();
        assertThat(new ValueTest.Equal(TextNode.valueOf("abd")).holds(text)).isFalse();
    }

    @Test
    void a_list_between_commas_is_a_list() throws Exception {
        Contract tasks =
                Contract.read("tasks", "tasks.yaml", Files.readAllBytes(Path.of("specs/exante/work-tasks.yaml")));
        String pattern = "{operation: 'listWorkTasks', where: [{in: 'query', name: 'status', equals: VALUE}]}";

        assertThat(CallPatterns.read(json(pattern.replace("VALUE", "['todo']")), "", List.of(tasks)))
                .isInstanceOf(CallPatterns.Reading.Right.class);
        assertThat(CallPatterns.read(json(pattern.replace("VALUE", "'todo'")), "", List.of(tasks)))
                .isInstanceOf(CallPatterns.Reading.Wrong.class);
    }

    private static CallPattern pattern(String json) throws Exception {
        var reading = CallPatterns.read(json(json), "", List.of(SHOP));
        assertThat(reading).isInstanceOf(CallPatterns.Reading.Right.class);
        return ((CallPatterns.Reading.Right) reading).pattern();
    }

    private static Call call(String path, String body) throws Exception {
        var headers = Headers.of(Map.of("Content-Type", List.of("application/json"), "X-Trace", List.of("abc")));
        return (Call) SHOP.admit(new Request("POST", path, null, headers, Json.write(json(body))));
    }

    /** With keys as they are, and texts between single quotes. */
    private static JsonNode json(String text) throws Exception {
        String quoted = text.replaceAll("([{ ])([$a-zA-Z]+):", "$1\"$2\":").replace('\'', '"');
        return Json.read(quoted.getBytes(UTF_8));
    }
}
