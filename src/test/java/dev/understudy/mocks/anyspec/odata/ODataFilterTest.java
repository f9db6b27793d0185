package dev.understudy.mocks.anyspec.odata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.contract.Contract;
import dev.understudy.mocks.anyspec.changes.Mocked;
import dev.understudy.mocks.anyspec.changes.Mocked.MockReply;
import dev.understudy.openapi.Documents;
import java.net.URLEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ODataFilterTest {
    private static final String SHIPS =
            """
            openapi: 3.1.0
            info: {title: Ships, version: '1'}
            paths:
              /ships:
                get:
                  parameters:
                    - {name: $filter, in: query, schema: {type: string}, example: name is Bo}
                    - {name: $orderby, in: query, schema: {type: string}}
                    - {name: $top, in: query, schema: {type: integer}}
                  responses:
                    '200':
                      description: D
                      content:
                        application/json:
                          schema:
                            type: object
                            properties: {value: {type: array, items: {$ref: '#/components/schemas/Ship'}}}
                          example:
                            value:
                              - {id: 1, name: 'O''Neill', draught: 4.5, built: '2020-05-01', seen: '2026-03-01T12:00:00+02:00',
                                 sail: true, home: {port: Oslo}, key: 0868DA90-4c56-45b1-9457-5392d9aedb18, code: '10', flags: [a],
                                 price: '5.00', launched_at: 1772366400, note: Oslo}
                              - {id: 2, name: Bo, draught: 12, built: '2021-01-01', seen: '2026-03-01T12:00:00Z',
                                 sail: false, home: {port: Bergen}, code: '9', flags: [b], price: '40', launched_at: 1772409600}
                              - {id: 3, name: 'a,b'}
            components:
              schemas:
                Ship:
                  type: object
                  required: [id, name]
                  properties:
                    id: {type: integer}
                    name: {type: string}
                    draught: {type: [number, 'null']}
                    built: {type: string, format: date}
                    seen: {type: string, format: date-time}
                    sail: {type: boolean}
                    home: {type: object, properties: {port: {type: string}}}
                    key: {type: string, format: uuid}
                    code: {type: string}
                    flags: {type: array, items: {type: string}}
                    more: {type: object}
                    price: {type: string, format: decimal}
                    launched_at: {type: integer}
                    work: {type: object, properties: {port: {type: string}}}
                    note: {type: string}
            """;

    private final Mocked mock = new Mocked(Contract.brought("t", Documents.read("t.yaml", SHIPS.getBytes(UTF_8))));

    private MockReply ships(String filter) {
        return mock.call("GET", "/ships?%24filter=" + URLEncoder.encode(filter, UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    name eq 'Bo'                                    | 2
                    name eq 'bo'                                    |
                    name eq 'O''Neill'                              | 1
                    name eq 'a,b'                                   | 3
                    'Bo' eq name                                    | 2
                    draught gt 4.5                                  | 2
                    4.5 lt draught                                  | 2
                    draught ge 4.50 and draught le 12               | 1 2
                    draught ne 12                                   | 1 3
                    draught eq null                                 | 3
                    draught ne null                                 | 1 2
                    not (draught gt 5)                              | 1 3
                    not contains(code,'1')                          | 2
                    draught gt -1e2                                 | 1 2
                    draught gt +5                                   | 2
                    seen ge 2026-03-01t12:00:00z                    | 2
                    id eq 1 or id eq 2 and name eq 'x'              | 1
                    (id eq 1 or id eq 2) and sail eq false          | 2
                    sail                                            | 1
                    not sail                                        | 2
                    sail and draught lt 5                           | 1
                    id in (1, 3)                                    | 1 3
                    name in ('Bo','a,b') and not (id in (3))        | 2
                    contains(name,'e')                              | 1
                    contains(name,'E')                              |
                    contains(tolower(name),'o''n')                  | 1
                    startswith(name,'B') or endswith(name,'b')      | 2 3
                    toupper(home/port) eq 'OSLO'                    | 1
                    home/port eq 'Bergen'                           | 2
                    home eq null                                    | 3
                    key eq 0868da90-4c56-45b1-9457-5392d9aedb18     | 1
                    built ge 2021-01-01                             | 2
                    built eq 2020-05-01                             | 1
                    seen eq 2026-03-01T10:00:00Z                    | 1
                    seen ge 2026-03-01T11:00:00Z                    | 2
                    seen lt 2026-03-01T13:30:00+02:00               | 1
                    seen le 2026-03-01                              | 1 2
                    code gt '10'                                    | 2
                    name EQ 'Bo' AND id lt 9                        | 2
                    (id) eq (2)                                     | 2
                    not sail eq true                                | 2
                    not not sail                                    | 1
                    not null                                        |
                    not id in (1, 3)                                | 2
                    id in (1, 3) eq true                            | 1 3
                    not (id eq 1) and id lt 3                       | 2
                    sail gt false                                   | 1
                    sail eq TRUE                                    | 1
                    draught eq NULL                                 | 3
                    draught ge null                                 | 3
                    draught gt null                                 |
                    price eq 5                                      | 1
                    price in (5, 40.0)                              | 1 2
                    price ne 5                                      | 2 3
                    price gt 5                                      | 2
                    launched_at eq 2026-03-01T12:00:00Z             | 1
                    launched_at in (2026-03-01T13:00:00+01:00)      | 1
                    launched_at ne 2026-03-01T12:00:00Z             | 2 3
                    launched_at eq 2026-03-01                       | 1
                    home/port eq note                               | 1 3
                    seen ge '2026-03-01T11:00:00Z'                  | 2
                    """)
    void a_list_has_those_records_of_which_the_filter_is_true(String filter, String ids) {
        MockReply told = ships(filter);

        assertThat(told.status()).as(told.text()).isEqualTo(200);
        assertThat(told.notes()).isEmpty();
        assertThat(told.at("/value"))
                .extracting(each -> each.path("id").asText())
                .containsExactly(ids == null ? new String[0] : ids.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    name eq               | have, at character 8, a property or a value, such as 'red', 5 or null, was
                    name                  | have, at character 5, eq, ne, gt, ge, lt, le or in, as the value before it is neither true nor false
                    name = 'Bo'           | have, at character 6, an operator such as eq, gt or and, or its end, was
                    name eqq 'Bo'         | or its end; did you mean "eq"?
                    name eq 'Bo           | have, at character 9, a text that ends with another '
                    nmae eq 'Bo'          | have, at character 1, the name of a property of the records, such as id, name, draught, built, seen, sail, key, code; did you mean "name"?
                    home/prt eq 'Bo'      | did you mean "home/port"?
                    (id eq 1              | have, at character 9, a )
                    id eq 1)              | have, at character 8, an operator such as eq, gt or and, or its end
                    id eq '1'             | have, at character 7, a number for /id
                    name eq 5             | have, at character 9, a text such as 'red' for /name
                    sail eq 'x'           | have, at character 9, true or false for /sail
                    seen gt 5             | have, at character 9, a date such as 2026-03-01, or a time such as 2026-03-01T12:00:00Z for /seen
                    seen gt 2026-03-01T12:00:00 02:00 | have, at character 9, a time such as 2026-03-01T12:00:00+01:00, with its + written as %2B
                    home eq 'x'           | have, at character 9, null or a property in it for /home
                    contains(id,'1')      | have, at character 10, a text, such as 'red'
                    contians(name,'1')    | have, at character 1, a function such as contains, endswith, startswith, tolower, toupper; did you mean "contains"?
                    id in (1,)            | have, at character 10, a property or a value
                    id in 1               | have, at character 7, values in parentheses, such as ('a','b')
                    id eq 1 and           | have, at character 12, a property or a value
                    name and id eq 1      | have, at character 6, eq, ne, gt, ge, lt, le or in
                    not draught gt 5      | have, at character 5, what is true or false; a comparison behind not in parentheses, as in not (id eq 5)
                    seen gt 'yesterday'   | have, at character 9, a date such as 2026-03-01, or a time such as 2026-03-01T12:00:00Z for /seen
                    seen gt '2026-02-30'  | have, at character 9, a date such as 2026-03-01
                    built eq 2026-02-30   | have, at character 10, a date such as 2026-03-01
                    key eq 5              | have, at character 8, a text such as 'red' for /key
                    draught gt name       | have, at character 12, a value of the same type, or null
                    home eq name          | have, at character 9, a value of the same type, or null
                    id in                 | have, at character 6, values in parentheses
                    id in name            | have, at character 7, values in parentheses
                    id eq -               | have, at character 7, a property or a value
                    home.port eq 'Oslo'   | have, at character 1, the name of a property of the records
                    """)
    void what_is_no_filter_is_refused_with_its_place(String filter, String demand) {
        MockReply told = ships(filter);

        assertThat(told.status()).as(told.text()).isEqualTo(400);
        assertThat(told.text().replace("\\\"", "\"")).contains(demand);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    flags/any(f: f eq 'a')   | the function flags/any of OData is not evaluated
                    draught add 1 gt 5       | the operator add of OData is not evaluated
                    length(name) gt 3        | the function length of OData is not evaluated
                    flags eq 'a'             | /flags is a list, and any and all of OData are not evaluated
                    more/x eq 1              | the document does not say that there is a property more/x
                    name eq @p               | @p of OData is not evaluated
                    seen gt duration'PT1H'   | the literal duration'PT1H' of OData is not evaluated
                    name eq BINARY'T0RhdGE'  | the literal BINARY'T0RhdGE' of OData is not evaluated
                    name eq 08:30:00         | the time of day 08:30:00 of OData is not evaluated
                    -draught lt 5            | the operator - of OData is not evaluated
                    'a' in flags             | /flags is a list, and any and all of OData are not evaluated
                    draught lt INF           | INF of OData is not evaluated
                    draught eq NaN           | NaN of OData is not evaluated
                    Ns.Yacht/name eq 'Bo'    | Ns.Yacht/name of OData is not evaluated
                    home eq work             | objects are not compared with each other
                    """)
    void what_of_the_language_is_not_evaluated_has_no_effect_and_is_noted(String filter, String why) {
        MockReply told = ships(filter);

        assertThat(told.status()).as(told.text()).isEqualTo(200);
        assertThat(told.at("/value")).hasSize(3);
        assertThat(told.notes()).singleElement().asString().contains(why);
    }

    @Test
    void a_filter_is_no_deeper_than_a_stack() {
        assertThat(ships("(".repeat(2000) + "sail" + ")".repeat(2000)).text()).contains("at most 50 levels deep");
        assertThat(ships("not ".repeat(1500) + "sail").status()).isEqualTo(400);
        String functions = "tolower(".repeat(51) + "name" + ")".repeat(51) + " eq 'bo'";
        assertThat(ships(functions).text()).contains("at most 50 levels deep");
    }

    @Test
    void a_filter_has_no_more_values_than_can_be_looked_at_for_each_record() {
        assertThat(ships("id eq 1" + " or id eq 1".repeat(199)).at("/value")).hasSize(1);
        assertThat(ships("id eq 1" + " or id eq 1".repeat(200)).text())
                .contains("have at most 400 functions, properties and values");
    }

    @Test
    void a_filter_that_the_document_shows_and_that_is_none_has_no_effect_and_is_noted() {
        MockReply told = ships("name is Bo");

        assertThat(told.at("/value")).hasSize(3);
        assertThat(told.notes())
                .singleElement()
                .asString()
                .contains("the document shows it, and it is no filter of OData");
    }

    @Test
    void a_page_and_an_order_are_those_of_the_records_that_are_left() {
        MockReply told = mock.call("GET", "/ships?%24filter=id%20lt%203&%24orderby=id%20desc&%24top=1");
        assertThat(told.at("/value/0/id").asInt()).isEqualTo(2);
    }
}
