package dev.understudy.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.live.Running;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The header fields that every answer has: the date, and how long the connection waits for the next request. */
@Timeout(60)
class EveryAnswerTest {
    private static final Pattern DATE = Pattern.compile("(?im)^date: (.*)$");

    private static Running server;
    private static Path folder;

    @BeforeAll
    static void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        server = Stage.open(folder.resolve("usual"), AccessSettings.DEFAULT, "[{\"name\":\"Ada\"}]");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|GET /zoo/pets HTTP/1.1|Authorization: Bearer t",
                "200|HEAD /-/health HTTP/1.1|Accept: */*",
                "200|GET /-/metrics HTTP/1.1|Accept: */*",
                "204|OPTIONS /zoo/pets HTTP/1.1|Access-Control-Request-Method: GET ; Origin: http://localhost",
                "304|GET /zoo/pets HTTP/1.1|Authorization: Bearer t ; If-None-Match: *",
                "400|GET /zoo/pets?limit=x HTTP/1.1|Authorization: Bearer t",
                "400|GET /zoo/pets HTTP/banana|Accept: */*",
                "401|GET /zoo/pets HTTP/1.1|Accept: */*",
                "404|GET /nothing HTTP/1.1|Accept: */*",
                "405|DELETE /zoo/pets HTTP/1.1|Authorization: Bearer t",
                "413|POST /zoo/pets HTTP/1.1|Authorization: Bearer t ; Content-Length: 9999999 ; Expect: 100-continue",
                "417|GET /zoo/pets HTTP/1.1|Expect: miracles",
                "431|GET /zoo/pets HTTP/1.1|X: ${long}",
                "505|GET /zoo/pets HTTP/3.0|Accept: */*"
            })
    void every_answer_has_one_date_of_now(int status, String line, String field) throws Exception {
        String request = line + "\r\nHost: localhost\r\nConnection: close\r\n" + field + "\r\n\r\n";

        String answer =
                Wire.exchange(server.port(), request.replace(" ; ", "\r\n").replace("${long}", "x".repeat(20_000)));

        assertThat(answer).matches("(?s)HTTP/1\\.[01] " + status + " .*");
        assertDated(answer);
    }

    @Test
    void an_answer_that_is_kept_has_the_date_of_the_moment_in_which_it_is_sent() throws Exception {
        try (var line = new Line(server.port())) {
            String first = line.send(Stage.GET + "\r\n").answer();
            String next = first;
            for (long start = System.nanoTime(); date(next).equals(date(first)); ) {
                next = line.send(Stage.GET + "\r\n").answer();
                assertThat(System.nanoTime() - start)
                        .isLessThan(Duration.ofSeconds(30).toNanos());
            }

            assertThat(DATE.matcher(next).replaceFirst(""))
                    .isEqualTo(DATE.matcher(first).replaceFirst(""));
            assertDated(next);
        }
    }

    @Test
    void who_is_turned_away_before_a_request_is_told_the_date_too() throws Exception {
        var one = new Limits(8192, 16384, 100, 1 << 20, 200, 1);
        try (Running full = Stage.open(folder.resolve("full"), Stage.access(one, Timeouts.DEFAULT), "[]");
                var first = new Line(full.port())) {
            first.send(Stage.GET + "\r\n").answer();

            String answer = Wire.exchange(full.port(), Stage.GET + "\r\n");

            assertThat(answer).startsWith("HTTP/1.1 503 ");
            assertDated(answer);
        }
    }

    @Test
    void a_connection_says_how_long_it_waits_for_the_next_request() throws Exception {
        var timeouts = Stage.timeouts(10_000, 10_000, 7_900, 10_000);
        try (Running seven = Stage.open(folder.resolve("seven"), Stage.access(Limits.DEFAULT, timeouts), "[]");
                var usual = new Line(server.port());
                var other = new Line(seven.port())) {
            for (String request : List.of(Stage.GET, "GET /nothing HTTP/1.1\r\nHost: localhost\r\n")) {
                assertThat(fields(usual.send(request + "\r\n").answer()))
                        .contains("connection: keep-alive", "keep-alive: timeout=60");
                assertThat(fields(other.send(request + "\r\n").answer())).contains("keep-alive: timeout=7");
            }
        }
    }

    @Test
    void a_client_of_http_1_0_that_asks_for_it_may_stay() throws Exception {
        try (var line = new Line(server.port())) {
            String request = "GET /-/health HTTP/1.0\r\nConnection: keep-alive\r\n\r\n";
            for (int i = 0; i < 2; i++) {
                assertThat(fields(line.send(request).answer()))
                        .contains("connection: keep-alive", "keep-alive: timeout=60");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET /-/health HTTP/1.1, Connection: close",
        "GET /-/health HTTP/1.1, Connection: Close",
        "GET /-/health HTTP/1.0, Accept: */*",
        "GET /zoo/pets HTTP/banana, Accept: */*"
    })
    void a_connection_that_ends_with_the_answer_says_only_that(String line, String field) throws Exception {
        String answer = Wire.exchange(server.port(), line + "\r\nHost: localhost\r\n" + field + "\r\n\r\n");

        assertThat(fields(answer)).contains("connection: close").noneMatch(name -> name.startsWith("keep-alive"));
    }

    private static void assertDated(String answer) {
        List<MatchResult> dates = DATE.matcher(answer).results().toList();
        assertThat(dates).hasSize(1);
        Instant date = ZonedDateTime.parse(dates.get(0).group(1), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
        assertThat(Duration.between(date, Instant.now())).isBetween(Duration.ofSeconds(-1), Duration.ofSeconds(30));
    }

    private static String date(String answer) {
        return DATE.matcher(answer).results().findFirst().orElseThrow().group(1);
    }

    private static List<String> fields(String answer) {
        return answer.substring(0, answer.indexOf("\r\n\r\n"))
                .toLowerCase(Locale.ROOT)
                .lines()
                .skip(1)
                .toList();
    }
}
