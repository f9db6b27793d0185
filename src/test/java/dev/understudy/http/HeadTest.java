package dev.understudy.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.live.Running;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HEAD is GET without content (RFC 9110 section 9.3.2), whatever comes of it. */
@Timeout(60)
class HeadTest {
    /** Long enough to be gzipped for who asks for that. */
    private static final String PETS = "[{\"name\":\"" + "a".repeat(3_000) + "\"}]";

    private static Running server;
    private static Running encrypted;
    private static Vertx vertx;
    private static HttpClient http2;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server = Stage.open(folder.resolve("clear"), AccessSettings.DEFAULT, PETS);
        encrypted = Stage.open(folder.resolve("encrypted"), Stage.encrypted(Timeouts.DEFAULT), PETS);
        vertx = Vertx.vertx();
        http2 = Stage.client(vertx, HttpVersion.HTTP_2);
    }

    @AfterAll
    static void stop() {
        vertx.close().await();
        server.close();
        encrypted.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|/zoo/pets|Accept: */*",
                "200|/zoo/pets|Accept-Encoding: gzip",
                "200|/zoo/pets|Origin: http://localhost:3000",
                "200|/-/in/default/zoo/pets|Accept: */*",
                "304|/zoo/pets|If-None-Match: *",
                "400|/zoo/pets?limit=x|Accept: */*",
                "400|/zoo/%zz|Accept: */*",
                "401|/zoo/pets|Authorization: none",
                "404|/zoo/pets/ada|Accept: */*",
                "404|/nowhere|Accept: */*",
                "406|/zoo/pets|Accept: text/html",
                "421|/zoo/pets|Host: evil.example",
                "200|/-/health|Accept: */*",
                "200|/-/ready|Accept: */*",
                "200|/-/contracts|Accept-Encoding: gzip",
                "200|/-/contracts/zoo/pets.yaml|Accept: */*",
                "200|/-/contracts/zoo/pets.yaml|Accept-Encoding: gzip",
                "304|/-/contracts/zoo/pets.json|If-None-Match: *",
                "400|/-/contracts/zoo/pets.json?form=x|Accept: */*",
                "404|/-/nothing|Accept: */*",
                "200|/-/in/anybody/zoo/pets|Accept: */*",
                "404|/-/in/nobody/zoo|Accept: */*",
                "400|/-/in/a%20b/zoo/pets|Accept: */*"
            })
    void has_the_status_and_the_fields_of_get_and_no_content(int status, String path, String field) throws Exception {
        String get = exchange("GET " + path, field);
        String head = exchange("HEAD " + path, field);

        assertThat(head).startsWith("HTTP/1.1 " + status + " ").endsWith("\r\n\r\n");
        assertThat(fields(head)).isEqualTo(fields(get));
        assertThat(get.substring(get.indexOf("\r\n\r\n") + 4)).hasSize(length(head));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|/zoo/pets|Accept: */*",
                "200|/zoo/pets|Accept-Encoding: gzip",
                "304|/zoo/pets|If-None-Match: *",
                "400|/zoo/pets?limit=x|Accept: */*",
                "401|/zoo/pets|Authorization: none",
                "404|/nowhere|Accept: */*",
                "406|/zoo/pets|Accept: text/html",
                "200|/-/health|Accept: */*",
                "200|/-/contracts/zoo/pets.yaml|Accept-Encoding: gzip",
                "404|/-/nothing|Accept: */*"
            })
    void does_so_over_http_2_too(int status, String path, String field) {
        HttpClientResponse get = over2(HttpMethod.GET, path, field);
        HttpClientResponse head = over2(HttpMethod.HEAD, path, field);

        assertThat(head.statusCode()).isEqualTo(status).isEqualTo(get.statusCode());
        assertThat(fields(head.headers())).isEqualTo(fields(get.headers()));
        assertThat(head.body().await().length()).isZero();
    }

    @Test
    void the_metrics_have_a_head() throws Exception {
        assertThat(exchange("HEAD /-/metrics", "Accept: */*"))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .containsPattern("(?i)\r\ncontent-length: \\d{4}")
                .endsWith("\r\n\r\n");
    }

    @Test
    void the_port_for_probes_has_heads() throws Exception {
        int port = server.openHealthPort();
        for (String path : List.of("/-/health", "/-/ready", "/nothing")) {
            String get = Wire.exchange(port, request("GET " + path, "Accept: */*"));
            String head = Wire.exchange(port, request("HEAD " + path, "Accept: */*"));

            assertThat(head).endsWith("\r\n\r\n");
            assertThat(fields(head)).isEqualTo(fields(get));
            assertThat(get.substring(get.indexOf("\r\n\r\n") + 4)).isNotEmpty().hasSize(length(head));
        }
    }

    private static String exchange(String start, String field) throws Exception {
        return Wire.exchange(server.port(), request(start, field));
    }

    private static String request(String start, String field) {
        String host = field.startsWith("Host") ? "" : "Host: localhost\r\n";
        String token = field.startsWith("Authorization") ? "" : "Authorization: Bearer t\r\n";
        return start + " HTTP/1.1\r\n" + host + token + "Connection: close\r\n" + field + "\r\n\r\n";
    }

    private static HttpClientResponse over2(HttpMethod method, String path, String field) {
        String[] parts = field.split(": ");
        var options = new RequestOptions()
                .setMethod(method)
                .setHost("localhost")
                .setPort(encrypted.port())
                .setURI(path)
                .putHeader("Authorization", "Bearer t")
                .putHeader(parts[0], parts[1]);
        return http2.request(options)
                .compose(request ->
                        request.send().compose(response -> response.body().map(response)))
                .await();
    }

    private static List<String> fields(String answer) {
        return answer.substring(0, answer.indexOf("\r\n\r\n"))
                .toLowerCase(Locale.ROOT)
                .lines()
                .filter(line -> !line.startsWith("date:"))
                // Each call has an id of its own.
                .map(line -> line.replaceFirst("/calls/\\d+>", "/calls/ID>"))
                .sorted()
                .toList();
    }

    private static TreeMap<String, String> fields(MultiMap headers) {
        var fields = new TreeMap<String, String>();
        headers.forEach(
                field -> fields.put(field.getKey(), field.getValue().replaceFirst("/calls/\\d+>", "/calls/ID>")));
        fields.remove("date");
        return fields;
    }

    private static int length(String head) {
        return fields(head).stream()
                .filter(line -> line.startsWith("content-length: "))
                .mapToInt(line -> Integer.parseInt(line.substring("content-length: ".length())))
                .findFirst()
                .orElse(0);
    }
}
