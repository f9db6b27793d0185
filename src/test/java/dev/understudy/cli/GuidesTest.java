package dev.understudy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.live.Catalogue;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Its commands are run in a shell, but for ours, which are run here. */
@Timeout(120)
@EnabledOnOs(OS.LINUX)
class GuidesTest {
    private static final String OURS = "java -jar target/understudy.jar ";

    /** Below the working folder, so that paths can be shown as they would be there. */
    private Path place = Path.of("target");

    private int port;
    private @Nullable Thread serving;

    @AfterEach
    void stop() throws InterruptedException {
        if (serving != null) {
            serving.interrupt();
            serving.join();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"contracts", "collections", "configuration", "testing"})
    void all_commands_do_what_the_guide_says_when_they_are_run_from_top_to_bottom(String guide) throws Exception {
        place = Files.createTempDirectory(place, "contracts");
        List<Tutorial.Step> steps = Tutorial.of(Path.of("docs", guide + ".md")).steps();
        assertThat(steps).hasSizeGreaterThan(1);
        for (Tutorial.Step step : steps) {
            String printed = printed(step.commands());
            if (step.commands().startsWith(OURS + "serve")) {
                assertThat(printed).contains(step.output());
            } else if (!step.output().isEmpty()) {
                // A path of the test is longer than that of a reader, and so are the columns of a table.
                assertThat(printed).as(step.commands()).isEqualToNormalizingWhitespace(step.output());
            }
        }
    }

    private String printed(String commands) throws Exception {
        int ours = commands.indexOf(OURS);
        String shell = ours < 0 ? commands : commands.substring(0, ours);
        String printed = shell.isBlank()
                ? ""
                : bash(shell.replace(":8080/", ":" + port + "/")).replace(":" + port + "/", ":8080/");
        return ours < 0
                ? printed
                : understudy(commands.substring(ours + OURS.length()).strip());
    }

    private String bash(String script) throws Exception {
        Process bash = new ProcessBuilder("bash", "-euc", script)
                .directory(place.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(bash.getInputStream().readAllBytes(), UTF_8);
        assertThat(bash.waitFor()).as(script + printed).isZero();
        return printed.replace(place + "/", "");
    }

    private String understudy(String command) throws Exception {
        String[] words = Stream.of(command.split(" "))
                .map(word ->
                        Files.exists(place.resolve(word)) ? place.resolve(word).toString() : word)
                .toArray(String[]::new);
        if (words[0].equals("serve")) {
            return serve(words);
        }
        var out = new StringWriter();
        Commands.commandLine(Catalogue.builtIn(), Map.of(), place.resolve("understudy.yaml"), "")
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(words);
        return out.toString().replace(place + "/", "");
    }

    private String serve(String... words) throws Exception {
        stop();
        BlockingQueue<String> banner = new ArrayBlockingQueue<>(1);
        String[] all = Stream.concat(Stream.of(words), Stream.of("--port", "0")).toArray(String[]::new);
        serving = new Thread(() -> Commands.commandLine(Catalogue.builtIn(), Map.of())
                .setOut(new PrintWriter(new StringWriter()) {
                    @Override
                    public void println(String text) {
                        banner.add(text);
                    }
                })
                .execute(all));
        serving.start();
        String text = banner.poll(30, TimeUnit.SECONDS);
        assertThat(text).isNotNull();
        port = Integer.parseInt(text.replaceFirst("(?s).*/127\\.0\\.0\\.1:(\\d+)/-/contracts.*", "$1"));
        return text.replace(":" + port, ":8080").replace(place + "/", "");
    }
}
