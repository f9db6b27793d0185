package dev.understudy.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.control.metrics.Metrics;
import dev.understudy.http.MockServer;
import dev.understudy.http.Wire;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {
    private static final String LIST = "{api=\"zoo/pets\",operation=\"listPets\",status=";

    private final Path folder;
    private final Metrics metrics = new Metrics();
    private LiveSnapshot live;
    private MockServer server;

    MetricsTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        pets("[{\"name\":\"Ada\"},{\"name\":\"Bob\"}]");
        var settings = Settings.DEFAULT.withFixtures(folder);
        live = new LiveSnapshot(Zoo.catalogue(), settings, metrics);
        live.take(live.read());
        server = MockServer.start(settings.address(), settings.access(), live.service());
    }

    @BeforeEach
    void ask() throws Exception {
        get("/zoo/pets");
        get("/zoo/pets");
        get("/zoo/pets?limit=0");
        get("/nowhere");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void requests_are_counted_and_timed_by_operation_and_class_of_status() throws Exception {
        assertThat(page())
                .contains(
                        "understudy_requests_seconds_count" + LIST + "\"2xx\"} 2\n",
                        "understudy_requests_seconds_count" + LIST + "\"4xx\"} 1\n",
                        "understudy_requests_seconds_bucket" + LIST + "\"2xx\",le=\"+Inf\"} 2\n",
                        "understudy_requests_seconds_count{api=\"none\",operation=\"none\",status=\"4xx\"} 1\n");
    }

    @Test
    void violations_are_counted_by_operation_and_keyword() throws Exception {
        assertThat(page())
                .contains(
                        "understudy_violations_total{api=\"zoo/pets\",keyword=\"minimum\",operation=\"listPets\"} 1.0\n");
    }

    @Test
    void calls_that_rules_decide_about_are_counted_by_operation_and_not_by_rule() throws Exception {
        String rule = "{\"id\":\"mine\",\"call\":{\"operation\":\"listPets\"},\"effect\":{\"garble\":true}}";
        Wire.exchange(
                server.port(),
                "POST /-/sessions/default/rules HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: " + rule.length() + "\r\nConnection: close\r\n\r\n" + rule);
        get("/zoo/pets");

        assertThat(page())
                .contains("understudy_ruled_total{api=\"zoo/pets\",operation=\"listPets\"} 1.0\n")
                .doesNotContain("mine");
    }

    @Test
    void what_was_kept_and_how_often_it_was_asked_for_is_shown() throws Exception {
        get("/zoo/pets");

        // The first answers teach which headers matter, and an answer is kept when it is asked for again.
        assertThat(page())
                .containsPattern("understudy_cache_gets_total\\{cache=\"call\",result=\"hit\"} [1-9]")
                .containsPattern("understudy_cache_gets_total\\{cache=\"request\",result=\"miss\"} [1-9]")
                .containsPattern("understudy_cache_bytes\\{cache=\"call\"} [1-9]");
    }

    @Test
    void counts_outlive_a_collection_of_garbage_and_a_reload() throws Exception {
        pets("[{\"name\":\"Ada\"}]");
        assertThat(page())
                .contains(
                        "understudy_records{collection=\"zoo/pets/pets\"} 2.0\n", "understudy_snapshot_version 1.0\n");
        live.take(live.read());
        System.gc();

        assertThat(page())
                .contains(
                        "understudy_records{collection=\"zoo/pets/pets\"} 1.0\n",
                        "understudy_snapshot_version 2.0\n",
                        "understudy_requests_seconds_count" + LIST + "\"2xx\"} 2\n")
                .containsPattern("understudy_cache_gets_total\\{cache=\"request\",result=\"miss\"} [1-9]");
    }

    @Test
    void the_page_is_the_text_that_prometheus_reads() throws Exception {
        String answer = get("/-/metrics");

        assertThat(answer).contains("\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\n");
        assertThat(page().lines())
                .allMatch(line -> line.matches("# (HELP|TYPE) [a-z0-9_]+ .*")
                        || line.matches("[a-z0-9_]+(\\{([a-z_]+=\"[^\"]*\",?)*})? (-?[0-9.E-]+|NaN)"))
                .anyMatch(line -> line.startsWith("jvm_memory_used_bytes{"))
                .anyMatch(line -> line.startsWith("jvm_gc_seconds_count{"))
                .anyMatch(line -> line.startsWith("process_uptime_seconds "));
    }

    private void pets(String json) throws Exception {
        Path file = folder.resolve("zoo/pets/pets.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, json);
    }

    private String get(String path) throws Exception {
        String head =
                "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer t\r\nConnection: close\r\n\r\n";
        return Wire.exchange(server.port(), head);
    }

    private String page() {
        return new String(metrics.page().bytes(), UTF_8);
    }
}
