package dev.understudy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Json;
import dev.understudy.live.Brought;
import dev.understudy.live.Running;
import dev.understudy.live.Settings;
import dev.understudy.live.Understudy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests that create and list books on one server, each in a session of its own. */
@Timeout(60)
class SessionsTest {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static Running server;

    @BeforeAll
    static void start() throws Exception {
        server = Understudy.start(
                Settings.DEFAULT.withAuth(false).withBrought(Brought.of(Path.of("examples/library/library.yaml"))));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void sessions_in_parallel_never_see_a_book_of_another_and_each_count_is_exact() {
        var runs = IntStream.range(0, 64).mapToObj(i -> run("parallel-" + i, 5)).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(runs).join();

        for (int i = 0; i < 64; i++) {
            String key = "parallel-" + i;
            JsonNode books = json(send(call("/v1/books?q=Zzyzx&per_page=100").header("Understudy-Session", key)));
            assertThat(books.path("data").findValuesAsText("title"))
                    .hasSize(5)
                    .allMatch(title -> title.startsWith("Zzyzx " + key + " "));
            JsonNode session = json(send(call("/-/sessions/" + key)));
            assertThat(session.at("/calls/came").asInt()).isEqualTo(6);
            assertThat(session.at("/calls/answered").asInt()
                            + session.at("/calls/refused").asInt()
                            + session.at("/calls/cut").asInt())
                    .isEqualTo(6);
        }
        assertThat(json(send(call("/v1/books?q=Zzyzx"))).path("data")).isEmpty();
    }

    private static CompletableFuture<?> run(String key, int books) {
        CompletableFuture<?> run = CompletableFuture.completedFuture(null);
        for (int i = 0; i < books; i++) {
            HttpRequest add = add("/v1/books", "Zzyzx " + key + " " + i)
                    .header("Understudy-Session", key)
                    .build();
            run = run.thenCompose(before -> CLIENT.sendAsync(add, BodyHandlers.ofString()))
                    .thenAccept(answer -> assertThat(answer.statusCode()).isEqualTo(201));
        }
        return run;
    }

    @Test
    void what_is_created_below_a_prefix_is_found_where_its_location_leads() {
        HttpResponse<String> made = send(add("/-/in/prefixed/v1/books", "Emma"));
        String location = made.headers().firstValue("Location").orElseThrow();

        assertThat(URI.create(location).getPath()).startsWith("/-/in/prefixed/v1/books/");
        assertThat(send(call(URI.create(location).getPath())).body()).contains("Emma");
        assertThat(send(call(URI.create(location).getPath().replace("/-/in/prefixed", "")))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_journal_says_where_an_answer_comes_from() {
        send(call("/-/in/caused/v1/books/1"));
        send(call("/-/in/caused/v1/books/1").header("Prefer", "dynamic=true"));
        send(call("/-/in/caused/v1/books?page=0"));
        send(call("/-/in/caused/v1/books/999999"));

        assertThat(json(send(call("/-/sessions/caused/calls"))).findValuesAsText("cause"))
                .containsExactly("record", "refusal", "made", "record");
    }

    @Test
    void a_session_is_reset_and_restored() {
        send(add("/-/in/kept/v1/books", "Kept one"));
        send(call("/-/sessions/kept/snapshots/one").PUT(BodyPublishers.noBody()));
        send(add("/-/in/kept/v1/books", "Kept two"));

        var found = new ArrayList<Integer>();
        found.add(kept());
        send(call("/-/sessions/kept/snapshots/one/restore").POST(BodyPublishers.noBody()));
        found.add(kept());
        send(call("/-/sessions/kept/reset").POST(BodyPublishers.noBody()));
        found.add(kept());

        assertThat(found).containsExactly(2, 1, 0);
    }

    private static int kept() {
        return json(send(call("/-/in/kept/v1/books?q=Kept"))).path("data").size();
    }

    @Test
    void times_that_the_server_sets_follow_the_time_of_the_session() {
        send(call("/-/sessions/late").PUT(BodyPublishers.noBody()));
        send(call("/-/sessions/late/clock")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"time\":\"2031-05-04T03:02:01Z\",\"frozen\":true}")));

        assertThat(send(add("/-/in/late/v1/books", "Late")).body()).contains("2031-05-04T03:02:01");
        assertThat(send(add("/-/in/early/v1/books", "Early")).body()).doesNotContain("2031-05");
    }

    private static HttpRequest.Builder add(String path, String title) {
        return call(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"title\":\"" + title + "\",\"author\":\"Ann\"}"));
    }

    private static HttpRequest.Builder call(String path) {
        return HttpRequest.newBuilder(server.baseUrl().resolve(path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        return CLIENT.sendAsync(request.build(), BodyHandlers.ofString()).join();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return Json.mapper().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
