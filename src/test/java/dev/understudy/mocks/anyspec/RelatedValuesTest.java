package dev.understudy.mocks.anyspec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Json;
import dev.understudy.api.MalformedJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages about a record of id 7, name Ada and state up. */
class RelatedValuesTest {
    private static JsonNode json(String text) throws MalformedJson {
        return Json.read(text.getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"id":1,"at":"now"}                               | {"id":7,"at":"now"}
            {"type":"made","data":{"id":1,"name":"x","n":2}}  | {"type":"made","data":{"id":7,"name":"Ada","n":2}}
            {"data":{"kite":{"id":1,"name":"x"}}}             | {"data":{"kite":{"id":7,"name":"Ada"}}}
            {"owner":{"id":1,"email":"x"}}                    | {"owner":{"id":1,"email":"x"}}
            {"id":1,"state":"down"}                           | {"id":7,"state":"down"}
            [1]                                               | [1]""")
    void an_object_that_shares_names_with_the_record_has_its_values_where_the_schema_admits_them(
            String message, String related) throws Exception {
        JsonNode record = json("{\"id\":7,\"name\":\"Ada\",\"state\":\"up\",\"type\":\"kite\"}");

        assertThat(RelatedValues.to(record, json(message), value -> !value.path("state")
                        .asText()
                        .equals("up")))
                .isEqualTo(json(related));
    }
}
