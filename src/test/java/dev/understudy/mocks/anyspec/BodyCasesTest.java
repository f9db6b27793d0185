package dev.understudy.mocks.anyspec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Call;
import dev.understudy.api.Headers;
import dev.understudy.api.Refusal;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import dev.understudy.contract.Contract;
import dev.understudy.fixture.State;
import dev.understudy.generate.values.Direction;
import dev.understudy.generate.values.Values;
import dev.understudy.openapi.Documents;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Small inputs about bodies that mocks get wrong. */
class BodyCasesTest {
    private static final Contract CONTRACT = Contract.brought(
            "harbour",
            Documents.read(
                    "harbour.yaml",
                    """
                    openapi: 3.1.1
                    info: {title: Harbour, version: '1'}
                    paths:
                      /word:
                        get: {responses: {'200': {description: D, content: {application/vnd.harbour+json: {schema: {type: string, const: hi}}}}}}
                      /dot:
                        get: {responses: {'200': {description: D, content: {image/png: {}}}}}
                      /kites/{id}:
                        parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                        delete: {responses: {'204': {description: Gone}}}
                        put: {responses: {'200': {description: D}}}
                      /sails:
                        post:
                          requestBody: {content: {application/json: {schema: {type: object, required: [sail]}}}}
                          responses: {'204': {description: D}}
                    """
                            .getBytes(UTF_8)));

    private static Request request(String method, String path, String body) {
        return new Request(
                method,
                path,
                null,
                Headers.of(Map.of("Content-Type", List.of("application/json"))),
                body.getBytes(UTF_8));
    }

    private static Response answer(String method, String path) {
        var values = new Values(CONTRACT.lowered());
        var api = new AnySpec(CONTRACT, (pointer, seed) -> values.value(pointer, seed, Direction.ANSWER));
        Call call = (Call) CONTRACT.admit(request(method, path, ""));
        return (Response) CONTRACT.release(
                call, api.answer(call, new State.Loading().state()).reply());
    }

    /** The case N09. */
    @Test
    void a_string_of_a_json_type_is_json_with_its_quotes() {
        Response word = answer("GET", "/word");

        assertThat(word.headers()).containsEntry("Content-Type", "application/vnd.harbour+json");
        assertThat(new String(word.bytes(), UTF_8)).isEqualTo("\"hi\"");
    }

    /** The case N26. */
    @Test
    void a_picture_without_a_schema_is_the_bytes_of_one() {
        Response dot = answer("GET", "/dot");

        assertThat(dot.headers()).containsEntry("Content-Type", "image/png");
        assertThat(new String(dot.bytes(), ISO_8859_1)).startsWith("\u0089PNG\r\n");
    }

    /** The case N32. */
    @Test
    void an_answer_without_content_has_neither_bytes_nor_a_type() {
        for (Response none : List.of(answer("DELETE", "/kites/1"), answer("PUT", "/kites/1"))) {
            assertThat(none.bytes()).isEmpty();
            assertThat(none.headers()).doesNotContainKey("Content-Type");
        }
        assertThat(answer("DELETE", "/kites/1").status()).isEqualTo(204);
    }

    /** The case N36. */
    @Test
    void a_body_may_be_left_out_unless_it_is_required_and_an_empty_object_is_one() {
        assertThat(CONTRACT.admit(request("POST", "/sails", ""))).isInstanceOf(Call.class);
        assertThat(((Refusal) CONTRACT.admit(request("POST", "/sails", "{}"))).violations())
                .singleElement()
                .extracting(violation -> violation.message())
                .isEqualTo("body /sail must be given, was missing");
    }
}
