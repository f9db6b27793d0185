package dev.understudy.depot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.http.MockServer;
import dev.understudy.live.Catalogue;
import dev.understudy.live.Settings;
import dev.understudy.live.Snapshot;
import dev.understudy.live.Source;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An API that is none of the built-in ones, over a port: arguments in each place, other media types, and writing. */
class DepotTest {
    private static final String PARCELS = "/depots/gent/parcels";
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xFF, '\r', '\n'};

    private final HttpClient client = HttpClient.newHttpClient();
    private final MockServer server;

    DepotTest(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("depot/parcels"));
        Files.writeString(
                folder.resolve("depot/parcels/parcels.json"),
                """
                [{"depot": "gent", "number": 1, "weight": 4, "note": "Boeken — breekbaar"},
                 {"depot": "gent", "number": 2, "weight": 40, "note": "%s"},
                 {"depot": "oostende", "number": 3, "weight": 7}]
                """
                        .formatted("x".repeat(41)));
        var contract = new Source(
                "src/test/specs/depot/parcels.yaml", Files.readAllBytes(Path.of("src/test/specs/depot/parcels.yaml")));
        var entry = new Catalogue.Entry("depot/parcels", contract, new DepotHandler());
        var settings = Settings.DEFAULT.withFixtures(folder);
        var snapshot = (Snapshot) Snapshot.load(List.of(entry), settings);
        server = MockServer.start(settings.address(), settings.access(), snapshot.exchange());
    }

    @AfterEach
    void close() {
        server.close();
    }

    @BeforeEach
    void asked_before() throws Exception {
        // What is answered from memory has to be forgotten by what the tests change.
        for (int i = 0; i < 3; i++) {
            assertThat(get(PARCELS).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void arguments_reach_the_handler_from_path_query_header_and_body() throws Exception {
        assertThat(get(PARCELS + "/1").body()).isEqualTo("{\"number\":1,\"weight\":4,\"note\":\"Boeken — breekbaar\"}");
        assertThat(get(PARCELS + "/1", "X-Language", "nl").body()).contains("NL: Boeken");
        assertThat(get(PARCELS + "?heavier_than=4").body())
                .doesNotContain("\"number\":1")
                .contains("\"number\":2");
        assertThat(post("{\"weight\": 12, \"note\": \"new\"}").body())
                .isEqualTo("{\"number\":4,\"weight\":12,\"note\":\"new\"}");
    }

    @Test
    void a_broken_argument_is_refused_with_its_place() throws Exception {
        assertThat(get("/depots/x/parcels/0", "X-Language", "de").body())
                .contains("path \\\"depot\\\" must have at least 2 characters")
                .contains("path \\\"number\\\" must be at least 1, was 0")
                .contains("header \\\"X-Language\\\" must be one of en, nl");
        assertThat(post("{\"weight\": 0}").statusCode()).isEqualTo(400);
        assertThat(send("PUT", PARCELS + "/1/label", "image/gif", PICTURE).statusCode())
                .isEqualTo(415);
    }

    @Test
    void documented_headers_are_sent() throws Exception {
        HttpResponse<String> heavy = get(PARCELS + "/2");
        assertThat(heavy.headers().firstValue("X-Weight")).contains("40");
        assertThat(heavy.headers().firstValue("X-Marks")).contains("heavy,two people");
        assertThat(get(PARCELS + "/1").headers().firstValue("X-Marks")).isEmpty();
        assertThat(get(PARCELS).headers().firstValue("X-Total")).contains("2");
    }

    @Test
    void text_and_bytes_are_answered_as_they_are() throws Exception {
        HttpResponse<String> note = get(PARCELS + "/1/note");
        assertThat(note.body()).isEqualTo("Boeken — breekbaar");
        assertThat(note.headers().firstValue("Content-Type")).contains("text/plain");

        assertThat(get(PARCELS + "/1/label").statusCode()).isEqualTo(404);
        assertThat(send("PUT", PARCELS + "/1/label", "image/png", PICTURE).statusCode())
                .isEqualTo(204);
        HttpResponse<byte[]> label = client.send(request(PARCELS + "/1/label").build(), BodyHandlers.ofByteArray());
        assertThat(label.body()).isEqualTo(PICTURE);
        assertThat(label.headers().firstValue("Content-Type")).contains("image/png");
    }

    @Test
    void a_text_that_breaks_its_schema_does_not_leave() throws Exception {
        HttpResponse<String> note = get(PARCELS + "/2/note");
        assertThat(note.statusCode()).isEqualTo(500);
        assertThat(note.body()).contains("reply must have at most 40 characters");
    }

    @Test
    void what_is_added_is_found_again_and_what_is_removed_is_not() throws Exception {
        HttpResponse<String> added = post("{\"weight\": 5}");
        String location = added.headers().firstValue("Location").orElseThrow();

        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(get(location).body()).isEqualTo(added.body());
        assertThat(get(PARCELS).body()).contains("\"number\":4");

        assertThat(send("DELETE", location, "", new byte[0]).statusCode()).isEqualTo(204);
        assertThat(send("DELETE", location, "", new byte[0]).statusCode()).isEqualTo(404);
        assertThat(get(location).statusCode()).isEqualTo(404);
        assertThat(get(PARCELS).body()).doesNotContain("\"number\":4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E1", "1e0", "0.0000001", "-0", "-0.0", "1.10", "12.50e-1", "10", "0.00"})
    void a_number_that_is_written_is_read_as_it_was_written(String number) throws Exception {
        HttpResponse<String> added = post("{\"weight\": 5, \"volume\": " + number + "}");

        assertThat(added.body()).isEqualTo("{\"number\":4,\"weight\":5,\"volume\":" + number + "}");
        assertThat(get(added.headers().firstValue("Location").orElseThrow()).body())
                .isEqualTo(added.body());
        assertThat(get(PARCELS).body()).contains(added.body());
    }

    @Test
    void the_same_bytes_that_write_write_each_time() throws Exception {
        List<String> added = List.of(
                post("{\"weight\": 5}").body(),
                post("{\"weight\": 5}").body(),
                post("{\"weight\": 5}").body());

        assertThat(added)
                .containsExactly(
                        "{\"number\":4,\"weight\":5}", "{\"number\":5,\"weight\":5}", "{\"number\":6,\"weight\":5}");
        assertThat(get(PARCELS).headers().firstValue("X-Total")).contains("5");
    }

    @Test
    void of_many_that_write_at_once_none_is_lost() {
        List<CompletableFuture<HttpResponse<String>>> adding = IntStream.range(0, 60)
                .mapToObj(i -> client.sendAsync(adding("{\"weight\": 5}"), BodyHandlers.ofString()))
                .toList();
        List<String> added = adding.stream().map(answer -> answer.join().body()).toList();

        assertThat(added)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(4, 64)
                        .mapToObj(number -> "{\"number\":" + number + ",\"weight\":5}")
                        .toList());
    }

    @Test
    void a_call_that_is_refused_changes_nothing() throws Exception {
        String before = get(PARCELS).body();
        String refused = Stream.of("{\"weight\": \"5\"}", "{}", "[", "{\"weight\": 1, \"x\": 1}")
                .map(body -> client.sendAsync(adding(body), BodyHandlers.ofString())
                        .join()
                        .statusCode())
                .map(String::valueOf)
                .collect(joining(" "));

        assertThat(refused).isEqualTo("400 400 400 400");
        assertThat(get(PARCELS).body()).isEqualTo(before);
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString(UTF_8));
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return client.send(adding(body), BodyHandlers.ofString(UTF_8));
    }

    private HttpRequest adding(String body) {
        return request(PARCELS)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpResponse<String> send(String method, String path, String type, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).method(method, BodyPublishers.ofByteArray(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        return client.send(request.build(), BodyHandlers.ofString(UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }
}
