package dev.understudy.mocks.anyspec.collections;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.contract.Contract;
import dev.understudy.mocks.anyspec.changes.Mocked;
import dev.understudy.openapi.Documents;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters that take any text, over properties that do not. */
class FilterValueCheckTest {
    private static final String BUOYS =
            """
            openapi: 3.1.0
            info: {title: Buoys, version: '1'}
            paths:
              /buoys:
                get:
                  parameters:
                    - {name: depth, in: query, schema: {type: string, examples: [shallow]}}
                    - {name: min_depth, in: query, schema: {type: string}}
                    - {name: laid_after, in: query, schema: {type: string}}
                    - {name: lit, in: query, schema: {type: string}}
                    - {name: name, in: query, schema: {type: string}}
                    - {name: filter, in: query, style: deepObject, schema: {type: object}}
                  responses:
                    '200':
                      description: D
                      content:
                        application/json:
                          schema:
                            type: array
                            items:
                              type: object
                              required: [id, depth, laid, lit, name]
                              properties:
                                id: {type: integer}
                                depth: {type: integer}
                                laid: {type: string, format: date-time}
                                lit: {type: boolean}
                                name: {type: string}
                          example:
                            - {id: 1, depth: 4, laid: '2026-03-01T10:00:00Z', lit: true, name: '1,5'}
                            - {id: 2, depth: 9, laid: '2026-03-01T10:30:00+02:00', lit: false, name: b}
            """;

    private final Mocked mock = new Mocked(Contract.brought("t", Documents.read("t.yaml", BUOYS.getBytes(UTF_8))));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    filter[depth][gte]=deep      | query "filter[depth][gte]" must be a number, was "deep"
                    filter[depth]=4,deep         | query "filter[depth]" must be a number, was "4,deep"
                    filter[depth][foo]=4         | query "filter[depth][foo]" must be a comparison that such a property has, such as ne or in, or, unless it is an object, gt, gte, lt or lte, was "foo"
                    filter[lit]=maybe            | query "filter[lit]" must be true or false, was "maybe"
                    filter[laid][gt]=yesterday   | query "filter[laid][gt]" must be a date such as 2026-03-01, or a time such as 2026-03-01T12:00:00Z, was "yesterday"
                    filter[laid][gt]=2026-03-01T12:00:00+02:00 | query "filter[laid][gt]" must be a time such as 2026-03-01T12:00:00+01:00, with its + written as %2B, was "2026-03-01T12:00:00 02:00"
                    """)
    void a_value_inside_a_filter_that_nothing_compares_with_is_refused(String query, String message) {
        Mocked.MockReply told =
                mock.call("GET", "/buoys?" + query.replace("[", "%5B").replace("]", "%5D"));

        assertThat(told.status()).as(told.text()).isEqualTo(400);
        assertThat(told.text().replace("\\\"", "\"")).contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    depth=shallow                | ''
                    min_depth=1e                 | ''
                    lit=maybe                    | ''
                    laid_after=yesterday         | ''
                    depth=4,9                    | 1 2
                    filter[depth][gte]=4.5       | 2
                    lit=1                        | 1
                    laid_after=2026-03-01        | ''
                    laid_after=2026-03-01T11:00:00%2B02:00 | 1
                    name=1,5                     | 1
                    filter[laid]=2026-03-01T08:30:00Z | 2
                    filter[laid]=2026-03-01T11:00:00%2B01:00 | 1
                    filter[laid][ne]=2026-03-01T08:30:00Z | 1
                    filter[name]=nonsense        | ''
                    """)
    void what_compares_is_shown_by_the_document_or_keeps_the_contract_is_taken(String query, String ids) {
        Mocked.MockReply told =
                mock.call("GET", "/buoys?" + query.replace("[", "%5B").replace("]", "%5D"));

        assertThat(told.status()).as(told.text()).isEqualTo(200);
        assertThat(told.body())
                .extracting(each -> each.path("id").asText())
                .containsExactly(ids.isEmpty() ? new String[0] : ids.split(" "));
    }
}
