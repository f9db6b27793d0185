package dev.understudy.mocks.anyspec.collections;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.contract.Contract;
import dev.understudy.mocks.anyspec.changes.Mocked;
import dev.understudy.mocks.anyspec.changes.Mocked.MockReply;
import dev.understudy.openapi.Documents;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cursors that a contract has as numbers. */
class NumberCursorTest {
    private static final String CRABS =
            """
            openapi: 3.1.0
            info: {title: Crabs, version: '1'}
            paths:
              /crabs:
                get:
                  parameters:
                    - {name: cursor, in: query, schema: {type: integer, default: 0}}
                    - {name: limit, in: query, schema: {type: integer, default: 2}}
                    - {name: sort, in: query, schema: {type: string}}
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
                              next_cursor: {type: integer}
                          example:
                            data:
                              - {id: a, weight: 50}
                              - {id: b, weight: 40}
                              - {id: c, weight: 30}
                              - {id: d, weight: 20}
                              - {id: e, weight: 10}
                post:
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Crab'}}}}
                  responses: {'201': {description: D}}
              /crabs/{id}:
                parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                get: {responses: {'200': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Crab'}}}}}}
                delete: {responses: {'204': {description: D}}}
              /rays:
                get:
                  parameters: [{name: cursor, in: query, schema: {type: integer}}]
                  responses:
                    '200':
                      description: D
                      content:
                        application/json:
                          schema: {type: array, items: {type: object, required: [id], properties: {id: {type: integer}}}}
                          example: [{id: 10}, {id: 20}, {id: 30}]
              /eels:
                get:
                  parameters: [{name: starting_after, in: query, schema: {type: string}}]
                  responses:
                    '200':
                      description: D
                      content:
                        application/json:
                          schema: {type: array, items: {type: object, required: [id], properties: {id: {type: string}}}}
                          example: [{id: a}, {id: b}, {id: c}]
            components:
              schemas:
                Crab: {type: object, required: [id], properties: {id: {type: string}, weight: {type: number}}}
            """;

    private final Mocked mock = new Mocked(Contract.brought("t", Documents.read("t.yaml", CRABS.getBytes(UTF_8))));

    private MockReply page(String query) {
        MockReply told = mock.call("GET", "/crabs?" + query);
        assertThat(told.status()).as(told.text()).isEqualTo(200);
        return told;
    }

    private static List<String> ids(MockReply page) {
        var ids = new ArrayList<String>();
        page.at("/data").forEach(crab -> ids.add(crab.path("id").asText()));
        return ids;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sort=weight&"})
    void pages_meet_every_record_once_from_the_beginning_which_is_0(String order) {
        var met = new ArrayList<String>();
        MockReply page = page(order);
        while (page.body().has("next_cursor")) {
            met.addAll(ids(page));
            page = page(order + "cursor=" + page.at("/next_cursor"));
        }
        met.addAll(ids(page));

        assertThat(met).containsExactlyElementsOf(ids(page(order + "limit=9")));
        assertThat(met).hasSize(5);
    }

    @Test
    void the_next_page_begins_behind_the_record_of_then_whatever_came_or_went() {
        String cursor = page("").at("/next_cursor").asText();
        assertThat(mock.call("DELETE", "/crabs/a").status()).isEqualTo(204);
        assertThat(ids(page("cursor=" + cursor))).containsExactly("c", "d");
        assertThat(mock.call("DELETE", "/crabs/b").status()).isEqualTo(204);
        assertThat(ids(page("cursor=" + cursor))).containsExactly("c", "d");

        String sorted = page("sort=weight").at("/next_cursor").asText();
        assertThat(mock.call("POST", "/crabs", "{\"id\":\"f\",\"weight\":5}").status())
                .isEqualTo(201);
        assertThat(ids(page("sort=weight&cursor=" + sorted))).containsExactly("c");
    }

    @Test
    void a_number_is_no_place_where_it_can_only_be_a_key() {
        assertThat(mock.call("GET", "/rays?cursor=20").text()).isEqualTo("[{\"id\":30}]");
        assertThat(mock.call("GET", "/rays?cursor=2").status()).isEqualTo(400);
        assertThat(mock.call("GET", "/eels?starting_after=b").text()).isEqualTo("[{\"id\":\"c\"}]");
        assertThat(mock.call("GET", "/eels?starting_after=2").status()).isEqualTo(400);
    }

    @Test
    void a_number_of_no_record_is_refused() {
        assertThat(mock.call("GET", "/crabs?cursor=5").status()).isEqualTo(200);
        for (String bad : List.of("6", "999999999", "-1")) {
            assertThat(mock.call("GET", "/crabs?cursor=" + bad).status())
                    .as(bad)
                    .isEqualTo(400);
        }
    }
}
