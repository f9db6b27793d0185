package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.http.AccessSettings;
import dev.understudy.http.Encryption;
import dev.understudy.http.Limits;
import dev.understudy.http.Timeouts;
import dev.understudy.http.Wire;
import dev.understudy.live.Running;
import dev.understudy.live.Settings;
import dev.understudy.live.Zoo;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asking a running server whether it is up: by the command, and by the file that names its health port. */
@Timeout(60)
class HealthTest {
    private static final AccessSettings TLS =
            new AccessSettings(Limits.DEFAULT, Timeouts.DEFAULT, List.of(), new Encryption.SelfSigned(List.of()));

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource({"localhost, 127.0.0.1", "127.0.0.1, 127.0.0.1", "0.0.0.0, 127.0.0.1"})
    void a_server_is_asked_by_the_settings_that_it_was_started_with(String host, String asked) throws Exception {
        try (Running server = start(Settings.DEFAULT.withHost(host))) {
            assertThat(health(Map.of(), "--host", host, "--port", "" + server.port()))
                    .isZero();
            assertThat(health(Map.of("UNDERSTUDY_HOST", host, "UNDERSTUDY_PORT", "" + server.port())))
                    .isZero();
            assertThat(out.toString().lines())
                    .hasSize(2)
                    .allMatch(line -> line.equals("http://" + asked + ":" + server.port() + "/-/health is up."));
        }
    }

    @Test
    void a_server_with_tls_is_asked_over_tls_whoever_signed_its_certificate() throws Exception {
        try (Running server = start(Settings.DEFAULT.withAccess(TLS))) {
            assertThat(health(Map.of(), "--port", "" + server.port(), "--tls-self-signed"))
                    .isZero();
            assertThat(out.toString()).startsWith("https://127.0.0.1:");
            assertThat(health(Map.of(), "--port", "" + server.port())).isEqualTo(1);
            assertThat(err.toString()).contains("is not up: it answered 400 This port speaks TLS");
        }
    }

    @Test
    void who_does_not_answer_or_is_another_server_is_not_up() throws Exception {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThat(health(Map.of(), "--port", "" + free)).isEqualTo(1);
        assertThat(err.toString()).startsWith("http://127.0.0.1:" + free + "/-/health is not up: Connection refused");

        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> answer(other, "HTTP/1.1 200 OK"));
            assertThat(health(Map.of(), "--port", "" + other.getLocalPort())).isEqualTo(1);
            answered.join();
        }
        assertThat(err.toString()).contains("is not up: it answered 200 hello");
    }

    @Test
    void it_waits_as_long_as_it_may_for_a_server_that_starts_meanwhile() throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        CompletableFuture<Integer> waiting =
                CompletableFuture.supplyAsync(() -> health(Map.of(), "--port", "" + port, "--wait", "30s"));
        try (Running server = start(Settings.DEFAULT.withPort(port))) {
            assertThat(waiting.get()).isZero();
            assertThat(server.port()).isEqualTo(port);
        }
        assertThat(health(Map.of(), "--port", "" + port, "--wait", "1ms")).isEqualTo(1);
    }

    @Test
    void a_port_that_serve_was_to_find_has_to_be_named() {
        assertThat(health(Map.of(), "--port", "0")).isEqualTo(2);
        assertThat(err.toString()).startsWith("--port must be the port that serve has found and printed, was '0'");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void the_health_file_names_a_port_of_plain_http_while_the_server_runs(boolean tls, @TempDir Path folder)
            throws Exception {
        Path file = folder.resolve("health");
        try (Running server = start(tls ? Settings.DEFAULT.withAccess(TLS) : Settings.DEFAULT);
                var written = HealthFile.write(file, server)) {
            assertThat(written.file()).isEqualTo(file);
            int port = Integer.parseInt(Files.readString(file).strip());

            // As the image's health check asks: without a Host, and reading no more than the status.
            assertThat(Wire.exchange(port, "GET /-/health HTTP/1.0\r\n\r\n"))
                    .startsWith("HTTP/1.0 200 OK\r\n")
                    .contains("\r\nDate: ")
                    .endsWith("{\"status\":\"up\"}");
            assertThat(Wire.exchange(port, "GET /-/ready HTTP/1.0\r\n\r\n"))
                    .contains("{\"status\":\"ready\",\"revision\":\"");
            assertThat(Wire.exchange(port, "GET /zoo/pets HTTP/1.0\r\nAuthorization: Bearer t\r\n\r\n"))
                    .startsWith("HTTP/1.0 404 Not Found\r\n")
                    .contains("This port has the pages /-/health and /-/ready.");
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void a_health_file_that_cannot_be_written_does_not_keep_the_server_from_serving(@TempDir Path folder)
            throws Exception {
        try (Running server = start(Settings.DEFAULT);
                var none = HealthFile.write(folder.resolve("no/such/folder"), server)) {
            assertThat(none.file()).isNull();
            assertThat(health(Map.of(), "--port", "" + server.port())).isZero();
        }
    }

    private static Running start(Settings settings) throws Exception {
        return dev.understudy.live.Understudy.start(Zoo.catalogue(), settings);
    }

    private static void answer(ServerSocket server, String status) {
        try (var client = server.accept()) {
            client.getOutputStream().write((status + "\r\nContent-Length: 5\r\n\r\nhello").getBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private int health(Map<String, String> environment, String... arguments) {
        var all = new ArrayList<>(List.of("health"));
        all.addAll(List.of(arguments));
        return Commands.commandLine(Zoo.catalogue(), environment)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }
}
