package dev.understudy.contract.expression;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Arguments;
import dev.understudy.api.Headers;
import dev.understudy.api.Json;
import dev.understudy.api.MalformedJson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What runtime expressions say of a call and its answer (OpenAPI 3.1.1 section 4.8.20.4). */
class RuntimeExpressionTest {
    private static ExpressionContext exchanged() throws MalformedJson {
        var arguments = new Arguments(
                object("{\"id\":7}"),
                object("{\"pier\":3}"),
                object("{}"),
                object("{}"),
                Json.read("{\"notify\":\"http://a.example/in\",\"a/b\":{\"c\":[\"x y\"]},\"none\":null}"
                        .getBytes(UTF_8)));
        return new ExpressionContext(
                "http://localhost/ships?pier=3&free=a%20b",
                "POST",
                201,
                Headers.of(Map.of("X-Key", List.of("k1"))),
                "pier=3&free=a%20b",
                arguments,
                Map.of("Location", "/ships/71"),
                object("{\"id\":71}"));
    }

    private static ObjectNode object(String json) throws MalformedJson {
        return (ObjectNode) Json.read(json.getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            $url                                    | http://localhost/ships?pier=3&free=a%20b
            $method                                 | POST
            $statusCode                             | 201
            $request.path.id                        | 7
            $request.query.pier                     | 3
            $request.query.free                     | a b
            $request.header.x-key                   | k1
            $request.body#/notify                   | http://a.example/in
            $request.body#/a~1b/c/0                 | x y
            $response.body#/id                      | 71
            $response.header.location               | /ships/71
            {$request.body#/notify}?s={$response.body#/id}&u={$request.body#/a~1b/c/0} | http://a.example/in?s=71&u=x%20y
            http://b.example/{$request.path.id}/{$method}  | http://b.example/7/POST
            http://b.example/{id}                   | http://b.example/{id}""")
    void an_expression_has_the_value_that_it_names(String template, String text) throws Exception {
        assertThat(RuntimeExpression.fill(template, exchanged()))
                .isEqualTo(new RuntimeExpression.Filled(text, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "$request.body#/none",
        "$request.body#/other",
        "$request.body#/a~1b",
        "$request.query.other",
        "$request.header.other",
        "$request.path.other",
        "$response.body#/other",
        "$response.query.pier",
        "$request.cookie.a",
        "$other"
    })
    void one_without_a_plain_value_is_missing(String expression) throws Exception {
        assertThat(RuntimeExpression.fill("{" + expression + "}", exchanged()).missing())
                .containsExactly(expression);
    }
}
