package dev.understudy.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.live.Running;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An answer that is kept is sent to many; what one of them asks for besides must not reach the others. */
@Timeout(60)
class CachedAnswersTest {
    /** Often enough for any answer to be kept, and sent again from there. */
    private static final int OFTEN = 6;

    private static Running server;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server = Stage.open(folder, AccessSettings.DEFAULT, "[{\"name\":\"Ada\"}]");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void all_of_it_is_the_same_however_often_it_is_sent() throws Exception {
        assertThat(Set.copyOf(often(Stage.GET + "\r\n"))).hasSize(1);
    }

    @Test
    void a_connection_that_ends_with_it_ends_for_one_client_only() throws Exception {
        String kept = often(Stage.GET + "\r\n").get(OFTEN - 1);

        String last = Wire.exchange(server.port(), Stage.GET + "Connection: close\r\n\r\n");

        assertThat(last.toLowerCase().split("connection: close")).hasSize(2);
        assertThat(often(Stage.GET + "\r\n")).containsOnly(kept);
        assertThat(kept.toLowerCase()).doesNotContain("connection: close").contains("content-length: 25\r\n");
    }

    @Test
    void a_304_has_its_tag_and_no_length_each_time() throws Exception {
        String tag = often(Stage.GET + "\r\n").get(0).replaceFirst("(?is).*etag: (\"[^\"]*\").*", "$1");
        try (var line = new Line(server.port())) {
            for (int i = 0; i < OFTEN; i++) {
                assertThat(line.send(Stage.GET + "If-None-Match: " + tag + "\r\n\r\n")
                                .interim()
                                .toLowerCase())
                        .startsWith("http/1.1 304 ")
                        .contains("etag: " + tag)
                        .doesNotContain("content-length");
            }
        }
    }

    @Test
    void over_http_2_it_has_the_fields_that_it_has_over_http_1_but_for_those_of_the_connection(@TempDir Path folder)
            throws Exception {
        Vertx vertx = Vertx.vertx();
        HttpClient http1 = Stage.client(vertx, HttpVersion.HTTP_1_1);
        HttpClient http2 = Stage.client(vertx, HttpVersion.HTTP_2);
        try (Running encrypted = Stage.open(folder, Stage.encrypted(Timeouts.DEFAULT), "[{\"name\":\"Ada\"}]")) {
            for (int i = 0; i < OFTEN; i++) {
                assertThat(fields(HttpVersion.HTTP_2, http2, encrypted.port()))
                        .containsExactlyInAnyOrderElementsOf(fields(HttpVersion.HTTP_1_1, http1, encrypted.port()));
            }
        } finally {
            http1.close().await();
            http2.close().await();
            vertx.close().await();
        }
    }

    private static List<String> often(String request) throws Exception {
        var answers = new ArrayList<String>();
        try (var line = new Line(server.port())) {
            for (int i = 0; i < OFTEN; i++) {
                answers.add(line.send(request).answer().replaceFirst("(?im)^date: .*\r\n", ""));
            }
        }
        return answers;
    }

    /** Those of an answer, but for its time and what is said of the connection. */
    private static List<String> fields(HttpVersion version, HttpClient client, int port) {
        MultiMap fields = client.request(HttpMethod.GET, port, "localhost", "/zoo/pets")
                .map((HttpClientRequest request) -> request.putHeader("Authorization", "Bearer t"))
                .compose(HttpClientRequest::send)
                .map(response -> {
                    assertThat(response.version()).isEqualTo(version);
                    assertThat(response.statusCode()).isEqualTo(200);
                    return response.headers();
                })
                .await();
        assertThat(fields.getAll("date")).hasSize(1);
        return fields.entries().stream()
                .map(field -> field.getKey().toLowerCase() + ": " + field.getValue())
                .filter(field -> !field.matches("(date|connection|keep-alive): .*"))
                .toList();
    }
}
