package dev.understudy.mocks.anyspec.changes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.contract.Contract;
import dev.understudy.openapi.Documents;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records that name others, where x-understudy has references enforced, and where it has not. */
class DanglingReferencesTest {
    private static final String KITES =
            """
            openapi: 3.0.3
            info: {title: Kites, version: '1'}
            paths:
              /kites:
                x-understudy: {references: SAID}
                get: {responses: {'200': {description: D, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Kite'}}}}}}}
                post:
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Kite'}}}}
                  responses: {'201': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Kite'}}}}}
              /kites/{id}:
                x-understudy: {references: SAID}
                parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                get: {responses: {'200': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Kite'}}}}}}
                patch:
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Kite'}}}}
                  responses: {'200': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Kite'}}}}}
              /makers:
                get: {responses: {'200': {description: D, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Maker'}}}}}}}
              /makers/{id}:
                get:
                  parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                  responses: {'200': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Maker'}}}}}
            components:
              schemas:
                Kite: {type: object, properties: {id: {type: integer, readOnly: true}, name: {type: string}, maker_id: {type: integer}}}
                Maker: {type: object, required: [id], properties: {id: {type: integer}, city: {type: string}}}
            """;

    @ParameterizedTest
    @CsvSource({
        "enforced, POST, /kites, 1, 201",
        "enforced, POST, /kites, 99, 400",
        "noted, POST, /kites, 99, 201",
        "enforced, PATCH, /kites/1, 2, 200",
        "enforced, PATCH, /kites/1, 99, 400",
        "noted, PATCH, /kites/1, 99, 200",
    })
    void a_record_that_names_none_is_refused_where_references_are_enforced_and_noted_elsewhere(
            String said, String method, String path, int maker, int status) {
        var document = Documents.read("kites.yaml", KITES.replace("SAID", said).getBytes(UTF_8));
        var mock = new Mocked(Contract.brought("kites", document));

        Mocked.MockReply reply = mock.call(method, path, "{\"maker_id\":" + maker + "}");

        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        if (status == 400) {
            assertThat(reply.text()).contains("body /maker_id must name one of makers, such as 1, 2 or 3, was 99");
            assertThat(mock.call("GET", "/kites").text()).doesNotContain("99");
        }
        assertThat(reply.notes())
                .isEqualTo(
                        said.equals("noted")
                                ? List.of("body /maker_id must name one of makers, such as 1, 2 or 3, was 99")
                                : List.of());
    }
}
