package dev.understudy.mocks.anyspec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.understudy.api.Arguments;
import dev.understudy.api.Call;
import dev.understudy.contract.Contract;
import dev.understudy.contract.RequestParts;
import dev.understudy.contract.form.FormBody;
import dev.understudy.generate.values.GenerationResult;
import dev.understudy.openapi.Documents;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parts of requests that an API sends. */
class OutgoingRequestsTest {
    private static final JsonNode RECORD = JsonNodeFactory.instance.objectNode().put("id", 7);
    private static final ValueMaker NOTHING =
            (pointer, seed) -> new GenerationResult.Impossible("it is a test", pointer);

    private static Optional<RequestParts> parts(String request) {
        Contract contract = Contract.brought(
                "kites",
                Documents.read(
                        "kites.yaml",
                        """
                        openapi: 3.1.1
                        info: {title: Kites, version: '1'}
                        paths: {}
                        webhooks: {landed: {post: {%s, responses: {'204': {description: D}}}}}
                        """
                                .formatted(request)
                                .getBytes(UTF_8)));
        return new OutgoingRequests(contract, NOTHING)
                .parts(contract.webhooks().get(0), new Call("landed", Arguments.NONE, ""), RECORD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            application/json                  | {"id":7,"at":"x y"}
            application/vnd.kites+json        | {"id":7,"at":"x y"}
            application/x-www-form-urlencoded | id=7&at=x+y
            application/xml                   | <?xml version="1.0" encoding="UTF-8"?><kite><id>7</id><at>x y</at></kite>""")
    void a_body_is_written_in_its_media_type_and_tells_of_the_record(String type, String text) {
        String schema = "{type: object, xml: {name: kite}, properties: {id: {type: integer}, at: {type: string}}}";
        FormBody.Written body = Objects.requireNonNull(
                parts("requestBody: {content: {%s: {schema: %s, example: {id: 1, at: x y}}}}".formatted(type, schema))
                        .orElseThrow()
                        .body());

        assertThat(body.type()).isEqualTo(type);
        assertThat(new String(body.bytes(), UTF_8).replace("%20", "+")).isEqualTo(text);
    }

    @Test
    void a_body_of_text_is_sent_as_it_is_and_json_goes_before_others() {
        assertThat(new String(
                        Objects.requireNonNull(parts("requestBody: {content: {text/plain: {example: Landed}}}")
                                        .orElseThrow()
                                        .body())
                                .bytes(),
                        UTF_8))
                .isEqualTo("Landed");
        assertThat(Objects.requireNonNull(parts(
                                        "requestBody: {content: {text/plain: {example: L}, application/json: {example: 1}}}")
                                .orElseThrow()
                                .body())
                        .type())
                .isEqualTo("application/json");
    }

    @Test
    void an_example_that_breaks_its_schema_is_not_sent_and_a_body_that_must_be_there_is_needed() {
        String broken = "content: {application/json: {schema: {type: integer}, example: x}}";

        assertThat(parts("requestBody: {required: true, " + broken + "}")).isEmpty();
        assertThat(parts("requestBody: {" + broken + "}").orElseThrow().body()).isNull();
    }

    @Test
    void headers_and_parameters_of_the_query_are_filled() {
        RequestParts parts = parts("parameters: [{name: X-Event, in: header, schema: {type: string}, example: landed},"
                        + " {name: v, in: query, schema: {type: integer, default: 2}, example: 3},"
                        + " {name: X-Other, in: header, schema: {type: integer}, example: two}]")
                .orElseThrow();

        assertThat(parts.headers()).isEqualTo(Map.of("X-Event", "landed"));
        assertThat(parts.query()).isEqualTo(Map.of("v", "3"));
    }
}
