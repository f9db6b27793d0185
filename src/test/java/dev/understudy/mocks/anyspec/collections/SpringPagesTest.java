package dev.understudy.mocks.anyspec.collections;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.contract.Contract;
import dev.understudy.mocks.anyspec.changes.Mocked;
import dev.understudy.openapi.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages and orders as Spring Data has them. */
class SpringPagesTest {
    private static final String FERRIES =
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /ferries:
                get:
                  parameters:
                    - {name: page, in: query, schema: {type: integer, default: 0}}
                    - {name: size, in: query, schema: {type: integer, default: 20}}
                    - {name: sort, in: query, schema: {type: array, items: {type: string}}}
                    - {name: order_by, in: query, explode: false, schema: {type: array, items: {type: string}}}
                    - {name: wind, in: query, schema: {type: string}}
                    - {name: tide, in: query, schema: {type: string, default: low}}
                  responses:
                    '200':
                      description: D
                      content:
                        application/json:
                          schema:
                            type: object
                            required: [content, empty]
                            properties:
                              content: {type: array, items: {$ref: '#/components/schemas/Ferry'}}
                              totalElements: {type: integer}
                              empty: {type: boolean}
                          example:
                            empty: false
                            content: [{id: 1, name: b, decks: 2}, {id: 2, name: a, decks: 2}, {id: 3, name: c, decks: 1}]
            components:
              schemas:
                Ferry:
                  type: object
                  required: [id]
                  properties: {id: {type: integer}, name: {type: string}, decks: {type: integer}}
            """;

    private final Mocked mock = new Mocked(Contract.brought("t", Documents.read("t.yaml", FERRIES.getBytes(UTF_8))));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sort=name,desc               | 312",
                "sort=decks,DESC&sort=name    | 213",
                "sort=decks&sort=name,desc    | 312",
                "order_by=decks,desc,name,asc | 213",
                "order_by=decks,name,desc     | 312"
            })
    void a_direction_behind_a_comma_belongs_to_the_property_in_front_of_it(String query, String expected) {
        Mocked.MockReply reply = mock.call("GET", "/ferries?" + query);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        var ids = new StringBuilder();
        reply.at("/content").forEach(ferry -> ids.append(ferry.path("id")));
        assertThat(ids).hasToString(expected);
    }

    @Test
    void a_page_says_whether_it_is_empty() {
        assertThat(mock.call("GET", "/ferries").text()).contains("\"empty\":false");
        assertThat(mock.call("GET", "/ferries?page=1").text()).contains("\"content\":[]", "\"empty\":true");
    }

    @Test
    void a_direction_alone_is_refused_and_what_is_not_understood_is_noted() {
        assertThat(mock.call("GET", "/ferries?sort=desc").status()).isEqualTo(400);
        assertThat(mock.call("GET", "/ferries?wind=NW").notes())
                .containsExactly(
                        "query \"wind\" must be explained by x-understudy to have an effect: no property of the"
                                + " records is called so, was \"NW\"");
        assertThat(mock.call("GET", "/ferries?page=0").notes()).isEmpty();
    }
}
