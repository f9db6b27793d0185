package dev.understudy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own. */
class MainTest {
    @Test
    void serves_until_it_is_told_to_end_and_loses_no_line_of_its_log() throws Exception {
        Process process = start("serve", "--port", "0", "--drain-delay", "0s");
        try (BufferedReader out = process.inputReader()) {
            String banner = until(out, "Ctrl-C stops");
            Matcher base = Pattern.compile("at (http://127\\.0\\.0\\.1:\\d+)/-/contracts")
                    .matcher(banner);
            assertThat(base.find()).isTrue();
            assertThat(get(base.group(1) + "/-/health")).isEqualTo("{\"status\":\"up\"}");

            // SIGTERM where there is one; Process.destroy would close our end of its output too.
            process.toHandle().destroy();

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(out.lines()).first().asString().contains(" INFO GET /-/health 200 - ");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void a_second_signal_does_not_wait_for_requests_in_flight() throws Exception {
        Process process = start("serve", "--port", "0", "--grace", "5m");
        try (BufferedReader out = process.inputReader()) {
            Matcher port = Pattern.compile("at http://127\\.0\\.0\\.1:(\\d+)/-/contracts")
                    .matcher(until(out, "Ctrl-C stops"));
            assertThat(port.find()).isTrue();
            try (var client = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port.group(1)))) {
                client.getOutputStream()
                        .write(("GET /-/health HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
                                        + "Content-Length: 9\r\n\r\n")
                                .getBytes(US_ASCII));
                assertThat(client.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 100");

                process.toHandle().destroy();
                until(out, "It is draining");
                process.toHandle().destroy();

                assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).isEqualTo(143);
            }
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void wrong_usage_is_exit_code_2() throws Exception {
        Process process = start("serve", "--port", "banana");

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(process.errorReader().lines())
                .first()
                .asString()
                .contains("'--port'")
                .contains("banana");
    }

    @Test
    void what_it_prints_is_utf_8_in_any_locale(@TempDir Path folder) throws Exception {
        Path tasks = folder.resolve("exante/work-tasks/work-tasks.json");
        Files.createDirectories(tasks.getParent());
        Files.writeString(tasks, "[{\"uid\": \"a\", \"größe 🐈\": 1}]");

        Process process =
                start(Map.of("LC_ALL", "C"), "explain", "exante/work-tasks", "a", "--fixtures", folder.toString());

        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).contains("\"größe 🐈\": 1");
        assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8))
                .contains("/0/größe 🐈 must be left out, was 1");
    }

    private static Process start(String... arguments) throws IOException {
        return start(Map.of(), arguments);
    }

    private static Process start(Map<String, String> environment, String... arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // With the quick compiler alone, which is all that a start needs.
        var command = new ArrayList<>(List.of(
                java, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("UNDERSTUDY_"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static String get(String address) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private static String until(BufferedReader out, String last) throws IOException {
        var text = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            text.append(line).append('\n');
            if (line.contains(last)) {
                return text.toString();
            }
        }
        throw new AssertionError("It ended after: " + text);
    }
}
