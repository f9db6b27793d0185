package dev.understudy.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cli.options.Mount;
import dev.understudy.live.Catalogue;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Options that a file sets. */
class ConfigFileTest {
    private static final String PETS =
            """
            openapi: 3.1.0
            info: {title: Pets, version: '1'}
            paths:
              /pets:
                get: {responses: {'200': {description: Pets}}}
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Path folder;
    private final Path config;

    ConfigFileTest(@TempDir Path folder) {
        this.folder = folder;
        this.config = folder.resolve("understudy.yaml");
    }

    @Test
    void every_kind_of_option_can_be_set() throws Exception {
        Path fixtures = Files.createDirectory(folder.resolve("fixtures"));
        Files.writeString(
                config,
                """
                port: 9001
                fixtures: [fixtures]
                cors-origin: [https://a.example, '*']
                allowed-host: pets.example
                no-auth: true
                quiet: false
                max-body: 8k
                head-timeout: 500ms
                log-format: json
                mount: {pets: /pets, dogs: /dogs}
                """);

        CommandSpec options = options(Map.of());
        assertThat(options.findOption("--port").<Integer>getValue()).isEqualTo(9001);
        assertThat(options.findOption("--fixtures").<List<Path>>getValue()).containsExactly(fixtures);
        assertThat(options.findOption("--cors-origin").<List<String>>getValue())
                .containsExactly("https://a.example", "*");
        assertThat(options.findOption("--allowed-host").<List<String>>getValue())
                .containsExactly("pets.example");
        assertThat(options.findOption("--no-auth").<Boolean>getValue()).isTrue();
        assertThat(options.findOption("--quiet").<Boolean>getValue()).isFalse();
        assertThat(options.findOption("--max-body").<Integer>getValue()).isEqualTo(8192);
        assertThat(options.findOption("--head-timeout").<Duration>getValue()).isEqualTo(Duration.ofMillis(500));
        assertThat((Object) options.findOption("--log-format").<Object>getValue())
                .hasToString("JSON");
        assertThat(options.findOption("--mount").<List<Mount>>getValue())
                .containsExactly(new Mount("pets", "/pets"), new Mount("dogs", "/dogs"));
    }

    @Test
    void the_command_line_wins_over_a_variable_and_that_over_the_file() throws Exception {
        Files.writeString(config, "port: 9001\nhost: a.example\ncors-origin: https://a.example\nno-auth: true");

        CommandSpec options = options(
                Map.of("UNDERSTUDY_HOST", "b.example", "UNDERSTUDY_CORS_ORIGIN", "https://b.example"),
                "--cors-origin",
                "https://c.example",
                "--no-auth=false");
        assertThat(options.findOption("--port").<Integer>getValue()).isEqualTo(9001);
        assertThat(options.findOption("--host").<String>getValue()).isEqualTo("b.example");
        assertThat(options.findOption("--cors-origin").<List<String>>getValue()).containsExactly("https://c.example");
        assertThat(options.findOption("--no-auth").<Boolean>getValue()).isFalse();
    }

    @Test
    void contracts_are_a_list_or_a_map_and_are_looked_for_beside_the_file() throws Exception {
        Files.writeString(folder.resolve("pets.yaml"), PETS);
        Files.writeString(folder.resolve("zoo.yaml"), PETS.replace("/pets", "/cats"));
        Files.writeString(config, "contracts: [cats=zoo.yaml, pets.yaml, exante/work-tasks]\nmount: {cats: /my}");

        assertThat(run(Map.of(), "routes")).isZero();
        assertThat(out.toString())
                .contains(
                        "/my/cats",
                        "/api/work-tasks",
                        folder.resolve("pets.yaml").toString());

        Files.writeString(config, "contracts: {cats: zoo.yaml}\nmount: cats=/my");
        assertThat(run(Map.of(), "routes")).isZero();
        assertThat(out.toString()).contains("/my/cats").doesNotContain("/pets ");
    }

    @Test
    void contracts_of_the_command_line_are_served_without_the_mounts_of_the_file() throws Exception {
        Path pets = Files.writeString(folder.resolve("pets.yaml"), PETS);
        Files.writeString(config, "contracts: {cats: pets.yaml}\nmount: {cats: /my}");

        assertThat(run(Map.of(), "routes", pets.toString())).isZero();
        assertThat(out.toString()).contains("GET  /pets ");
    }

    @Test
    void another_file_can_be_named_and_must_be_there() throws Exception {
        Files.writeString(config, "port: banana");
        Path other = Files.writeString(folder.resolve("other.yaml"), "port: 9002");

        assertThat(options(Map.of(), "--config", other.toString())
                        .findOption("--port")
                        .<Integer>getValue())
                .isEqualTo(9002);
        assertThat(options(Map.of("UNDERSTUDY_CONFIG", other.toString()))
                        .findOption("--port")
                        .<Integer>getValue())
                .isEqualTo(9002);
        assertThat(run(Map.of("UNDERSTUDY_CONFIG", "no.yaml"), "routes")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("UNDERSTUDY_CONFIG: ")
                .contains("must be a file that can be read, was 'no.yaml'");
    }

    @Test
    void a_file_of_comments_sets_nothing() throws Exception {
        Files.writeString(config, "# port: 1\n---\n\n");

        assertThat(options(Map.of()).findOption("--port").<Integer>getValue()).isEqualTo(8080);
    }

    @Test
    void a_folder_in_its_place_is_wrong_and_help_is_there_all_the_same() throws Exception {
        Files.createDirectory(config);

        assertThat(run(Map.of(), "generate")).isEqualTo(2);
        assertThat(err.toString()).startsWith(config + ": must be a file, was a folder");
        assertThat(run(Map.of(), "generate", "--help")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    prot: 1                     | :1:1: "prot" is no option; did you mean "port"?
                    anything: 1                 | :1:1: "anything" is no option: contracts and the long names of options are
                    config: a.yaml              | :1:1: "config" is no option
                    port: [1]                   | :1:1: port must be a text or a number, was a list
                    port:                       | :1:1: port must be a text or a number, was nothing
                    host: ''                    | :1:1: host must be a text or a number, was ""
                    no-auth: 'yes'              | :1:1: no-auth must be true or false, was "yes"
                    cors-origin: {a: b}         | :1:1: cors-origin must be a text, or a list of texts, was a map
                    contracts: [a, [b]]         | :1:16: contracts must be a text, a list of texts, or a map of them, was a list
                    fixtures: ['a:b']           | :1:12: fixtures must be one path, without ":", was "a:b"
                    port: 99999                 | :1:1: Invalid value for option '--port': must be a number from 0 to 65535
                    contracts: no.yaml          | :1:1: CONTRACT must be a file or folder that exists
                    {port: 1, port: 2}          | :1:11: the key "port" is there twice
                    - port                      | :1:1: must have options as its keys
                    'port: ['                   | :1:8: is no YAML
                    quiet: Ä                    | :1:8: must be UTF-8, was byte 0xC4
                    """)
    void what_is_wrong_is_told_with_its_place(String text, String message) throws Exception {
        Files.write(config, text.getBytes(ISO_8859_1));

        assertThat(run(Map.of(), "serve")).isEqualTo(2);
        assertThat(err.toString()).startsWith(config + message);
    }

    @Test
    void options_of_other_commands_are_none_of_this_one() throws Exception {
        Files.writeString(config, "employees: 10\nformat: json\ncontracts: exante/work-tasks\n");

        assertThat(run(Map.of(), "routes")).isZero();
        assertThat(run(Map.of(), "schema", "exante/work-tasks/caller")).isZero();
        assertThat(run(Map.of(), "check")).isZero();
        assertThat(out.toString()).contains("\"faults\"");
    }

    private int run(Map<String, String> environment, String... arguments) {
        out.getBuffer().setLength(0);
        return line(environment).execute(arguments);
    }

    private CommandLine line(Map<String, String> environment) {
        return Commands.commandLine(Catalogue.builtIn(), environment, config, "")
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
    }

    private CommandSpec options(Map<String, String> environment, String... arguments) {
        String[] words = Stream.concat(Stream.of("serve"), Stream.of(arguments)).toArray(String[]::new);
        return line(environment).parseArgs(words).subcommand().commandSpec();
    }
}
