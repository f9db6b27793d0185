package dev.understudy.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.live.Running;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where HTTP/2 is spoken in clear text too, the first request head of a connection has its time as well. */
@Timeout(60)
class FirstWordsTest {
    private static Running server;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        // Only the head is waited for in vain: what ends a connection here is its deadline.
        Timeouts timeouts = Stage.timeouts(500, 60_000, 60_000, 60_000);
        server = Stage.open(
                folder, new AccessSettings(Limits.DEFAULT, timeouts, List.of(), new Encryption.None(), true), "[]");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET /zoo/pets HTTP/1.1\r\n", "PRI * HTTP/2.0\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"})
    void a_beginning_without_more_is_the_end(String beginning) throws Exception {
        try (var line = new Line(server.port())) {
            assertThat(line.send(beginning).rest()).doesNotContain("HTTP/1.1");
        }
    }

    @Test
    void a_head_that_drips_is_the_end() throws Exception {
        try (var line = new Line(server.port())) {
            assertThat(line.drip("GET /zoo/pets HTTP/1.1\r\nX: " + "x".repeat(8000)))
                    .isEmpty();
        }
    }

    @Test
    void who_was_answered_in_time_is_answered_after_it_too() throws Exception {
        try (var line = new Line(server.port());
                var silent = new Line(server.port())) {
            assertThat(line.send(Stage.GET + "\r\n").answer()).startsWith("HTTP/1.1 200");
            assertThat(silent.rest()).isEmpty();
            assertThat(line.send(Stage.GET + "\r\n").answer()).startsWith("HTTP/1.1 200");
        }
    }
}
