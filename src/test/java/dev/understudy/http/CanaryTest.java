package dev.understudy.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.understudy.contract.Contract;
import dev.understudy.live.Running;
import dev.understudy.live.Settings;
import dev.understudy.log.JsonLines;
import dev.understudy.log.TextLines;
import dev.understudy.road.Exchange;
import dev.understudy.road.Pets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What a client sends as a secret, or to break a line, is looked for in all that the server writes. */
class CanaryTest {
    private static final String CANARY = "c4n4ry";
    private static final String CLOSE = "Host: localhost\r\nConnection: close\r\n";

    private final Queue<ILoggingEvent> events = new ConcurrentLinkedQueue<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            events.add(event);
        }
    };

    private Level before = Level.OFF;

    @BeforeEach
    void listen() {
        before = root.getLevel();
        root.setLevel(Level.ALL);
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.addAppender(appender);
    }

    @AfterEach
    void silence() {
        root.detachAppender(appender);
        root.setLevel(before);
    }

    @Test
    void a_secret_is_in_no_log_no_answer_and_no_metric(@TempDir Path folder) throws Exception {
        try (Running server = Stage.open(folder, AccessSettings.DEFAULT, "[{\"name\":\"Ada\"}]")) {
            List<String> answers =
                    secrets().map(request -> exchange(server.port(), request)).toList();
            String metrics = exchange(server.port(), "GET /-/metrics HTTP/1.1\r\n");

            assertThat(answers).hasSize(12).noneMatch(answer -> answer.contains(CANARY));
            assertThat(metrics).contains("understudy_violations_total{").doesNotContain(CANARY);
        }
        assertThat(lines()).isNotEmpty().noneMatch(line -> line.contains(CANARY));
    }

    @Test
    void a_secret_is_not_in_the_log_of_a_failure_either() throws Exception {
        Contract contract = Pets.contract();
        Exchange failing = Pets.road(contract, Pets.api(call -> {
            throw new IllegalStateException("on purpose");
        }));
        var settings = Settings.DEFAULT;
        try (MockServer server = MockServer.start(settings.address(), settings.access(), failing)) {
            String answer =
                    exchange(server.port(), "GET /zoo/pets HTTP/1.1\r\nAuthorization: Bearer " + CANARY + "\r\n");

            assertThat(answer).startsWith("HTTP/1.1 500 ").contains("{\"wrong\":[", "as error ");
            String id = answer.replaceFirst("(?s).*as error ([0-9a-f]{8}).*", "$1");
            assertThat(lines()).anyMatch(line -> line.contains(id));
            assertThat(answer).doesNotContain("on purpose", "Exception", CANARY);
        }
        assertThat(lines()).noneMatch(line -> line.contains(CANARY));
    }

    @Test
    void nothing_breaks_a_line_or_a_header(@TempDir Path folder) throws Exception {
        String odd = "%0d%0aX-Forged:%20yes%00%1b%5b31m%e2%80%a8";
        try (Running server = Stage.open(folder, AccessSettings.DEFAULT, "[{\"name\":\"Ada\"}]")) {
            assertThat(Stream.of("/zoo/" + odd, "/zoo/pets?limit=" + odd, "/" + odd + "?" + odd + "=" + odd)
                            .map(path -> exchange(
                                    server.port(),
                                    "GET " + path + " HTTP/1.1\r\nAuthorization: Bearer t\r\nOrigin: http://localhost"
                                            + odd + "\r\n")))
                    .allMatch(answer -> !answer.contains("\nX-Forged") && !answer.contains("\u001b"));
        }
        assertThat(lines())
                .allMatch(line -> line.endsWith("\n"))
                .noneMatch(line -> line.contains("\u001b") || line.contains("\u2028") || line.contains("\0"))
                .noneMatch(line -> line.strip().lines().anyMatch(part -> part.startsWith("X-Forged")));
    }

    /** What the server logged, in both formats; written only now, as event loops have other work. */
    private List<String> lines() {
        return events.stream()
                .flatMap(event -> Stream.of(new TextLines().encode(event), new JsonLines().encode(event)))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .toList();
    }

    private static Stream<String> secrets() {
        String get = "GET /zoo/pets HTTP/1.1\r\n";
        String token = "Authorization: Bearer t\r\n";
        return Stream.of(
                get + "Authorization: Bearer " + CANARY + "\r\n",
                get + "Authorization: Basic " + CANARY + "\r\n",
                get + "Authorization: " + CANARY + "\r\n",
                get + token + "Authorization: Bearer " + CANARY + "\r\n",
                get + token + "Cookie: session=" + CANARY + "\r\n",
                get + token + "X-Api-Key: " + CANARY + "\r\n",
                get.replace("pets", "pets?access_token=" + CANARY + "&limit=0") + token,
                get.replace("zoo/pets", "nowhere?client_secret=" + CANARY) + token,
                post("{\"name\":\"a\",\"client_secret\":\"" + CANARY + "\"}"),
                post("{\"name\":\"a\",\"client_secret\":{\"deep\":\"" + CANARY + "\"}}"),
                post("{\"name\":\"a\",\"token\": " + CANARY + "}"),
                post("[{\"api_key\":\"" + CANARY + "\"}]"));
    }

    private static String post(String body) {
        return "POST /zoo/pets HTTP/1.1\r\nAuthorization: Bearer t\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\0" + body;
    }

    /** NUL stands where the head ends. */
    private static String exchange(int port, String request) {
        String[] parts = (request + "\0").split("\0", -1);
        try {
            return Wire.exchange(port, parts[0] + CLOSE + "\r\n" + parts[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
