package dev.understudy.mocks.anyspec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.contract.Contract;
import dev.understudy.generate.values.Direction;
import dev.understudy.generate.values.Values;
import dev.understudy.openapi.Documents;
import org.junit.jupiter.api.Test;

/** Answers that no value is found for, which {@code check} lists. */
class UnmadeTest {
    private static final String NOTHING =
            "{schema: {type: string, pattern: '^[a-z]+$', minLength: 2, not: {minLength: 1}}}";

    @Test
    void each_media_type_of_each_status_is_found_and_each_header_that_must_be_there() {
        assertThat(
                        api("""
                                        '200': {description: D, content: {application/json: {schema: {type: object}}, text/plain: NOTHING}}
                                        '404': {description: D, content: {text/plain: NOTHING}}
                                        4XX: {description: D, content: {application/json: {schema: {type: string}}}}
                                        default: {description: D, headers: {X-A: {required: true, schema: NONE}, X-B: {schema: NONE}}}
                                        """)
                                .unmade(() -> true))
                .extracting(AnySpec.Unmade::pointer)
                .containsExactly(
                        "/paths/~1x/get/responses/200/content/text~1plain",
                        "/paths/~1x/get/responses/404/content/text~1plain",
                        "/paths/~1x/get/responses/default/headers/X-A/schema");
    }

    @Test
    void an_answer_with_an_example_or_with_words_of_ours_is_none_of_them() {
        assertThat(
                        api("""
                                        '200': {description: D, content: {application/json: {schema: {type: string, pattern: '(?=x)y'}, example: xy}}}
                                        '400': {description: D, content: {text/plain: {schema: {type: string, pattern: '^Bad .*$'}}}}
                                        """)
                                .unmade(() -> true))
                .extracting(AnySpec.Unmade::pointer)
                .containsExactly("/paths/~1x/get/responses/200/content/application~1json");
    }

    private static AnySpec api(String responses) {
        String yaml = "openapi: 3.0.3\ninfo: {title: X, version: '1'}\npaths:\n  /x:\n    get:\n      responses:\n"
                + responses
                        .replace("NOTHING", NOTHING)
                        .replace("NONE", "{type: integer, minimum: 2, not: {type: integer}}")
                        .indent(8);
        Contract contract = Contract.brought("x", Documents.read("x.yaml", yaml.getBytes(UTF_8)));
        assertThat(contract.operations())
                .allMatch(operation -> operation.unkept().isEmpty());
        var values = new Values(contract.lowered());
        return new AnySpec(contract, (pointer, seed) -> values.value(pointer, seed, Direction.ANSWER));
    }
}
