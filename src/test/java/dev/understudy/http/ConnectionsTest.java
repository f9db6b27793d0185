package dev.understudy.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.live.Running;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ConnectionsTest {
    private static final String HEALTH = "GET /-/health HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private Running server;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        var limits = new Limits(8192, 16384, 100, 1 << 20, 200, 3);
        server = Stage.open(folder, Stage.access(limits, Timeouts.DEFAULT), "[{\"name\":\"Ada\"}]");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void one_too_many_is_told_to_come_back_and_is_served_when_another_has_left() throws Exception {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < 3; i++) {
            var line = new Line(server.port());
            assertThat(line.send(HEALTH).answer()).startsWith("HTTP/1.1 200 OK");
            lines.add(line);
        }
        try (var more = new Line(server.port())) {
            assertThat(more.send(HEALTH).rest())
                    .startsWith("HTTP/1.1 503 Service Unavailable\r\n")
                    .contains("Retry-After: 5", "application/problem+json", "--max-connections");
        }
        assertThat(lines.get(0).send(HEALTH).answer()).startsWith("HTTP/1.1 200 OK");
        lines.remove(0).close();

        served();

        for (Line line : lines) {
            line.close();
        }
    }

    /** Waits until there is a place: that a client has left is not known at once. */
    private void served() throws IOException {
        String answer;
        do {
            answer = Wire.exchange(server.port(), HEALTH.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
        } while (!answer.startsWith("HTTP/1.1 200 OK"));
    }
}
