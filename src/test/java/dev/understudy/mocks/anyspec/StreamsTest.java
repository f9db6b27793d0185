package dev.understudy.mocks.anyspec;

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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that are items one after the other, over a port. */
class StreamsTest {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static Running server;

    @BeforeAll
    static void start(@TempDir Path fixtures) throws Exception {
        Path answers = Files.createDirectories(fixtures.resolve("readings/answers"));
        Files.writeString(answers.resolve("tail.200.file.jsonseq"), "\u001e{\"line\":\"of a file\"}\n");
        server = Understudy.start(Settings.DEFAULT
                .withBrought(Brought.of(Path.of("src/test/resources/brought/readings.yaml")))
                .withFixtures(fixtures));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(server.baseUrl().resolve("/readings" + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static List<JsonNode> lines(String body) throws Exception {
        assertThat(body).endsWith("\n");
        var lines = new ArrayList<JsonNode>();
        for (String line : body.split("\n")) {
            lines.add(Json.read(line.getBytes(StandardCharsets.UTF_8)));
        }
        return lines;
    }

    /** The case N20. */
    @Test
    void a_list_has_a_record_a_line_and_is_filtered_as_a_list_is() throws Exception {
        HttpResponse<String> all = get("/all");

        assertThat(all.headers().firstValue("Content-Type")).hasValue("application/jsonl");
        assertThat(all.headers().firstValue("Content-Length")).isEmpty();
        assertThat(all.headers().firstValue("Vary").orElse("")).contains("Understudy-Stream");
        List<JsonNode> records = lines(all.body());
        assertThat(records).hasSize(25).allSatisfy(record -> assertThat(
                        record.path("level").isNumber())
                .isTrue());
        List<JsonNode> some = lines(get("/all?station=Oslo&limit=2").body());
        assertThat(some).hasSize(2).allSatisfy(record -> assertThat(
                        record.path("station").asText())
                .isEqualTo("Oslo"));
        assertThat(lines(get("/all", "Understudy-Stream", "items=3").body())).isEqualTo(records.subList(0, 3));
    }

    @Test
    void a_list_that_may_be_json_is_the_same_records_as_a_stream() throws Exception {
        String json = get("/either").body();
        List<JsonNode> lines =
                lines(get("/either", "Accept", "application/x-ndjson").body());

        assertThat(lines).isEqualTo(Json.mapper().readTree(json).valueStream().toList());
    }

    @Test
    void items_come_from_a_file_or_from_an_example_and_again_where_more_are_asked_for() throws Exception {
        assertThat(get("/log").body()).isEqualTo("\u001e{\"line\":\"of a file\"}\n");
        assertThat(get("/log", "Prefer", "example=two", "Understudy-Stream", "items=3, every=1ms")
                        .body())
                .isEqualTo("\u001e{\"line\":\"one\"}\n\u001e{\"line\":\"two\"}\n\u001e{\"line\":\"one\"}\n");
        assertThat(get("/log", "Prefer", "example=wrong").body()).contains("/0/line must be a string, was 1");
    }

    @Test
    void events_have_the_fields_of_their_schema_and_as_many_come_as_the_document_says() throws Exception {
        String events = get("/watch").body();

        assertThat(events.split("\n\n")).hasSize(2).allSatisfy(event -> assertThat(event)
                .matches("event: level\n(id: \\d+\n)?data: \\{\"level\":1}"));
        assertThat(get("/watch", "Understudy-Stream", "items=0").body()).isEmpty();
        assertThat(get("/words").body()).isEqualTo("data: one\ndata: two\n\n");
    }

    @Test
    void the_data_of_an_event_are_the_json_of_its_content_schema() throws Exception {
        assertThat(get("/steps").body().split("\n\n"))
                .hasSize(20)
                .containsOnly("event: word\ndata: go", "event: json\ndata: {\"step\":7}");
    }

    @Test
    void a_list_that_is_bounded_has_the_items_that_it_may_have() throws Exception {
        assertThat(get("/three", "Understudy-Stream", "items=9").body()).isEqualTo("7\n7\n");
    }

    @Test
    void a_request_with_the_property_stream_is_answered_by_events() throws Exception {
        assertThat(chat("{\"stream\":true}")).isEqualTo("data: {\"delta\":\"some\"}\n\n");
        assertThat(chat("{\"stream\":false}")).isEqualTo("{\"text\":\"all\"}");
        assertThat(chat("{}")).isEqualTo("{\"text\":\"all\"}");
    }

    private static String chat(String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.baseUrl().resolve("/readings/chat"))
                .headers("Content-Type", "application/json", "Accept", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString()).body();
    }

    @Test
    void a_pace_that_is_none_is_refused() throws Exception {
        for (String pace : List.of("items=-1", "items=1000001", "every=61m", "every=1", "speed=2", "")) {
            assertThat(get("/log", "Understudy-Stream", pace).statusCode())
                    .as(pace)
                    .isEqualTo(400);
        }
        assertThat(get("/log", "Understudy-Stream", "items=x").body())
                .contains("header \\\"Understudy-Stream\\\" must say how many items there are, up to 1000000");
    }
}
