package dev.understudy.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.understudy.live.Brought;
import dev.understudy.live.Running;
import dev.understudy.live.Settings;
import dev.understudy.live.Understudy;
import dev.understudy.live.Zoo;
import dev.understudy.log.TextLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What the log says of those who are turned away. */
@Timeout(60)
class RefusalLogTest {
    private static final String GET = "GET /zoo/pets HTTP/1.1\r\nAuthorization: Bearer t\r\n";

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(new String(new TextLines().encode(event), StandardCharsets.UTF_8).replaceFirst("\\S+ ", ""));
        }
    };

    @TempDir
    private Path folder;

    private Running server;

    @BeforeEach
    void start() throws Exception {
        Files.createDirectories(folder.resolve("zoo/pets"));
        Files.writeString(folder.resolve("zoo/pets/pets.json"), "[{\"name\":\"Ada\"}]");
        server = Understudy.start(Zoo.catalogue(), Settings.DEFAULT.withFixtures(folder));
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.setLevel(Level.INFO);
        root.addAppender(appender);
    }

    @AfterEach
    void stop() {
        server.close();
        root.detachAppender(appender);
        root.setLevel(Level.OFF);
    }

    @Test
    void a_400_is_logged_with_the_first_thing_that_was_wrong() throws Exception {
        send(GET.replace("pets", "pets?limit=x&access_token=abc&utm_source=mail"));
        send(GET.replace("pets", "pets?limit=2"));

        assertThat(logged())
                .anyMatch(line -> line.matches("INFO GET /zoo/pets 400 listPets \\d+us violations=1"
                        + " keys=limit,access_token,utm_source"
                        + " reason=query \"limit\" must be an integer, was \"x\"\n"))
                .anyMatch(line -> line.matches("INFO GET /zoo/pets 200 listPets \\d+us violations=0\n"));
    }

    @Test
    void a_path_is_logged_without_what_its_contract_calls_a_secret() throws Exception {
        server.close();
        Path document = Files.writeString(
                folder.resolve("pins.yaml"),
                """
                openapi: 3.1.0
                info: {title: Pins, version: '1'}
                paths:
                  /pins/{pin}/use:
                    parameters: [{name: pin, in: path, required: true, schema: {type: string, format: password}}]
                    post: {operationId: usePin, responses: {'204': {description: D}}}
                """);
        server = Understudy.start(Settings.DEFAULT.withBrought(Brought.of(document)));
        send("POST /pins/s3cret/use HTTP/1.1\r\nContent-Length: 0\r\n");

        assertThat(logged()).anyMatch(line -> line.contains("POST /pins/…/use 204 usePin"));
        assertThat(lines).noneMatch(line -> line.contains("s3cret"));
    }

    @Test
    void so_is_every_other_refusal_also_one_that_no_contract_makes() throws Exception {
        send(GET.replace("Bearer t", "Basic c2VjcmV0"));
        send(GET.replace("/zoo/pets", "/zoo/pet"));
        send(GET + "Expect: miracles\r\n");
        send("GET /zoo/pets HTTP/banana\r\n");
        send(GET.replace("GET", "DELETE"));

        assertThat(logged())
                .anyMatch(line -> line.endsWith(" violations=1 reason=header \"Authorization\" must be \"Bearer\" and a"
                        + " token, was of another scheme\n"))
                .anyMatch(line -> line.endsWith(" violations=0 reason=path must be one of a mocked API's, was /zoo/pet;"
                        + " the nearest is GET /zoo/pets.\n"))
                .anyMatch(line -> line.contains(" 417 ")
                        && line.endsWith(" reason=header \"Expect\" must be 100-continue or left out.\n"))
                .anyMatch(line -> line.contains(" 400 ")
                        && line.endsWith(" reason=The request must be HTTP/1.1 as RFC 9112 has it; it was not.\n"))
                .anyMatch(line -> line.endsWith(" violations=1 reason=method must be GET or POST, was DELETE\n"));
    }

    @Test
    void the_reason_of_an_answer_that_is_kept_is_logged_each_time() throws Exception {
        for (int i = 0; i < 3; i++) {
            send(GET.replace("pets", "pets?limit=0"));
        }

        assertThat(logged().stream().filter(line -> line.endsWith("must be at least 1, was 0\n")))
                .hasSize(3);
    }

    @Test
    void a_refused_origin_is_told_once_with_the_option_that_admits_it() throws Exception {
        for (int i = 0; i < 3; i++) {
            send(GET + "Origin: https://app.example:8443\r\n");
            send(GET + "Origin: http://localhost:3000\r\n");
            send("OPTIONS /zoo/pets HTTP/1.1\r\nOrigin: https://app.example:8443\r\n"
                    + "Access-Control-Request-Method: GET\r\n");
            server.reload();
        }
        send(GET + "Origin: null\r\n");
        send(GET + "Origin: $(reboot)\r\n");
        send(GET + "Origin: *\r\n");

        assertThat(warnings())
                .containsExactly(
                        "WARN Pages of the origin \"https://app.example:8443\" may not read the answers:"
                                + " serve --cors-origin https://app.example:8443 lets them\n",
                        "WARN Pages of the origin \"null\" may not read the answers: serve --cors-origin null lets them\n",
                        "WARN Pages of the origin \"$(reboot)\" may not read the answers:"
                                + " serve --cors-origin ORIGIN lets them\n",
                        "WARN Pages of the origin \"*\" may not read the answers: serve --cors-origin ORIGIN lets them\n");
    }

    @Test
    void a_refused_host_is_told_once_with_the_option_that_admits_it() throws Exception {
        for (String host : List.of("mock.test:8080", "MOCK.test", "mock.test.", "a;b", "*")) {
            Wire.exchange(server.port(), GET + "Host: " + host + "\r\nConnection: close\r\n\r\n");
        }
        Wire.exchange(
                server.port(),
                GET.replace("/zoo", "http://other.test/zoo") + "Host: localhost\r\nConnection: close\r\n\r\n");

        assertThat(warnings())
                .containsExactly(
                        "WARN A request to the host \"mock.test:8080\" was refused: serve --allowed-host mock.test takes it\n",
                        "WARN A request to the host \"a;b\" was refused: serve --allowed-host NAME takes it\n",
                        "WARN A request to the host \"*\" was refused: serve --allowed-host NAME takes it\n",
                        "WARN A request to the host \"other.test\" was refused: serve --allowed-host other.test takes it\n");
    }

    @Test
    void a_flood_of_origins_and_hosts_does_not_fill_the_log() throws Exception {
        try (var line = new Line(server.port())) {
            for (int i = 0; i < 150; i++) {
                line.send(GET + "Host: localhost\r\nOrigin: https://" + i + ".example\r\n\r\n")
                        .answer();
            }
        }
        for (int i = 0; i < 150; i++) {
            Wire.exchange(server.port(), GET + "Host: " + i + ".example\r\n\r\n");
        }

        assertThat(warnings())
                .hasSize(202)
                .contains("WARN 100 origins were refused so far; others are not told any more\n")
                .contains("WARN 100 hosts were refused so far; others are not told any more\n");
    }

    private List<String> warnings() {
        return logged().stream().filter(line -> line.startsWith("WARN ")).toList();
    }

    /** All that was logged: a line can be later than its answer, but not than the end of the server. */
    private List<String> logged() {
        server.close();
        return List.copyOf(lines);
    }

    private void send(String head) throws IOException {
        Wire.exchange(server.port(), head + "Host: localhost\r\nConnection: close\r\n\r\n");
    }
}
