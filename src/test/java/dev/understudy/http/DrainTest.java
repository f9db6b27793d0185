package dev.understudy.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.live.Running;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DrainTest {
    private Running server;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        server = Stage.open(folder, Gate.DEFAULT, "[{\"name\":\"Ada\"}]");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void requests_in_flight_are_all_answered_whole_and_told_that_it_was_the_last() throws Exception {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < 200; i++) {
            lines.add(inFlight(Stage.POST, "{\"name\":"));
        }
        CompletableFuture<Void> drained = drain(Duration.ofSeconds(30));
        refused();
        for (Line line : lines) {
            line.send("\"Ada\"}");
        }

        for (Line line : lines) {
            assertThat(line.rest())
                    .startsWith("HTTP/1.1 200 OK")
                    .containsIgnoringCase("Connection: close")
                    .endsWith("{\"pets\":[{\"name\":\"Ada\"}]}");
            line.close();
        }
        drained.get(10, TimeUnit.SECONDS);
    }

    @Test
    void it_is_not_ready_any_more() throws Exception {
        try (Line line = inFlight("GET /-/ready HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n", "x")) {
            drain(Duration.ofSeconds(30));
            refused();

            assertThat(line.send("x").rest())
                    .startsWith("HTTP/1.1 503 Service Unavailable")
                    .contains("application/problem+json");
        }
    }

    @Test
    void a_connection_without_a_request_is_closed_at_once() throws Exception {
        try (var line = new Line(server.port())) {
            line.send("GET /-/ready HTTP/1.1\r\nHost: localhost\r\n\r\n").answer();
            drain(Duration.ofSeconds(30)).get(10, TimeUnit.SECONDS);

            assertThat(line.rest()).isEmpty();
        }
    }

    @Test
    void what_takes_longer_than_the_grace_is_cut() throws Exception {
        try (Line line = inFlight(Stage.POST, "{")) {
            drain(Duration.ofMillis(200)).get(10, TimeUnit.SECONDS);

            assertThat(line.rest()).isEmpty();
        }
    }

    /** A request whose head the server has read, as it says itself; its body is not all there. */
    private Line inFlight(String head, String begun) throws IOException {
        var line = new Line(server.port());
        line.send(head.replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n"));
        assertThat(line.interim()).startsWith("HTTP/1.1 100 Continue");
        return line.send(begun);
    }

    private CompletableFuture<Void> drain(Duration grace) {
        return CompletableFuture.runAsync(() -> server.drain(grace));
    }

    /** Waits until nobody can connect any more. */
    private void refused() {
        while (true) {
            try (var line = new Line(server.port())) {
                line.send("GET /-/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                        .rest();
            } catch (IOException e) {
                return;
            }
        }
    }
}
