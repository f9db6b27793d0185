package dev.understudy.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which contracts and fixtures are served, and waiting for some. */
class RevisionTest {
    private static final String BOATS =
            """
            openapi: 3.1.0
            info: {title: Boats, version: '1'}
            paths:
              /boats: {get: {responses: {'200': {description: d, content: {application/json: {example: [1]}}}}}}
            """;

    private final Path root;

    RevisionTest(@TempDir Path root) {
        this.root = root;
    }

    @Test
    void a_revision_is_of_what_is_in_the_files_and_not_of_where_they_lie() throws Exception {
        String one = revision("one", "boats.yaml", BOATS);

        assertThat(one).matches("[0-9a-f]{16}").isEqualTo(revision("two", "boats.yaml", BOATS));
        assertThat(List.of(
                        one,
                        revision("three", "boats.yaml", BOATS + " "),
                        revision("four", "ships.yaml", BOATS),
                        revision("five", "more/boats.yaml", BOATS)))
                .doesNotHaveDuplicates();
    }

    private String revision(String place, String name, String text) throws Exception {
        Path folder = root.resolve(place);
        new Folder(folder).write(name, text);
        Settings settings = Settings.DEFAULT.withBrought(Brought.of(folder));
        return Revision.of(
                List.of(), settings, Snapshot.load(List.of(), settings).files());
    }

    @Test
    void a_client_waits_until_its_change_is_served_or_was_refused_and_every_own_page_has_the_revision()
            throws Exception {
        String next = revision("next", "boats.yaml", BOATS.replace("[1]", "[2]"));
        String broken = revision("broken", "boats.yaml", "openapi: 3");
        String first = revision("served", "boats.yaml", BOATS);
        Settings settings = Settings.DEFAULT.withBrought(Brought.of(root.resolve("served")));
        try (Running running = Understudy.start(List.of(), settings)) {
            assertThat(ask(running, "/-/health").join().headers().firstValue("Understudy-Revision"))
                    .contains(first);
            assertThat(ask(running, "/-/ready").join().body())
                    .isEqualTo("{\"status\":\"ready\",\"revision\":\"" + first + "\"}");
            var waiting = ask(running, "/-/ready?wait=60s&revision=" + next);

            new Folder(root.resolve("served")).write("boats.yaml", BOATS.replace("[1]", "[2]"));
            running.reloadSoon();

            assertThat(waiting.join().statusCode()).isEqualTo(200);
            assertThat(ask(running, "/boats").join().body()).isEqualTo("[2]");
            assertThat(ask(running, "/-/ready?wait=1ms&revision=" + first)
                            .join()
                            .statusCode())
                    .isEqualTo(503);
            var refused = ask(running, "/-/ready?wait=60s&revision=" + broken);
            new Folder(root.resolve("served")).write("boats.yaml", "openapi: 3");
            running.reloadSoon();
            assertThat(refused.join().statusCode()).isEqualTo(503);
            assertThat(refused.join().body()).contains("other revision", next, "boats.yaml:1:1: must be OpenAPI");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "revision=abc, query \"revision\" must be 16 digits",
        "wait=10s, query \"wait\" must stand beside \"revision\"",
        "revision=0123456789abcdef&wait=1h, query \"wait\" must be a time such as",
        "revision=0123456789abcdef&wait=6m, and 5m at most",
        "revision=0123456789abcdef&wait=, query \"wait\" must be a time such as",
    })
    void a_wrong_query_is_told_what_it_must_be(String query, String told) {
        var served = Served.of(List.of(), Brought.NONE);

        var answer = served.call("GET", "/-/ready?" + query, null).response();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(new String(answer.bytes(), java.nio.charset.StandardCharsets.UTF_8).replace("\\", ""))
                .contains(told);
    }

    private static CompletableFuture<HttpResponse<String>> ask(Running running, String path) {
        return HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(URI.create(running.baseUrl() + path))
                                .build(),
                        BodyHandlers.ofString());
    }
}
