package dev.understudy.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.live.Running;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class SlowClientTest {
    private static final String PETS = "[{\"name\":\"" + "a".repeat(900_000) + "\"}]";

    private static Running server;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server = Stage.open(folder, Stage.access(Limits.DEFAULT, Stage.timeouts(500, 500, 500, 500)), PETS);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_head_that_drips_is_a_408_and_the_end() throws Exception {
        try (var line = new Line(server.port())) {
            assertThat(line.drip("GET /zoo/pets HTTP/1.1\r\nX: " + "x".repeat(8000)))
                    .startsWith("HTTP/1.1 408 Request Timeout\r\n")
                    .contains("application/problem+json", "--head-timeout");
        }
    }

    @Test
    void a_body_that_drips_is_a_408_and_the_end() throws Exception {
        try (var line = new Line(server.port())) {
            line.send(Stage.POST.replace("14", "8000"));

            assertThat(line.drip("x".repeat(8000)))
                    .startsWith("HTTP/1.1 408 Request Timeout\r\n")
                    .contains("application/problem+json", "--body-timeout");
        }
    }

    @Test
    void chunks_that_drip_are_a_408_and_the_end() throws Exception {
        try (var line = new Line(server.port())) {
            line.send(Stage.POST.replace("Content-Length: 14", "Transfer-Encoding: chunked"));

            assertThat(line.drip("1\r\nx\r\n".repeat(1000))).startsWith("HTTP/1.1 408 Request Timeout\r\n");
        }
    }

    @Test
    void the_rest_of_a_body_that_was_refused_may_not_drip_either() throws Exception {
        try (var line = new Line(server.port())) {
            line.send(Stage.POST.replace("14", "2000000"));

            assertThat(line.drip("x".repeat(8000))).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void who_says_nothing_is_cut_without_a_word() throws Exception {
        try (var line = new Line(server.port())) {
            assertThat(line.rest()).isEmpty();
        }
    }

    @Test
    void a_connection_that_asks_for_nothing_more_is_closed() throws Exception {
        try (var line = new Line(server.port())) {
            line.send("GET /-/health HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertThat(line.rest()).startsWith("HTTP/1.1 200 OK").endsWith("{\"status\":\"up\"}");
        }
    }

    @Test
    void the_head_of_a_second_request_may_not_drip_either() throws Exception {
        try (var line = new Line(server.port())) {
            line.send("GET /-/health HTTP/1.1\r\nHost: localhost\r\n\r\n").answer();

            assertThat(line.drip("GET /zoo/pets HTTP/1.1\r\nX: " + "x".repeat(8000)))
                    .startsWith("HTTP/1.1 408 Request Timeout\r\n");
        }
    }

    @Test
    void who_does_not_read_its_answer_is_cut() throws Exception {
        try (var line = new Line(server.port())) {
            line.send((Stage.GET + "\r\n").repeat(20));

            // To a connection that is gone, nothing can be sent.
            assertThatThrownBy(() -> {
                        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
                        while (System.nanoTime() < end) {
                            line.send("x");
                            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void who_waits_for_a_revision_is_answered_after_that_time_however_long_nothing_was_sent() throws Exception {
        try (var line = new Line(server.port())) {
            line.send("GET /-/ready?wait=1s&revision=0123456789abcdef HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertThat(line.answer()).startsWith("HTTP/1.1 503 ").contains("other revision");
        }
    }

    @Test
    void who_reads_slowly_but_reads_gets_all() throws Exception {
        try (var line = new Line(server.port())) {
            line.send(Stage.GET + "Connection: close\r\n\r\n");

            assertThat(line.rest()).startsWith("HTTP/1.1 200 OK").endsWith("aaa\"}]}");
        }
    }

    @Test
    void many_slow_ones_at_once_are_all_cut_and_others_are_served_meanwhile() throws Exception {
        var slow = new ArrayList<Line>();
        try {
            for (int i = 0; i < 100; i++) {
                slow.add(new Line(server.port()).send(i % 2 == 0 ? "GET /zoo" : Stage.POST + "{"));
            }
            for (int i = 0; i < 20; i++) {
                assertThat(Wire.exchange(
                                server.port(),
                                "GET /-/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                        .startsWith("HTTP/1.1 200 OK");
            }
            for (Line line : slow) {
                assertThat(line.rest()).startsWith("HTTP/1.1 408 Request Timeout\r\n");
            }
        } finally {
            for (Line line : slow) {
                line.close();
            }
        }
    }
}
