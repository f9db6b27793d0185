package dev.understudy.mocks.anyspec.roles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.contract.Contract;
import dev.understudy.mocks.anyspec.roles.parameters.Envelope;
import dev.understudy.mocks.anyspec.roles.parameters.FieldUse;
import dev.understudy.mocks.anyspec.roles.parameters.ParameterUse;
import dev.understudy.openapi.Documents;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The habits by which documents write lists, one a line. */
class RecognitionTest {
    private static final String KITE =
            """
            {type: object, properties: {id: {type: string}, name: {type: string}, price: {type: number},
              color: {type: string}, tags: {type: array, items: {type: string}}, active: {type: boolean},
              created_at: {type: string, format: date-time}, updatedAt: {type: string, format: date-time},
              owner: {type: object, properties: {id: {type: integer}, harbour: {type: integer}}}, maker_id: {type: integer},
              sold_at: {type: [string, 'null'], format: date-time}, berth: {type: object, properties: {number: {type: integer}}},
              harbour: {type: object, properties: {id: {type: integer}}},
              sailors: {type: array, items: {type: object, properties: {id: {type: integer}, login: {type: string}}}}}}
            """;

    /** The document of one list of kites. */
    private static Recognition list(String parameters, String answer, String headers) {
        return read(
                """
                /kites:
                  get:
                    operationId: list
                    parameters: [%s]
                    responses:
                      '200': {description: Kites, headers: {%s}, content: {application/json: {schema: %s}}}
                """
                        .formatted(parameters, headers, answer));
    }

    private static Recognition read(String paths) {
        String document =
                """
                openapi: 3.1.0
                info: {title: Kites, version: '1'}
                paths:
                %s
                components:
                  schemas:
                    Kite: %s
                """
                        .formatted(paths.indent(2), KITE.strip().replace("\n", " "));
        return Recognition.of(Contract.brought("kites", Documents.read("kites.yaml", document.getBytes(UTF_8))));
    }

    private static Recognized one(Recognition recognition, String operationId) {
        return recognition.operation(operationId).orElseThrow();
    }

