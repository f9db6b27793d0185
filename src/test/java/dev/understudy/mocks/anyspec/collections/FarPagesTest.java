package dev.understudy.mocks.anyspec.collections;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.contract.Contract;
import dev.understudy.mocks.anyspec.changes.Mocked;
import dev.understudy.mocks.anyspec.changes.Mocked.MockReply;
import dev.understudy.openapi.Documents;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages, offsets and ranges behind the last record. */
class FarPagesTest {
    private static final String REEFS =
            """
            openapi: 3.1.0
            info: {title: Reefs, version: '1'}
            paths:
              /reefs:
                get:
                  parameters:
                    - {name: page, in: query, schema: {type: integer}}
                    - {name: per_page, in: query, schema: {type: integer}}
                    - {name: Range, in: header, schema: {type: string}}
                  responses:
                    '200': {description: D, headers: {Link: {schema: {type: string}}}, content: {application/json: {schema: {$ref: '#/components/schemas/Reefs'}}}}
                    '416': {description: D, content: {application/problem+json: {schema: {type: object}}}}
              /rocks:
                get:
                  parameters:
                    - {name: offset, in: query, schema: {type: integer}}
                    - {name: limit, in: query, schema: {type: integer}}
                    - {name: Range, in: header, schema: {type: string}}
                  responses: {'200': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Reefs'}}}}}
              /shoals:
                get:
                  parameters: [{name: Range, in: header, schema: {type: string}}]
                  responses:
                    '200': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Shoals'}}}}
                    '206':
                      description: D
                      headers: {X-Total-Count: {schema: {type: integer}}, Content-Range: {schema: {type: string}}}
                      content: {application/json: {schema: {$ref: '#/components/schemas/Shoals'}}}
            components:
              schemas:
                Shoals: {type: array, items: {type: object, required: [id], properties: {id: {type: integer}}}}
                Reefs:
                  type: object
                  required: [data]
                  properties:
                    data: {type: array, items: {type: object, required: [id], properties: {id: {type: integer}}}}
                    total: {type: integer}
                    page: {type: integer}
                    offset: {type: integer}
                    limit: {type: integer}
                    previous_page: {type: integer}
                    previous_offset: {type: integer}
            """;

    private final Mocked mock = new Mocked(Contract.brought("t", Documents.read("t.yaml", REEFS.getBytes(UTF_8))));

    @ParameterizedTest
    @ValueSource(strings = {"4", "2147483647", "2147483648", "9223372036854775807", "99999999999999999999"})
    void a_page_behind_the_last_one_is_empty_says_its_number_and_leads_back(String page) {
        MockReply told = mock.call("GET", "/reefs?per_page=2&page=" + page);

        assertThat(told.status()).as(told.text()).isEqualTo(200);
        assertThat(told.text()).contains("\"data\":[]", "\"total\":5", "\"page\":" + page + ",", "\"previous_page\":3");
        assertThat(told.header("Link"))
                .isEqualTo("<http://mock.test/reefs?per_page=2&page=3>; rel=\"prev\", "
                        + "<http://mock.test/reefs?per_page=2&page=1>; rel=\"first\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "2147483647", "4294967296", "99999999999999999999"})
    void an_offset_behind_the_last_record_is_said_as_it_is(String offset) {
        MockReply told = mock.call("GET", "/rocks?limit=3000000000&offset=" + offset);

        assertThat(told.status()).as(told.text()).isEqualTo(200);
        assertThat(told.text()).contains("\"data\":[]", "\"offset\":" + offset + ",", "\"limit\":3000000000");
    }

    @Test
    void more_records_than_any_machine_counts_are_refused() {
        MockReply told = mock.call("GET", "/rocks?limit=9223372036854775808");

        assertThat(told.status()).isEqualTo(400);
        assertThat(told.text()).contains("must be a number of records, which is at most 9223372036854775807");
    }

    @Test
    void a_range_behind_all_records_is_the_documented_416_or_is_ignored() {
        MockReply refused = mock.call("GET", "/reefs", "", "", "Range", "items=5-9");
        assertThat(refused.status()).as(refused.text()).isEqualTo(416);
        assertThat(refused.header("Content-Range")).isEqualTo("items */5");
        assertThat(mock.call("GET", "/reefs", "", "", "Range", "items=4-").at("/data"))
                .hasSize(1);
        assertThat(mock.call("GET", "/rocks", "", "", "Range", "items=99999999999-")
                        .at("/data"))
                .hasSize(5);
    }

    @Test
    void a_range_that_ends_before_it_begins_is_refused() {
        MockReply refused = mock.call("GET", "/reefs", "", "", "Range", "items=3-1");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("must be one range that ends where it begins or later, such as items=0-9");
    }

    @Test
    void a_range_of_records_is_the_documented_206_as_long_as_it_is_a_part() {
        String all = mock.call("GET", "/shoals").text();
        for (String unit : List.of("items=", "")) {
            MockReply part = mock.call("GET", "/shoals", "", "", "Range", unit + "1-2");
            assertThat(part.status()).as(part.text()).isEqualTo(206);
            assertThat(part.body()).hasSize(2);
            assertThat(part.header("Content-Range")).isEqualTo(unit.replace('=', ' ') + "1-2/5");
            assertThat(part.header("X-Total-Count")).isEqualTo("5");
        }
        for (String whole : List.of("items=0-", "items=0-4", "items=7-9")) {
            MockReply told = mock.call("GET", "/shoals", "", "", "Range", whole);
            assertThat(told.status()).as(whole).isEqualTo(200);
            assertThat(told.text()).isEqualTo(all);
        }
    }
}
