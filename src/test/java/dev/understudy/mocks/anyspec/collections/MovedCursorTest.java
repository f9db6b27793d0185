package dev.understudy.mocks.anyspec.collections;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.contract.Contract;
import dev.understudy.mocks.anyspec.changes.Mocked;
import dev.understudy.openapi.Documents;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages of a sorted list, one of whose records changes between them. */
class MovedCursorTest {
    private static final String CRABS =
            """
            openapi: 3.1.0
            info: {title: Crabs, version: '1'}
            paths:
              /crabs:
                get:
                  parameters:
                    - {name: cursor, in: query, schema: {type: string}}
                    - {name: starting_after, in: query, schema: {type: string}}
                    - {name: limit, in: query, schema: {type: integer, default: 2}}
                    - {name: sort, in: query, schema: {type: string}}
                    - {name: name, in: query, schema: {type: string}}
                  responses:
                    '200':
                      description: D
                      content:
                        application/json:
                          schema:
                            type: object
                            required: [data]
                            properties:
                              data: {type: array, items: {$ref: '#/components/schemas/Crab'}}
                              next_cursor: {type: string}
                          example:
                            data:
                              - {id: 1, weight: 10, name: a}
                              - {id: 2, weight: 20, name: a}
                              - {id: 3, weight: 20, name: a}
                              - {id: 4, name: a}
                              - {id: 5, weight: 30, name: a}
                              - {id: 6, weight: 40, name: a}
              /crabs/{id}:
                parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                get: {responses: {'200': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Crab'}}}}}}
                patch:
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Crab'}}}}
                  responses: {'200': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Crab'}}}}}
                delete: {responses: {'204': {description: D}}}
            components:
              schemas:
                Crab: {type: object, required: [], properties: {id: {type: integer}, weight: {type: number}, name: {type: string}}}
            """;

    private final Mocked mock = new Mocked(Contract.brought("t", Documents.read("t.yaml", CRABS.getBytes(UTF_8))));

    private JsonNode page(String query) {
        Mocked.MockReply told = mock.call("GET", "/crabs?" + query);
        assertThat(told.status()).as(told.text()).isEqualTo(200);
        return told.body();
    }

    private static List<Integer> ids(JsonNode page) {
        var ids = new ArrayList<Integer>();
        page.path("data").forEach(crab -> ids.add(crab.path("id").asInt()));
        return ids;
    }

    private void weigh(int crab, String weight) {
        Mocked.MockReply told = mock.call("PATCH", "/crabs/" + crab, "{\"weight\":" + weight + "}");
        assertThat(told.status()).as(told.text()).isEqualTo(200);
    }

    /** The last record of the first page of two is moved, and then the second page is read. */
    @ParameterizedTest
    @CsvSource({
        "weight, 2, 35, 3 5",
        "weight, 2, 1, 3 5",
        "weight, 2, 20.5, 3 2",
        "weight, 2, 20, 3 5",
        "-weight, 5, 15, 2 3",
        "-weight, 5, 99, 2 3"
    })
    void the_next_page_begins_where_the_one_before_it_ended_though_its_last_record_moved(
            String sort, int crab, String weight, String next) {
        String cursor = page("sort=" + sort).path("next_cursor").asText();
        weigh(crab, weight);

        assertThat(ids(page("sort=" + sort + "&cursor=" + cursor)))
                .extracting(String::valueOf)
                .containsExactly(next.split(" "));
    }

    @Test
    void a_place_among_records_without_a_value_is_kept_and_one_of_a_record_that_is_gone() {
        String cursor = page("sort=weight&limit=5").path("next_cursor").asText();
        weigh(6, "1");
        assertThat(ids(page("sort=weight&cursor=" + cursor))).containsExactly(4);
        weigh(4, "0.5");
        assertThat(ids(page("sort=weight&cursor=" + cursor))).isEmpty();

        String other = page("sort=weight&limit=4").path("next_cursor").asText();
        weigh(2, "99");
        mock.call("DELETE", "/crabs/2");
        assertThat(ids(page("sort=weight&cursor=" + other))).containsExactly(3, 5);
    }

    @Test
    void a_cursor_of_another_order_means_the_record_and_one_of_nobody_is_refused() {
        String cursor = page("sort=weight").path("next_cursor").asText();
        assertThat(ids(page("sort=-weight&cursor=" + cursor))).containsExactly(3, 1);
        assertThat(ids(page("cursor=" + cursor))).containsExactly(3, 4);
        for (String bad : List.of("s", "sW10", "sWyIiLCIiLHt9XQ", "r", "nobody", cursor.substring(2))) {
            assertThat(mock.call("GET", "/crabs?sort=weight&cursor=" + bad).status())
                    .as(bad)
                    .isEqualTo(400);
        }
    }

    @Test
    void a_cursor_that_is_a_record_by_contract_is_where_that_record_is_now() {
        weigh(2, "35");
        assertThat(ids(page("sort=weight&starting_after=2"))).containsExactly(6, 4);
    }
}
