package dev.understudy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.live.Catalogue;
import dev.understudy.log.LogFormat;
import dev.understudy.log.ServerLog;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class FixturesGuideTest {
    private static final Path GUIDE = Path.of("docs/fixtures.md");

    /** A heading that is the name of a file, and the first block of JSON below it. */
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^### (\\S+\\.json)$[^#]*?^```json$\n(.*?)^```$");

    private static final Pattern COMMAND =
            Pattern.compile("java -jar target/understudy\\.jar (.*?)(?: \\| head -(\\d+)| > (\\S+))?");
    private static final Pattern CURL =
            Pattern.compile("curl -s http://127\\.0\\.0\\.1:8080(\\S+)(?: \\| head -(\\d+))?");
    private static final Pattern MOMENT = Pattern.compile("(?m)^\\S+Z ");

    private final PrintStream stdout = System.out;
    private final CapturedLog log = new CapturedLog();
    /** Below the working folder, so that paths can be shown as they would be there. */
    private Path place = Path.of("target");

    private int port;
    private @Nullable Thread serving;

    @BeforeEach
    void begin() throws IOException {
        place = Files.createTempDirectory(Path.of("target"), "guide");
        System.setOut(new PrintStream(log, true, UTF_8));
    }

    @AfterEach
    void end() throws InterruptedException {
        stopServing();
        ServerLog.open(LogFormat.TEXT, true);
        System.setOut(stdout);
    }

    @Test
    void every_example_of_a_collection_can_be_served(@TempDir Path folder) throws Exception {
        for (var example : EXAMPLE.matcher(Files.readString(GUIDE)).results().toList()) {
            Path file = folder.resolve(example.group(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, example.group(2));
        }

        assertThat(run("check", "--fixtures", folder.toString()))
                .startsWith("No faults; 7 collections, 7 records checked");
    }

    /** Its commands are those of GNU, such as sed -i. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void all_commands_do_what_the_guide_says_when_they_are_run_from_top_to_bottom() throws Exception {
        List<Tutorial.Step> steps = Tutorial.of(GUIDE).steps();
        assertThat(steps).hasSizeGreaterThan(15);
        for (Tutorial.Step step : steps) {
            follow(step);
        }
    }

    private void follow(Tutorial.Step step) throws Exception {
        var shell = new StringBuilder();
        String printed = "";
        for (String line : step.commands().lines().toList()) {
            if (line.startsWith("java ") || line.startsWith("curl ")) {
                bash(shell.toString());
                shell.setLength(0);
                printed = line.startsWith("java ") ? understudy(line) : curl(line, step.output());
            } else {
                shell.append(line).append('\n');
            }
        }
        bash(shell.toString());
        if (step.output().isEmpty()) {
            return;
        }
        if (!shell.isEmpty()) {
            // Of a change while it serves, the log tells.
            for (String line : MOMENT.matcher(step.output()).replaceAll("").split("\n")) {
                log.await(line.replace("my-fixtures/", place + "/my-fixtures/"));
            }
        } else if (step.commands().contains(".jar serve ")) {
            assertThat(printed).contains(step.output());
        } else {
            String shown = step.output().replaceFirst("(?s)\n *…\n.*", "\n");
            boolean whole = shown.equals(step.output());
            assertThat(whole ? printed : printed.substring(0, Math.min(shown.length(), printed.length())))
                    .as(step.commands())
                    .isEqualTo(shown);
        }
    }

    private void bash(String script) throws Exception {
        if (script.isBlank()) {
            return;
        }
        Process bash = new ProcessBuilder("bash", "-euc", script)
                .directory(place.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(bash.getInputStream().readAllBytes(), UTF_8);
        assertThat(bash.waitFor()).as(script + printed).isZero();
    }

    private String understudy(String line) throws Exception {
        Matcher command = COMMAND.matcher(line);
        assertThat(command.matches()).as(line).isTrue();
        var arguments = new ArrayList<String>();
        String before = "";
        for (String word : command.group(1).split(" ")) {
            boolean file = before.equals("--fixtures") || before.equals("--output");
            arguments.add(file ? place.resolve(word).toString() : word);
            before = word;
        }
        if (arguments.get(0).equals("serve")) {
            return serve(arguments);
        }
        String printed = run(arguments.toArray(String[]::new)).replace(place + "/", "");
        if (command.group(3) != null) {
            Files.writeString(place.resolve(command.group(3)), printed);
        }
        return command.group(2) == null ? printed : head(printed, Integer.parseInt(command.group(2)));
    }

    private String serve(List<String> arguments) throws Exception {
        stopServing();
        arguments.addAll(List.of("--port", "0"));
        BlockingQueue<String> banner = new ArrayBlockingQueue<>(1);
        serving = new Thread(() -> Commands.commandLine(Catalogue.builtIn(), Map.of())
                .setOut(new PrintWriter(new StringWriter()) {
                    @Override
                    public void println(String text) {
                        banner.add(text);
                    }
                })
                .execute(arguments.toArray(String[]::new)));
        serving.start();
        String text = banner.poll(30, TimeUnit.SECONDS);
        assertThat(text).as("The banner of " + arguments).isNotNull();
        port = Integer.parseInt(text.replaceFirst("(?s).*/127\\.0\\.0\\.1:(\\d+)/-/contracts.*", "$1"));
        return text.replace(place + "/", "");
    }

    /** Asks until the answer is the expected one: the server may be about to notice a change. */
    private String curl(String line, String expected) throws Exception {
        Matcher curl = CURL.matcher(line);
        assertThat(curl.matches()).as(line).isTrue();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + curl.group(1)))
                .build();
        HttpClient client = HttpClient.newHttpClient();
        String shown = "";
        for (long start = System.nanoTime(); System.nanoTime() - start < TimeUnit.SECONDS.toNanos(30); ) {
            String body = client.send(request, BodyHandlers.ofString()).body().replace(place + "/", "") + "\n";
            // That of these files changes with each of them.
            body = body.replaceFirst("\"revision\":\"[0-9a-f]+\"", "\"revision\":\"…\"");
            shown = curl.group(2) == null ? body : head(body, Integer.parseInt(curl.group(2)));
            if (shown.equals(expected)) {
                break;
            }
        }
        return shown;
    }

    private void stopServing() throws InterruptedException {
        if (serving != null) {
            serving.interrupt();
            serving.join();
        }
    }

    private static String run(String... arguments) {
        var out = new StringWriter();
        Commands.commandLine(Catalogue.builtIn(), Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(arguments);
        return out.toString();
    }

    private static String head(String text, int lines) {
        return String.join("\n", text.lines().limit(lines).toList()) + "\n";
    }
}
