package dev.understudy.mocks.anyspec.collections;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Json;
import dev.understudy.live.Brought;
import dev.understudy.live.Running;
import dev.understudy.live.Seeds;
import dev.understudy.live.Settings;
import dev.understudy.live.Understudy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Lists that few documents have, over a port. */
@TestInstance(Lifecycle.PER_CLASS)
class OddListsTest {
    private static final Path DOCUMENT = Path.of("src/test/resources/brought/odd-lists.yaml");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Running server;

    @BeforeAll
    void start() throws Exception {
        server = Understudy.start(settings(DOCUMENT));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static Settings settings(Path document) {
        return Settings.DEFAULT.withAuth(false).withBrought(Brought.of(document));
    }

    private static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build();
        HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(uri + " " + answer.body()).isEqualTo(200);
        return answer;
    }

    @Test
    void examples_are_there_though_no_records_are_made() throws Exception {
        try (Running none = Understudy.start(settings(DOCUMENT).withSeeds(new Seeds(Set.of(), 0)))) {
            JsonNode notes = Json.mapper()
                    .readTree(get(none.baseUrl().resolve("/odd/notes")).body());
            JsonNode knots = Json.mapper()
                    .readTree(get(none.baseUrl().resolve("/odd/knots")).body());

            assertThat(notes.path("items")).hasSize(3);
            assertThat(knots.path("items")).isEmpty();
        }
    }

    /** Each of 40 collections names one of each that comes before it. */
    @Test
    void collections_that_all_name_each_other_are_there_at_once(@TempDir Path folder) throws Exception {
        List<String> names = IntStream.range(0, 40)
                .mapToObj(i -> "wor" + (char) ('a' + i / 10) + (char) ('a' + i % 10) + "k")
                .toList();
        var text = new StringBuilder("openapi: 3.0.3\ninfo: {title: Net, version: '1'}\npaths:\n");
        for (int i = 0; i < names.size(); i++) {
            var properties = new StringBuilder("id: {type: string}");
            names.subList(0, i)
                    .forEach(name -> properties.append(", ").append(name).append("_id: {type: string}"));
            text.append(
                    """
                      /%ss:
                        get:
                          responses:
                            '200':
                              description: A list
                              content:
                                application/json:
                                  schema: {type: array, items: {type: object, properties: {%s}}}
                    """
                            .formatted(names.get(i), properties)
                            .indent(2)
                            .replaceFirst("^ *", "  "));
        }
        Path document = Files.writeString(folder.resolve("net.yaml"), text);
        try (Running net = Understudy.start(settings(document))) {
            assertThat(get(net.baseUrl().resolve("/" + names.get(39) + "s")).body())
                    .startsWith("[{");
        }
    }
}
