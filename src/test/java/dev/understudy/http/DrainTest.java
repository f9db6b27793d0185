package dev.understudy.http;

import static dev.understudy.http.Http2Line.DATA;
import static dev.understudy.http.Http2Line.END_HEADERS;
import static dev.understudy.http.Http2Line.END_STREAM;
import static dev.understudy.http.Http2Line.HEADERS;
import static dev.understudy.http.Http2Line.frame;
import static dev.understudy.http.Http2Line.head;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.live.Running;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String READY = "GET /-/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    private static final String HEALTH = READY.replace("ready", "health");
    private static final byte[] NOTHING = {};
    private static final byte[] PET = "{\"name\":\"Ada\"}".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    private Running server;

    @BeforeEach
    void start() throws Exception {
        server = Stage.open(folder, AccessSettings.DEFAULT, "[{\"name\":\"Ada\"}]");
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
    void while_the_delay_lasts_it_is_not_ready_and_answers_on_new_and_on_used_connections() throws Exception {
        var longDelay = new Timeouts(MINUTE, MINUTE, MINUTE, MINUTE, MINUTE, Duration.ofHours(1));
        try (Running slow = Stage.open(folder, Stage.access(Limits.DEFAULT, longDelay), "[{\"name\":\"Ada\"}]");
                var used = new Line(slow.port())) {
            used.send(Stage.GET + "\r\n").answer();
            CompletableFuture<Void> drained = CompletableFuture.runAsync(() -> slow.drain(Duration.ofSeconds(30)));
            while (!Wire.exchange(slow.port(), READY).startsWith("HTTP/1.1 503 ")) {
                Thread.onSpinWait();
            }

            assertThat(used.send(Stage.GET + "\r\n").rest())
                    .startsWith("HTTP/1.1 200 OK")
                    .containsIgnoringCase("\r\nconnection: close\r\n");
            assertThat(Wire.exchange(slow.port(), Stage.GET + "\r\n")).startsWith("HTTP/1.1 200 OK");
            assertThat(Wire.exchange(slow.port(), HEALTH)).startsWith("HTTP/1.1 200 OK");
            slow.close();
            drained.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void of_requests_in_a_row_the_last_is_told_that_it_was_the_last() throws Exception {
        try (Line line = inFlight(Stage.POST, "{\"name\":")) {
            drain(Duration.ofSeconds(30));
            refused();
            line.send("\"Ada\"}" + Stage.GET + "\r\n");

            assertThat(line.answer()).startsWith("HTTP/1.1 200 OK").containsIgnoringCase("\r\nconnection: keep-alive");
            assertThat(line.rest())
                    .startsWith("HTTP/1.1 200 OK")
                    .containsIgnoringCase("\r\nconnection: close\r\n")
                    .endsWith("{\"pets\":[{\"name\":\"Ada\"}]}");
        }
    }

    @Test
    void a_head_that_has_begun_to_come_is_waited_for() throws Exception {
        try (var line = new Line(server.port())) {
            line.send("GET /-/ready HTTP/1.1\r\nHost: localhost\r\n\r\n").answer();
            line.send("GET /-/health HTTP/1.1\r\n");
            drain(Duration.ofSeconds(30));
            refused();

            assertThat(line.send("Host: localhost\r\n\r\n").rest()).startsWith("HTTP/1.1 200 OK");
        }
    }

    @Test
    void a_client_of_http_2_is_told_to_go_when_what_it_sent_is_answered() throws Exception {
        try (Running tls = encrypted();
                var line = Http2Line.tls(tls.port())) {
            line.send(begun(1, "POST"), begun(3, "POST"), begun(5, "GET"), frame(DATA, END_STREAM, 5, NOTHING));
            assertThat(line.next()).isEqualTo("5: 200");
            CompletableFuture<Void> drained = CompletableFuture.runAsync(() -> tls.drain(Duration.ofSeconds(30)));
            refused(tls);

            line.send(frame(DATA, END_STREAM, 3, PET));
            assertThat(line.next()).isEqualTo("3: 200");
            // To begin no more requests; then which ones were taken.
            assertThat(line.next()).isEqualTo("closing: NO_ERROR");
            line.send(frame(DATA, END_STREAM, 1, PET));
            assertThat(line.next()).isEqualTo("1: 200");
            assertThat(line.last()).isEqualTo("closing: NO_ERROR");
            drained.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void an_idle_client_of_http_2_is_told_to_go_at_once() throws Exception {
        try (Running tls = encrypted();
                var line = Http2Line.tls(tls.port())) {
            line.send(begun(1, "GET"), frame(DATA, END_STREAM, 1, NOTHING));
            assertThat(line.next()).isEqualTo("1: 200");
            CompletableFuture.runAsync(() -> tls.drain(Duration.ofSeconds(30))).get(10, TimeUnit.SECONDS);

            assertThat(line.last()).isEqualTo("closing: NO_ERROR");
        }
    }

    @Test
    void the_port_for_probes_stays_open_to_the_end_and_says_that_it_is_not_ready() throws Exception {
        int probes = server.openHealthPort();
        try (Line line = inFlight(Stage.POST, "{\"name\":")) {
            CompletableFuture<Void> drained = drain(Duration.ofSeconds(30));
            refused();

            assertThat(Wire.exchange(probes, READY)).startsWith("HTTP/1.1 503 ");
            assertThat(Wire.exchange(probes, HEALTH)).startsWith("HTTP/1.1 200 ");
            line.send("\"Ada\"}").rest();
            drained.get(10, TimeUnit.SECONDS);
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

    /** A request of HTTP/2 whose body is still to come. */
    private static byte[] begun(int stream, String method) {
        return frame(HEADERS, END_HEADERS, stream, head(method));
    }

    private Running encrypted() throws Exception {
        return Stage.open(folder, Stage.encrypted(Timeouts.DEFAULT), "[]");
    }

    private CompletableFuture<Void> drain(Duration grace) {
        return CompletableFuture.runAsync(() -> server.drain(grace));
    }

    /** Waits until nobody can connect any more. */
    private void refused() {
        refused(server);
    }

    private static void refused(Running server) {
        while (true) {
            try (var line = new Line(server.port())) {
                line.send(READY).rest();
            } catch (IOException e) {
                return;
            }
        }
    }
}