    private static final String ARRAY = "{type: array, items: {$ref: '#/components/schemas/Kite'}}";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    limit             | type: integer, default: 10, maximum: 50 | records a page, 10 unless given, at most 50
                    per_page          | type: integer                | records a page
                    pageSize          | type: integer                | records a page
                    PageSize          | type: integer                | records a page
                    pagelen           | type: integer                | records a page
                    page[size]        | type: integer                | records a page
                    maxResults        | type: integer                | records a page
                    $top              | type: integer                | records a page
                    size              | type: integer                | records a page
                    offset            | type: integer                | records before the page
                    $skip             | type: integer                | records before the page
                    startAt           | type: integer                | records before the page
                    page              | type: integer                | number of the page, from 1
                    page[number]      | type: integer, default: 0    | number of the page, from 0
                    pageToken         | type: string                 | the page begins after this one
                    next_token        | type: string                 | the page begins after this one
                    cursor            | type: string                 | the page begins after this one
                    startingAfter     | type: string                 | the page begins after this one
                    ending_before     | type: string                 | the page ends before this one
                    sort              | type: string                 | order by the properties that it names
                    sort_by           | "type: string, enum: [name, created]" | order by name, created
                    orderBy           | "type: string, enum: [-name, relevance]" | order by -name; no property is meant by relevance
                    sort_order        | "type: string, enum: [asc, desc]" | direction of the order; desc turns it around
                    desc              | type: boolean                | direction of the order; true turns it around
                    name              | type: string                 | /name is it, or one of several
                    Color             | type: string                 | /color is it, or one of several
                    colors            | "type: array, items: {type: string}" | /color is it, or one of several
                    filter[color]     | type: string                 | /color is it, or one of several
                    tag               | type: string                 | /tags is it, or one of several
                    ids               | "type: array, items: {type: string}" | /id is it, or one of several
                    kiteId            | type: string                 | /id is it, or one of several
                    owner             | type: integer                | /owner/id is it, or one of several
                    owner_id          | type: integer                | /owner/id is it, or one of several
                    maker             | type: integer                | /maker_id is it, or one of several
                    is_active         | type: boolean                | /active is it, or one of several
                    has_color         | type: boolean                | /color is there
                    min_price         | type: number                 | /price is at least that
                    price_to          | type: number                 | /price is at most that
                    price[gt]         | type: number                 | /price is greater
                    price__lt         | type: number                 | /price is less
                    color_ne          | type: string                 | /color is not it
                    color[in]         | "type: array, items: {type: string}" | /color is it, or one of several
                    name_contains     | type: string                 | /name has it inside
                    name_prefix       | type: string                 | /name begins with it
                    created_after     | type: string, format: date-time | /created_at is greater
                    createdBefore     | type: string, format: date   | /created_at is less
                    updated_since     | type: string, format: date   | /updatedAt is at least that
                    since             | type: string, format: date-time | /created_at is at least that
                    to_date           | type: string, format: date   | /created_at is at most that
                    price             | "type: object, properties: {gte: {type: number}, lt: {type: number}}" | gte: /price is at least that; lt: /price is less
                    filter            | "type: object, properties: {color: {type: string}}" | color: /color is it, or one of several
                    filter            | type: object                 | a key is a property that is it, or that compares as an end such as _gte says
                    sort_by           | type: object                 | order by the properties that its keys name, asc or desc
                    page              | type: object                 | number: number of the page, from 1; size: records a page
                    timeframe_start   | type: string, format: date   | /created_at is at least that
                    gt_owner_id       | type: integer                | /owner/id is greater
                    createds_before   | type: string, format: date   | /created_at is less
                    q                 | type: string                 | text in 4 properties
                    search            | type: string                 | text in 4 properties
                    fields            | type: string                 | other properties are left out where they may be
                    fields[kites]     | type: string                 | other properties are left out where they may be
                    api_key           | type: string                 | no effect: it is not about records
                    $filter           | type: string                 | a filter as OData has it, such as name eq 'red'
                    sailor            | type: string                 | /sailors/id or /sailors/login is it, or one of several
                    sailors           | "type: array, items: {type: string}" | /sailors/id or /sailors/login is it, or one of several
                    sailor            | type: integer                | /sailors/id is it, or one of several
                    sailor_ids        | "type: array, items: {type: integer}" | /sailors/id is it, or one of several
                    harbour           | type: integer                | /harbour/id is it, or one of several
                    berth             | type: string                 | not understood: no property of the records is called so
                    is_sold           | type: boolean                | /sold_at is there
                    sold              | type: boolean                | /sold_at is there
                    wind              | type: integer                | not understood: no property of the records is called so
                    """)
    void a_parameter_is_known_by_its_name_its_type_and_the_properties(String name, String schema, String use) {
        String parameter = "{name: '%s', in: query, schema: {%s}}".formatted(name, schema.replace("\"", ""));

        assertThat(one(list(parameter, ARRAY, ""), "list").uses())
                .extractingByKey(name)
                .extracting(ParameterUse::text)
                .isEqualTo(use);
    }

    @ParameterizedTest(name = "{0}, {1} beside {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    total             | type: integer | page       | TOTAL
                    '@odata.count'    | type: integer | $skip      | TOTAL
                    count             | type: integer | page       | TOTAL
                    totalPages        | type: integer | page       | PAGES
                    page              | type: integer | page       | PAGE
                    per_page          | type: integer | page       | LIMIT
                    offset            | type: integer | offset     | OFFSET
                    hasMore           | type: boolean | offset     | HAS_NEXT
                    last              | type: boolean | page       | IS_LAST
                    last              | type: string  | page       | LAST_URL
                    next              | type: string  | page       | NEXT_URL
                    next              | type: string  | cursor     | NEXT_TOKEN
                    next              | type: integer | page       | NEXT_PAGE
                    next              | type: integer | offset     | NEXT_OFFSET
                    nextPageToken     | type: string  | pageToken  | NEXT_TOKEN
                    '@odata.nextLink' | "type: string, format: uri" | $skip | NEXT_URL
                    previous          | "type: string, format: uri" | cursor | PREVIOUS_URL
                    links             | "type: object, properties: {next: {type: string}}" | cursor | NEXT_URL
                    _links            | "type: object, properties: {next: {type: object, properties: {href: {type: string}}}}" | page | NEXT_URL
                    meta              | "type: object, properties: {total: {type: integer}}" | page | TOTAL
                    """)
    void a_field_around_a_list_is_known_by_its_name_its_type_and_the_parameters(
            String name, String schema, String parameter, FieldUse use) {
        String envelope =
                "{type: object, properties: {items: %s, '%s': {%s}}}".formatted(ARRAY, name, schema.replace("\"", ""));
        String type = parameter.matches("cursor|pageToken") ? "string" : "integer";
        Role role = one(
                        list("{name: " + parameter + ", in: query, schema: {type: " + type + "}}", envelope, ""),
                        "list")
                .role();

        assertThat(((Role.Lists) role).envelope().fields())
                .extracting(Envelope.Field::use)
                .containsExactly(use);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    the whole answer       | ARRAY | ""
                    data                   | {type: object, properties: {data: ARRAY}} | /data
                    its own name           | {type: object, properties: {kites: ARRAY}} | /kites
                    HAL                    | {type: object, properties: {_embedded: {type: object, properties: {kites: ARRAY}}}} | /_embedded/kites
                    OData                  | {type: object, properties: {value: ARRAY}} | /value
                    nested                 | {type: object, properties: {response: {type: object, properties: {data: ARRAY}}}} | /response/data
                    beside JSON API's rest | {type: object, properties: {included: ARRAY, data: ARRAY}} | /data
                    """)
    void a_list_is_found_at_any_depth(String habit, String answer, String pointer) {
        Role role = one(list("", answer.replace("ARRAY", ARRAY), ""), "list").role();

        assertThat(((Role.Lists) role).envelope().pointer()).isEqualTo(pointer);
    }

    @Test
    void headers_are_known_by_their_names() {
        Role role = one(
                        list("", ARRAY, "Link: {schema: {type: string}}, x-total-count: {schema: {type: integer}}"),
                        "list")
                .role();

        assertThat(((Role.Lists) role).envelope().headers())
                .containsEntry("Link", FieldUse.LINKS)
                .containsEntry("x-total-count", FieldUse.TOTAL);
    }

    @Test
    void one_thing_with_a_list_inside_is_no_list() {
        String order = "{type: object, properties: {id: {type: string}, lines: " + ARRAY + "}}";

        assertThat(one(list("", order, ""), "list").role()).isInstanceOf(Role.Other.class);
    }

    private static String get(String path, String operationId, String schema) {
        String parameters = Pattern.compile("\\{(\\w+)}")
                .matcher(path)
                .results()
                .map(parameter ->
                        "{name: " + parameter.group(1) + ", in: path, required: true, schema: {type: string}}")
                .collect(joining(", "));
        return """
               %s:
                 get:
                   operationId: %s
                   parameters: [%s]
                   responses: {'200': {description: It, content: {application/json: {schema: %s}}}}
               """
                .formatted(path, operationId, parameters, schema);
    }

    private static final String ONE = "{$ref: '#/components/schemas/Kite'}";

    @Test
    void one_of_a_list_is_found_below_it_by_its_keys() {
        Recognition found = read(get("/kites.json", "list", ARRAY)
                + get("/kites/{kite_id}.json", "show", ONE)
                + get("/kites/{color}/{name}", "named", ONE)
                + get("/kites/search", "search", ARRAY)
                + get("/me", "me", ONE));

        assertThat(Explanation.lines(one(found, "show"))).containsExactly("one of kites; told apart by /id");
        assertThat(Explanation.lines(one(found, "named")))
                .containsExactly("one of kites; told apart by /color and /name");
        assertThat(Explanation.lines(one(found, "search")))
                .containsExactly("list of kites, which is the whole answer; told apart by /id");
        assertThat(one(found, "me").role()).isInstanceOf(Role.Other.class);
        assertThat(found.collections()).extracting(Collection::name).containsExactly("kites");
    }

    @Test
    void a_list_below_one_of_another_is_scoped_by_it() {
        Recognition found = read(get("/makers", "makers", ARRAY)
                + get("/makers/{id}", "maker", "{type: object, properties: {data: " + ONE + "}}")
                + get("/makers/{id}/kites", "kites", ARRAY)
                + get("/makers/{id}/kites/{kite}", "kite", ONE));

        assertThat(Explanation.lines(one(found, "maker"))).containsExactly("one of makers at /data; told apart by /id");
        assertThat(Explanation.lines(one(found, "kites")))
                .containsExactly(
                        "list of kites, which is the whole answer; told apart by /id; {id} is one of makers, as /maker_id says");
        assertThat(Explanation.lines(one(found, "kite")))
                .containsExactly("one of kites; told apart by /id; {id} is one of makers, as /maker_id says");
        assertThat(List.of(
                        found.collections().get(0).name(),
                        found.collections().get(1).name()))
                .containsExactly("makers", "kites");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    kites       | sail_token | one of kites; told apart by /id
                    kites       | username   | one of kites; told apart by username, which no property has
                    small-kites | kite       | one of small-kites; told apart by /id
                    """)
    void a_parameter_that_names_no_property_is_the_id_unless_it_says_otherwise(
            String path, String parameter, String said) {
        Recognition found = read(
                """
                /%1$s:
                  get:
                    operationId: list
                    responses: {'200': {description: Kites, content: {application/json: {schema: %3$s}}}}
                /%1$s/{%2$s}:
                  get:
                    operationId: show
                    parameters: [{name: %2$s, in: path, required: true, schema: {type: string}}]
                    responses: {'200': {description: One, content: {application/json: {schema: {$ref: '#/components/schemas/Kite'}}}}}
                """
                        .formatted(path, parameter, ARRAY));

        assertThat(Explanation.lines(one(found, "show"))).containsExactly(said);
    }
}
