package dev.understudy.mocks.anyspec.collections;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.contract.Contract;
import dev.understudy.mocks.anyspec.changes.Mocked;
import dev.understudy.openapi.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters by things that records have in them, of which a client knows the id or the name. */
class NamedThingsTest {
    private static final String ISSUES =
            """
            openapi: 3.1.0
            info: {title: Issues, version: '1'}
            paths:
              /issues:
                get:
                  parameters:
                    - {name: assignee, in: query, schema: {type: string}}
                    - {name: milestone, in: query, schema: {type: integer}}
                    - {name: labels, in: query, schema: {type: string}}
                    - {name: closed, in: query, schema: {type: boolean}}
                    - {name: assignees, in: query, schema: {type: array, items: {type: string}}}
                    - {name: filter, in: query, style: deepObject, schema: {type: object}}
                  responses:
                    '200':
                      description: D
                      content:
                        application/json:
                          schema: {type: array, items: {$ref: '#/components/schemas/Issue'}}
                          example:
                            - {id: 1, assignees: [{id: 7, login: ada}, {id: 8, login: bo}], milestone: {number: 3, id: 30}, labels: [bug]}
                            - {id: 2, assignees: [{id: 7, login: ada}], closed_at: '2026-03-01T12:00:00Z', labels: [{name: bug}, {name: ui}]}
                            - {id: 3, assignees: [], milestone: {number: 4, id: 31}, labels: []}
            components:
              schemas:
                Issue:
                  type: object
                  required: [id]
                  properties:
                    id: {type: integer}
                    assignees: {type: array, items: {$ref: '#/components/schemas/User'}}
                    milestone: {type: [object, 'null'], properties: {id: {type: integer}, number: {type: integer}}}
                    labels: {type: array, items: {oneOf: [{type: string}, {type: object, properties: {name: {type: string}}}]}}
                    closed_at: {type: string, format: date-time}
                User: {type: object, properties: {id: {type: integer}, login: {type: string}}}
            """;

    private final Mocked mock = new Mocked(Contract.brought("t", Documents.read("t.yaml", ISSUES.getBytes(UTF_8))));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    assignee=ada      | 1 2
                    assignee=8        | 1
                    assignee=bo,nob   | 1
                    assignee=nobody   | ''
                    assignee=*        | 1 2
                    assignee=none     | 3
                    milestone=4       | 3
                    milestone=30      | 1
                    labels=bug        | 1 2
                    labels=ui         | 2
                    closed=true       | 2
                    closed=false      | 1 3
                    assignees=*       | 1 2
                    assignees=none    | 3
                    assignees=none&assignees=bo       | 1 3
                    filter%5Bassignee%5D=bo           | 1
                    filter%5Bassignee%5D%5Beq%5D=bo   | 1
                    filter%5Bassignee%5D%5Bne%5D=bo   | 2 3
                    filter%5Bmilestone%5D%5Bne%5D=4   | 1 2
                    """)
    void records_stay_that_have_the_thing_whose_id_or_name_was_given(String query, String ids) {
        Mocked.MockReply told = mock.call("GET", "/issues?" + query);

        assertThat(told.notes()).isEmpty();
        assertThat(told.body())
                .extracting(each -> each.path("id").asText())
                .containsExactly(ids.isEmpty() ? new String[0] : ids.split(" "));
    }

    @Test
    void a_thing_is_the_same_or_another_and_not_less_or_like_one() {
        Mocked.MockReply told = mock.call("GET", "/issues?filter%5Bassignee%5D%5Bcontains%5D=a");

        assertThat(told.status()).isEqualTo(400);
        assertThat(told.text()).contains("a comparison that such a property has");
    }
}
