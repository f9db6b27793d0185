package dev.understudy.contract;

import static dev.understudy.contract.Requests.get;
import static dev.understudy.contract.Samples.arguments;
import static dev.understudy.contract.Samples.messages;
import static dev.understudy.contract.Samples.withParameters;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommaListTest {
    private static final Contract CONTRACT = withParameters(
            """
            - name: status
              in: query
              x-comma-list: {schema: Status, alias: 'status[]'}
              schema: {type: string, pattern: '^ *(todo|done|open)?$'}
            - name: status[]
              in: query
              x-alias-of: status
              schema: {type: array, items: {type: string}}
            """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=todo,done",
                "status=todo%2Cdone",
                "status=+todo+,+,done,",
                "status=todo&status=done",
                "status[]=todo&status[]=done",
                "status%5B%5D=todo,done",
                "status=todo&status[]=done",
                "status[]=done&status=todo",
                "status=todo,todo&status[]=done,todo"
            })
    void every_way_to_write_the_list_means_the_union(String query) {
        assertThat(arguments(CONTRACT.admit(get("/things?" + query)))).isEqualTo("{\"status\":[\"todo\",\"done\"]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "status=", "status=,+,", "status[]="})
    void an_empty_list_is_none(String query) {
        assertThat(arguments(CONTRACT.admit(get("/things?" + query)))).isEqualTo("{}");
    }

    @Test
    void each_wrong_item_is_named_under_the_spelling_it_came_with() {
        assertThat(messages(CONTRACT.admit(get("/things?status=todo,cancelled&status[]=x,%22"))))
                .containsExactly(
                        "query \"status\" must be one of todo, done, open, was \"cancelled\"",
                        "query \"status[]\" must be one of todo, done, open, was \"x\"",
                        "query \"status[]\" must be one of todo, done, open, was \"\\\"\"");
    }

    @Test
    void an_item_that_cannot_be_decoded_is_refused() {
        assertThat(messages(CONTRACT.admit(get("/things?status=%ff"))))
                .containsExactly("query \"status\" must be percent-encoded UTF-8, was \"%ff\"");
    }

    @Test
    void thousands_of_commas_are_no_trouble() {
        assertThat(arguments(CONTRACT.admit(get("/things?status=" + ",".repeat(100_000) + "todo"))))
                .isEqualTo("{\"status\":[\"todo\"]}");
    }

    @Test
    void a_default_holds_as_long_as_the_list_is_not_mentioned() {
        var contract = withParameters(
                """
                - name: status
                  in: query
                  x-comma-list: {schema: Word}
                  schema: {type: string, default: 'todo, done'}
                """);
        assertThat(arguments(contract.admit(get("/things")))).isEqualTo("{\"status\":[\"todo\",\"done\"]}");
        assertThat(arguments(contract.admit(get("/things?status=")))).isEqualTo("{}");
    }

    @Test
    void a_list_whose_items_have_an_unknown_schema_is_a_fault() {
        assertThat(Samples.faults(() -> withParameters(
                        "- {name: a, in: query, x-comma-list: {schema: Stats}, schema: {type: string}}")))
                .containsExactly(
                        "specs/sample/things.yaml:8:32: x-comma-list must name the \"schema\" of its items, one of"
                                + " Status, Word");
    }
}
