package dev.understudy.mocks.anyspec.changes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.contract.Contract;
import dev.understudy.fixture.CollectionKey;
import dev.understudy.mocks.anyspec.changes.Mocked.MockReply;
import dev.understudy.openapi.Documents;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was uploaded is what is downloaded. */
class UploadedFilesTest {
    private static final String CHARTS =
            """
            openapi: 3.0.3
            info: {title: Charts, version: '1'}
            paths:
              /charts:
                get:
                  responses:
                    '200': {description: D, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Chart'}}}}}
                post:
                  requestBody:
                    required: true
                    content:
                      multipart/form-data:
                        schema: {type: object, required: [file], properties: {file: {type: string, format: binary}}}
                  responses:
                    '201': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Chart'}}}}
                delete:
                  responses: {'204': {description: D}}
              /charts/{id}:
                parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                get:
                  responses: {'200': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Chart'}}}}}
                delete:
                  responses: {'204': {description: D}}
              /charts/{id}/content:
                parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                get:
                  responses: {'200': {description: D, content: {application/octet-stream: {schema: {type: string, format: binary}}}}}
              /charts/{id}/picture:
                parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                get:
                  responses: {'200': {description: D, content: {image/png: {schema: {type: string, format: binary}}}}}
                put:
                  requestBody: {required: true, content: {image/png: {schema: {type: string, format: binary}}}}
                  responses: {'204': {description: D}}
              /charts/{id}/scale:
                parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                get:
                  responses:
                    '200': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Scale'}}}}
                    '410': {description: D}
                put:
                  requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Scale'}}}}
                  responses: {'204': {description: D}}
              /logo:
                get:
                  responses: {'200': {description: D, content: {image/png: {schema: {type: string, format: binary}}}}}
                put:
                  requestBody: {required: true, content: {image/png: {schema: {type: string, format: binary}}}}
                  responses: {'204': {description: D}}
            components:
              schemas:
                Scale: {type: object, properties: {unit: {type: string}}}
                Chart: {type: object, required: [id, name], properties: {id: {type: integer}, name: {type: string}}}
            """;

    private final Mocked mock = new Mocked(Contract.brought("t", Documents.read("t.yaml", CHARTS.getBytes(UTF_8))));

    @Test
    void bytes_that_were_put_are_answered_at_the_same_path() {
        assertThat(mock.call("PUT", "/logo", "not really a picture", "image/png")
                        .status())
                .isEqualTo(204);
        MockReply logo = mock.call("GET", "/logo");
        assertThat(logo.text()).isEqualTo("not really a picture");
        assertThat(logo.header("Content-Type")).isEqualTo("image/png");
    }

    @Test
    void the_file_that_a_record_was_created_with_is_below_it_until_it_is_deleted() {
        String form =
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\ndeep water\r\n--x--\r\n";
        MockReply created = mock.call("POST", "/charts", form, "multipart/form-data; boundary=x");
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.at("/id").asInt()).isEqualTo(6);
        assertThat(mock.call("GET", "/charts/6/content").text()).isEqualTo("deep water");
        assertThat(mock.call("GET", "/charts/1/content").status()).isEqualTo(200);
        mock.call("DELETE", "/charts/6");
        assertThat(mock.call("GET", "/charts/6/content").status()).isEqualTo(404);
    }

    @Test
    void deleting_a_whole_list_deletes_the_files_of_each_of_its_records_and_no_others() {
        for (String path : List.of("/logo", "/charts/1/picture", "/charts/4/picture")) {
            mock.call("PUT", path, "dots", "image/png");
        }
        assertThat(paths()).hasSize(3);

        assertThat(mock.call("DELETE", "/charts").status()).isEqualTo(204);

        assertThat(paths()).singleElement().asString().contains("/logo");
    }

    private List<Object> paths() {
        return mock.state().set(new CollectionKey<>("t/~files", Object::toString)).stream()
                .toList();
    }

    @Test
    void a_file_in_the_place_of_another_or_of_a_deleted_record_takes_no_more_room() {
        byte[] document = CHARTS.getBytes(UTF_8);
        Mocked small =
                new Mocked(Contract.brought("t", Documents.read("t.yaml", document)), new ChangeLimits(3, 10_000));
        String form =
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\ndeep\r\n--x--\r\n";
        for (int id = 6; id < 9; id++) {
            assertThat(small.call("PUT", "/logo", "logo " + id, "image/png").status())
                    .isEqualTo(204);
            small.call("POST", "/charts", form, "multipart/form-data; boundary=x");
            assertThat(small.call("GET", "/charts/" + id + "/content").text()).isEqualTo("deep");
            small.call("DELETE", "/charts/" + id);
        }
        assertThat(small.call("GET", "/logo").text()).isEqualTo("logo 8");
    }

    @Test
    void below_a_record_that_is_gone_nothing_is_shown_or_taken() {
        assertThat(mock.call("PUT", "/charts/2/picture", "dots", "image/png").status())
                .isEqualTo(204);
        assertThat(mock.call("PUT", "/charts/2/scale", "{\"unit\":\"m\"}").status())
                .isEqualTo(204);
        mock.call("DELETE", "/charts/2");

        assertThat(mock.call("GET", "/charts/2/picture").status()).isEqualTo(404);
        assertThat(mock.call("PUT", "/charts/2/picture", "dots", "image/png").status())
                .isEqualTo(404);
        assertThat(mock.call("GET", "/charts/2/scale").status()).isEqualTo(410);
        assertThat(mock.call("PUT", "/charts/2/scale", "{\"unit\":\"m\"}").status())
                .isEqualTo(404);
        assertThat(mock.call("GET", "/charts/3/scale").status()).isEqualTo(200);
    }
}
