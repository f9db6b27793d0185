package dev.understudy.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Json;
import dev.understudy.live.Brought;
import dev.understudy.live.Running;
import dev.understudy.live.Settings;
import dev.understudy.live.Understudy;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code GET /-/apis} says of what is served. */
@Timeout(60)
class ApisTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String HARBOUR =
            """
            openapi: 3.1.0
            info: {title: <b>Harbour</b>, version: '1'}
            servers: [{url: 'https://api.harbour.example/v1'}, {url: /v2}]
            security: [{user: [], key: []}]
            paths:
              /boats/{id}:
                parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                get:
                  operationId: getBoat
                  responses:
                    '200':
                      description: One
                      content: {application/json: {schema: {$ref: '#/components/schemas/Boat'}}}
              /boats:
                get:
                  operationId: listBoats
                  responses:
                    '200':
                      description: All
                      content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Boat'}}}}
                post:
                  operationId: addBoat
                  requestBody:
                    content: {application/json: {schema: {$ref: '#/components/schemas/Boat'}}}
                  responses:
                    '201':
                      description: Added
                      content: {application/json: {schema: {$ref: '#/components/schemas/Boat'}}}
              /tides:
                get:
                  operationId: listTides
                  security: []
                  responses:
                    '200':
                      description: Broken
                      content: {application/json: {schema: {$ref: '#/components/schemas/Nothing'}}}
            components:
              securitySchemes:
                user: {type: http, scheme: basic}
                key: {type: apiKey, in: query, name: k}
              schemas:
                Boat: {type: object, required: [id], properties: {id: {type: integer}, name: {type: string}}}
            """;

    private static Running mock;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("harbour.yaml"), HARBOUR);
        mock = Understudy.start(Settings.DEFAULT.withBrought(Brought.of(file)));
    }

    @AfterAll
    static void stop() {
        mock.close();
    }

    @Test
    void an_api_has_its_bases_its_operations_and_how_much_is_wrong_with_its_contract() throws Exception {
        JsonNode api = only(get("/-/apis"));

        assertThat(api.path("name").asText()).isEqualTo("harbour");
        assertThat(api.path("title").asText()).isEqualTo("<b>Harbour</b>");
        assertThat(api.path("source").asText()).endsWith("harbour.yaml");
        assertThat(api.path("brought").asBoolean()).isTrue();
        assertThat(api.path("bases")).map(JsonNode::asText).containsExactlyInAnyOrder("/v1", "/v2");
        assertThat(api.path("operations").asInt()).isEqualTo(4);
        assertThat(api.path("unserved").asInt()).isEqualTo(1);
        assertThat(api.path("findings").path("fault").asInt()).isEqualTo(1);
    }

    @Test
    void the_first_call_to_try_passes_with_the_credentials_that_are_shown() throws Exception {
        JsonNode api = only(get("/-/apis"));

        String path = api.path("try").path("path").asText();
        assertThat(path).isEqualTo("/v1/boats");
        assertThat(get(path).statusCode()).isEqualTo(401);
        JsonNode basic = api.path("credentials").get(0);
        JsonNode key = api.path("credentials").get(1);
        assertThat(key.path("in").asText()).isEqualTo("query");
        HttpResponse<String> answer = get(
                path + "?" + key.path("name").asText() + "=" + key.path("value").asText(),
                basic.path("name").asText(),
                basic.path("value").asText());
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void collections_are_counted_as_a_session_has_them() throws Exception {
        int before = records("/-/apis?session=counted");

        var added = HttpRequest.newBuilder(mock.baseUrl().resolve("/v1/boats?k=1"))
                .header("Authorization", "Basic x")
                .header("Understudy-Session", "counted")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"id\":4711}"))
                .build();
        assertThat(CLIENT.send(added, BodyHandlers.ofString()).statusCode()).isEqualTo(201);

        assertThat(before).isPositive();
        assertThat(records("/-/apis?session=counted")).isEqualTo(before + 1);
        assertThat(records("/-/apis")).isEqualTo(before);
        assertThat(get("/-/apis?session=a/b").statusCode()).isEqualTo(400);
    }

    @Test
    void a_page_of_another_origin_is_refused() throws Exception {
        assertThat(get("/-/apis", "Origin", "https://elsewhere.example").statusCode())
                .isEqualTo(403);
    }

    private static int records(String path) throws Exception {
        JsonNode collection = only(get(path)).path("collections").get(0);
        assertThat(collection.path("name").asText()).isEqualTo("harbour/boats");
        assertThat(collection.path("filed").asBoolean(true)).isFalse();
        return collection.path("records").asInt();
    }

    private static JsonNode only(HttpResponse<String> answer) throws Exception {
        JsonNode apis = Json.mapper().readTree(answer.body()).path("apis");
        assertThat(apis).hasSize(1);
        return apis.get(0);
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(mock.baseUrl().resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
