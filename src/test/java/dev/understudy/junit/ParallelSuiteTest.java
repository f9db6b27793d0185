package dev.understudy.junit;

import static dev.understudy.junit.Argument.body;
import static dev.understudy.junit.Argument.path;
import static dev.understudy.junit.Calls.calls;
import static dev.understudy.junit.Times.exactly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * A suite of 64 tests that all run at once on one server, 20 times over or as often as the system property
 * {@code rounds} says: no test ever sees a record of another, and every count is exact.
 */
@Tag("slow")
@UnderstudyTest("examples/library/library.yaml")
class ParallelSuiteTest {
    private static final int ROUNDS = Integer.getInteger("rounds", 20);
    private static final int TESTS = 64;
    private static final AtomicInteger AT_ONCE = new AtomicInteger();
    private static final AtomicInteger MOST_AT_ONCE = new AtomicInteger();

    @BeforeAll
    static void hold(TestSession mock) {
        assertThat(mock.calls()).isEmpty();
    }

    @Test
    void no_test_sees_a_record_of_another_and_every_count_is_exact() {
        for (int round = 0; round < ROUNDS; round++) {
            EngineTestKit.engine("junit-jupiter")
                    .configurationParameters(Map.of(
                            "junit.jupiter.extensions.autodetection.enabled", "false",
                            "junit.jupiter.execution.parallel.enabled", "true",
                            "junit.jupiter.execution.parallel.mode.default", "concurrent",
                            "junit.jupiter.execution.parallel.config.executor-service", "FORK_JOIN_POOL",
                            "junit.jupiter.execution.parallel.config.strategy", "fixed",
                            "junit.jupiter.execution.parallel.config.fixed.parallelism", Integer.toString(TESTS)))
                    .selectors(selectClass(Suite.class))
                    .execute()
                    .testEvents()
                    .assertStatistics(all -> all.started(TESTS).succeeded(TESTS));
        }
        System.out.printf("%d rounds of %d tests, at most %d at once%n", ROUNDS, TESTS, MOST_AT_ONCE.get());
        assertThat(MOST_AT_ONCE.get()).isGreaterThan(TESTS / 2);
    }

    @UnderstudyTest("examples/library/library.yaml")
    static class Suite {
        private static final HttpClient CLIENT =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private static final int BOOKS = 8;

        @RepeatedTest(TESTS)
        void creates_changes_lists_and_verifies(TestSession mock) {
            MOST_AT_ONCE.accumulateAndGet(AT_ONCE.incrementAndGet(), Math::max);
            try {
                run(mock);
            } finally {
                AT_ONCE.decrementAndGet();
            }
        }

        private static void run(TestSession mock) {
            var titles = new ArrayList<String>();
            var ids = new ArrayList<Integer>();
            for (int i = 0; i < BOOKS; i++) {
                titles.add("Zzyzx " + mock.key() + " " + i);
                ids.add(send(mock, "POST", "/v1/books", Map.of("title", titles.get(i), "author", mock.key()))
                        .at("/data/id")
                        .asInt());
            }
            for (int id : ids.subList(0, BOOKS / 2)) {
                JsonNode changed = send(mock, "PATCH", "/v1/books/" + id, Map.of("status", "lost"));
                assertThat(changed.at("/data/author").asText()).isEqualTo(mock.key());
            }
            send(mock, "DELETE", "/v1/books/" + ids.get(0), Map.of());

            assertThat(titles(mock, "q=Zzyzx&per_page=100&sort=title")).isEqualTo(titles.subList(1, BOOKS));
            assertThat(titles(mock, "q=Zzyzx&status=lost&sort=title")).isEqualTo(titles.subList(1, BOOKS / 2));

            mock.verify(calls("addBook").where(body("/author").equalTo(mock.key())), exactly(BOOKS));
            mock.verify(calls("changeBook").where(body("/status").equalTo("lost")), exactly(BOOKS / 2));
            mock.verify(calls("removeBook").where(path("id").equalTo(ids.get(0))), exactly(1));
            mock.verify(calls("listBooks"), exactly(2));
            assertThat(mock.calls()).hasSize(BOOKS + BOOKS / 2 + 3);
        }

        private static List<String> titles(TestSession mock, String query) {
            JsonNode page = json(answer(HttpRequest.newBuilder(mock.uri("/v1/books?" + query))));
            assertThat(page.at("/meta/total").asInt())
                    .isEqualTo(page.path("data").size());
            return page.path("data").findValuesAsText("title");
        }

        /** Half of the calls name the session by their path, half by the header. */
        private static JsonNode send(TestSession mock, String method, String path, Map<String, String> body) {
            BodyPublisher content =
                    body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(Json.write(body));
            HttpRequest.Builder request = method.equals("POST")
                    ? HttpRequest.newBuilder(mock.uri(path))
                    : HttpRequest.newBuilder(URI.create(mock.serverUrl() + path))
                            .header(TestSession.HEADER, mock.key());
            if (!body.isEmpty()) {
                request.header("Content-Type", "application/json");
            }
            return json(answer(request.method(method, content)));
        }

        private static String answer(HttpRequest.Builder request) {
            HttpResponse<String> response =
                    CLIENT.sendAsync(request.build(), BodyHandlers.ofString()).join();
            assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
            return response.body();
        }

        private static JsonNode json(String body) {
            try {
                return Json.mapper().readTree(body);
            } catch (IOException e) {
                throw new AssertionError(body, e);
            }
        }
    }
}
