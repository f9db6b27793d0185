package dev.understudy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cli.config.Variables;
import dev.understudy.live.Zoo;
import dev.understudy.log.LogFormat;
import dev.understudy.log.ServerLog;
import dev.understudy.road.Pets;
import java.io.File;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;
import sun.misc.Signal;

class ServeTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private final Path folder;

    ServeTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void silence() {
        ServerLog.open(LogFormat.TEXT, true);
    }

    @Test
    void the_banner_shows_apis_collections_and_a_curl_that_works() throws Exception {
        fixtures("[{\"name\":\"Ada\"}]");

        serving(text -> {
            assertThat(text)
                    .startsWith("Understudy ")
                    .containsPattern("Pets +GET +http://127\\.0\\.0\\.1:\\d+/zoo/pets\n")
                    .containsPattern("zoo/pets/pets +1 record +" + Pattern.quote(folder.toString()));
            assertThat(asCurlWould(text)).isEqualTo("{\"pets\":[{\"name\":\"Ada\"}]}");
        });
    }

    @Test
    void the_banner_names_what_was_passed_over_as_far_as_it_is_short() throws Exception {
        fixtures("[{\"name\":\"Ada\"}]");
        Files.writeString(folder.resolve(".DS_Store"), "nonsense");
        for (int i = 10; i < 20; i++) {
            Files.writeString(folder.resolve("zoo/pets/pets.json." + i + "~"), "nonsense");
        }
        serving(text -> assertThat(text)
                .contains("  " + folder + ": passed over .DS_Store, zoo/pets/pets.json.10~, ")
                .contains("zoo/pets/pets.json.18~ and 1 more\n"));
    }

    @Test
    void the_banner_says_that_a_folder_is_empty() throws Exception {
        serving(text -> assertThat(text).contains("  " + folder + " is empty\n"));
    }

    @Test
    void the_banner_says_which_of_several_folders_is_empty() throws Exception {
        fixtures("[{\"name\":\"Ada\"}]");
        Path empty = Files.createDirectory(folder.resolveSibling(folder.getFileName() + "-empty"));
        serving(
                text -> assertThat(text).contains("  " + empty + " is empty\n").doesNotContain(folder + " is empty"),
                "--fixtures",
                empty.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--host", "--fixtures", "--allowed-host", "--cors-origin", "--tls-cert", "--port"})
    void an_empty_value_is_wrong_usage_and_an_empty_variable_is_none(String option) {
        assertThat(run(Map.of(), "serve", option, "")).isEqualTo(2);
        assertThat(err.toString()).contains(option, "was ''");
        assertThat(options(Map.of(Variables.name(option), ""))
                        .findOption(option)
                        .<Object>getValue())
                .isEqualTo(options(Map.of()).findOption(option).<Object>getValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void the_port_that_it_found_is_said_also_when_it_is_quiet(String format) throws Exception {
        PrintStream stdout = System.out;
        var log = new CapturedLog();
        System.setOut(new PrintStream(log, true, UTF_8));
        Thread serving = new Thread(() -> Commands.commandLine(Zoo.catalogue(), Map.of())
                .setOut(new PrintWriter(System.out, true, UTF_8))
                .execute("serve", "--port", "0", "--quiet", "--log-format", format));
        serving.start();
        try {
            log.await(" at http://127.0.0.1:");
            serving.interrupt();
            serving.join();
            assertThat(log.lines()).hasSize(1);
        } finally {
            System.setOut(stdout);
        }
    }

    @Test
    void a_misspelt_variable_is_told_with_the_one_that_was_meant() {
        var variables = new HashMap<>(Map.of(
                "UNDERSTUDY_PROT", "9000",
                "UNDERSTUDY_NOAUTH", "true",
                "understudy_quiet", "true",
                "UNDERSTUDY_SOMETHING_ELSE", ""));
        // Those of other commands, and what a cluster sets for services.
        variables.putAll(Map.of(
                "UNDERSTUDY_OUTPUT", "report.xml",
                "UNDERSTUDY_PORT", "tcp://10.0.0.1:8080",
                "UNDERSTUDY_SERVICE_HOST", "10.0.0.1",
                "UNDERSTUDY_SERVICE_PORT_HTTP", "8080",
                "UNDERSTUDY_PORT_8080_TCP_ADDR", "10.0.0.1",
                "UNDERSTUDY_DB_PORT", "tcp://10.0.0.2:5432",
                "PATH", "/bin"));

        assertThat(run(variables, "routes")).isZero();
        assertThat(err.toString().lines())
                .containsExactly(
                        "Warning: the variable UNDERSTUDY_NOAUTH belongs to no option and is ignored."
                                + " Did you mean UNDERSTUDY_NO_AUTH?",
                        "Warning: the variable UNDERSTUDY_PROT belongs to no option and is ignored."
                                + " Did you mean UNDERSTUDY_PORT?",
                        "Warning: the variable UNDERSTUDY_SOMETHING_ELSE belongs to no option and is ignored.",
                        "Warning: the variable understudy_quiet belongs to no option and is ignored."
                                + " Did you mean UNDERSTUDY_QUIET?");
        assertThat(out.toString()).doesNotContain("Warning");
    }

    @Test
    void a_hangup_signal_has_the_fixtures_read_again_also_when_nobody_watches_them() throws Exception {
        fixtures("[{\"name\":\"Ada\"}]");

        serving(
                text -> {
                    fixtures("[{\"name\":\"Bob\"}]");
                    assertThat(asCurlWould(text)).contains("Ada");
                    Signal.raise(new Signal("HUP"));
                    long start = System.nanoTime();
                    while (!asCurlWould(text).contains("Bob")) {
                        assertThat(System.nanoTime() - start).isLessThan(30_000_000_000L);
                    }
                },
                "--no-watch");
    }

    @Test
    void faults_are_all_told_and_counted_and_nothing_is_served() throws Exception {
        fixtures("[{\"name\":1},{\"name\":2}]");

        assertThat(run(Map.of(), "serve", "--fixtures", folder.toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains("pets.json:1:")
                .contains("/1/name")
                .endsWith("2 faults; nothing is served." + System.lineSeparator())
                .doesNotContain("\tat ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_port_in_use_is_one_sentence_and_exit_code_1() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run(Map.of(), "serve", "--port", "" + taken.getLocalPort()))
                    .isEqualTo(1);
        }
        assertThat(err.toString())
                .contains("is in use; choose another with --port")
                .hasLineCount(1);
    }

    @Test
    void a_missing_folder_is_told_by_the_option_that_names_it() {
        assertThat(run(Map.of(), "serve", "--fixtures", "/no/such/folder")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("Invalid value for option '--fixtures'")
                .contains("must be a folder that exists, was '/no/such/folder'")
                .contains("Try 'understudy serve --help'.");
    }

    @Test
    void a_file_in_place_of_the_folder_is_a_fault() throws Exception {
        Path file = Files.writeString(folder.resolve("pets.json"), "[]");

        assertThat(run(Map.of(), "serve", "--fixtures", file.toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains(file + ":")
                .contains("must be a folder")
                .contains("1 fault");
    }

    @Test
    void a_misspelt_option_or_command_gets_a_suggestion() {
        assertThat(run(Map.of(), "serve", "--prot", "8080")).isEqualTo(2);
        assertThat(err.toString()).startsWith("Unknown option: --prot. Did you mean --port?");

        assertThat(run(Map.of(), "sreve")).isEqualTo(2);
        assertThat(err.toString()).contains("Did you mean: understudy serve");
    }

    @Test
    void an_option_can_be_set_by_a_variable_and_the_command_line_wins() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = "" + taken.getLocalPort();
            assertThat(run(Map.of("UNDERSTUDY_PORT", port), "serve")).isEqualTo(1);
            assertThat(err.toString()).contains("Port " + port + " on 127.0.0.1 is in use");

            assertThat(run(Map.of("UNDERSTUDY_PORT", "banana"), "serve", "--port", port))
                    .isEqualTo(1);
        }
    }

    @Test
    void a_wrong_value_in_a_variable_is_told_with_its_name() {
        assertThat(run(Map.of("UNDERSTUDY_PORT", "banana"), "serve")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("UNDERSTUDY_PORT: ")
                .contains("must be a number from 0 to 65535, was 'banana'");

        assertThat(run(Map.of("UNDERSTUDY_RECORDS", "200001"), "serve")).isEqualTo(2);
        assertThat(err.toString()).contains("must be a number from 0 to 200000 (a file in a folder of --fixtures");

        assertThat(run(Map.of("UNDERSTUDY_NO_AUTH", "maybe"), "serve")).isEqualTo(2);
        assertThat(err.toString()).contains("UNDERSTUDY_NO_AUTH: ").contains("maybe");

        assertThat(run(Map.of("UNDERSTUDY_CORS_ORIGIN", "https://a.example,nonsense"), "serve"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("UNDERSTUDY_CORS_ORIGIN: ").contains("was 'nonsense'");

        assertThat(run(Map.of("UNDERSTUDY_LOG_FORMAT", "xml"), "serve")).isEqualTo(2);
        assertThat(err.toString()).contains("UNDERSTUDY_LOG_FORMAT: ");
    }

    @Test
    void the_port_that_kubernetes_sets_for_a_service_of_our_name_is_not_meant_for_us() {
        var options = options(Map.of("UNDERSTUDY_PORT", "tcp://10.0.0.1:8080"));

        assertThat(options.findOption("--port").<Integer>getValue()).isEqualTo(8080);
    }

    @Test
    void every_kind_of_option_takes_its_variable() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        var options = options(Map.of(
                "UNDERSTUDY_FIXTURES", folder + File.pathSeparator + other,
                "UNDERSTUDY_CORS_ORIGIN", "https://a.example,*",
                "UNDERSTUDY_NO_AUTH", "true",
                "UNDERSTUDY_QUIET", "false",
                "UNDERSTUDY_LOG_FORMAT", "json"));

        assertThat(options.findOption("--fixtures").<List<Path>>getValue()).containsExactly(folder, other);
        assertThat(options.findOption("--cors-origin").<List<String>>getValue())
                .containsExactly("https://a.example", "*");
        assertThat(options.findOption("--no-auth").<Boolean>getValue()).isTrue();
        assertThat(options.findOption("--quiet").<Boolean>getValue()).isFalse();
        assertThat((Object) options.findOption("--log-format").<Object>getValue())
                .hasToString("JSON");
    }

    @Test
    void a_flag_that_the_variable_has_set_already_stays_set() {
        var options = options(Map.of("UNDERSTUDY_NO_AUTH", "true"), "--no-auth");

        assertThat(options.findOption("--no-auth").<Boolean>getValue()).isTrue();
    }

    @Test
    void the_help_names_the_variable_of_every_option() {
        assertThat(options(Map.of()).options())
                .filteredOn(option -> !option.usageHelp() && !option.versionHelp())
                .hasSize(52)
                .allMatch(option -> String.join("", option.description()).contains(Variables.name(option)));
    }

    @Test
    void sizes_counts_and_times_say_what_they_must_be() {
        assertThat(run(Map.of(), "serve", "--max-body", "2g")).isEqualTo(2);
        assertThat(err.toString()).contains("must be bytes up to 1024m, such as 500, 8k or 1m, was '2g'");
        assertThat(run(Map.of(), "serve", "--max-connections", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("must be a number from 1 to 9999999, was '0'");
        assertThat(run(Map.of("UNDERSTUDY_GRACE", "soon"), "serve")).isEqualTo(2);
        assertThat(err.toString())
                .contains("UNDERSTUDY_GRACE: ", "must be a time such as 500ms, 10s or 2m, was 'soon'");
        assertThat(run(Map.of(), "serve", "--delay", "11m")).isEqualTo(2);
        assertThat(err.toString()).contains("must be at most 10m, was '11m'");
    }

    @Test
    void the_gate_is_what_the_options_say() {
        var options = options(Map.of("UNDERSTUDY_IDLE_TIMEOUT", "2m"), "--max-body", "8k", "--head-timeout", "500ms");

        assertThat(options.findOption("--max-body").<Integer>getValue()).isEqualTo(8192);
        assertThat(options.findOption("--head-timeout").<Duration>getValue()).isEqualTo(Duration.ofMillis(500));
        assertThat(options.findOption("--idle-timeout").<Duration>getValue()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void a_server_that_is_told_to_end_goes_on_accepting_for_a_second_unless_it_is_told_otherwise() {
        assertThat(drainDelay()).isEqualTo(Duration.ofSeconds(1));
        assertThat(drainDelay("--drain-delay", "2500ms")).isEqualTo(Duration.ofMillis(2500));
        assertThat(drainDelay("--drain-delay", "0")).isZero();
        assertThat(drainDelay("--drain-delay", "0s")).isZero();
        assertThat(run(Map.of("UNDERSTUDY_DRAIN_DELAY", "00s"), "serve")).isEqualTo(2);
        assertThat(err.toString())
                .contains("UNDERSTUDY_DRAIN_DELAY: ", "must be a time such as 500ms, 10s or 2m, was '00s'");
    }

    private Duration drainDelay(String... arguments) {
        return options(Map.of(), arguments).findOption("--drain-delay").getValue();
    }

    @Test
    void a_certificate_needs_its_key() throws Exception {
        Path file = Files.writeString(folder.resolve("cert.pem"), "");

        assertThat(run(Map.of(), "serve", "--tls-cert", file.toString())).isEqualTo(2);
        assertThat(err.toString()).startsWith("--tls-cert and --tls-key need each other.");
        assertThat(run(Map.of(), "serve", "--tls-self-signed", "--tls-key", file.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--tls-self-signed makes its own certificate");
    }

    @Test
    void names_of_a_certificate_are_host_names_or_addresses_and_need_one_to_be_made() {
        assertThat(run(Map.of(), "serve", "--tls-self-signed", "--tls-name", "https://a.test"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "must be a host name or an address such as understudy.test or 192.0.2.1, was 'https://a.test'");
        assertThat(run(Map.of("UNDERSTUDY_TLS_NAME", "understudy.test,192.0.2.1"), "serve"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--tls-name needs --tls-self-signed");
        var names = options(
                Map.of(), "--tls-self-signed", "--tls-name", "understudy.test", "--tls-name", "192.0.2.1,[::1]");
        assertThat(names.findOption("--tls-name").<List<String>>getValue())
                .containsExactly("understudy.test", "192.0.2.1", "::1");
    }

    @Test
    void the_banner_says_on_which_addresses_it_listens() throws Exception {
        serving(
                text -> assertThat(text)
                        .containsPattern(
                                "^Understudy .* on localhost \\(127\\.0\\.0\\.1( and ::1)?\\) at http://127\\.0\\.0\\.1:\\d+\n"));
        serving(
                text -> assertThat(text)
                        .containsPattern("^Understudy [^ ]+( packaged\\))? at http://127\\.0\\.0\\.1:\\d+\n"),
                "--host",
                "127.0.0.1");
    }

    @Test
    void help_and_version_are_there_at_each_level() {
        for (String[] command : new String[][] {{}, {"serve"}, {"routes"}}) {
            assertThat(run(Map.of(), with(command, "--version"))).isZero();
            assertThat(run(Map.of(), with(command, "--help"))).isZero();
        }
        assertThat(out.toString())
                .startsWith("Understudy ")
                .contains("Usage: understudy serve")
                .contains("UNDERSTUDY_PORT")
                .contains("Exit codes:");
    }

    @Test
    void no_command_at_all_is_wrong_usage() {
        assertThat(run(Map.of())).isEqualTo(2);
        assertThat(err.toString()).contains("Missing required subcommand");
    }

    @Test
    void routes_are_a_table_of_method_path_operation_and_contract() {
        assertThat(run(Map.of(), "routes")).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "  GET   /zoo/pets  listPets  specs/zoo/pets.yaml",
                        "  POST  /zoo/pets  addPet    specs/zoo/pets.yaml");
    }

    @Test
    void routes_of_a_broken_contract_are_its_faults() {
        var line = Commands.commandLine(
                Zoo.catalogue(Pets.YAML.replace("operationId: addPet", "operationId: listPets")), Map.of());
        line.setErr(new PrintWriter(err, true));

        assertThat(line.execute("routes")).isEqualTo(1);
        assertThat(err.toString()).startsWith("specs/zoo/pets.yaml:");
    }

    private interface Check {
        void of(String banner) throws Exception;
    }

    /** Serves as long as the check of the banner takes. */
    private void serving(Check check, String... more) throws Exception {
        BlockingQueue<String> banner = new ArrayBlockingQueue<>(1);
        Thread serving = new Thread(() -> {
            var line = Commands.commandLine(Zoo.catalogue(), Map.of());
            line.setOut(new PrintWriter(out) {
                @Override
                public void println(String text) {
                    banner.add(text);
                }
            });
            line.execute(with(new String[] {"serve", "--port", "0", "--fixtures", folder.toString()}, more));
        });
        serving.start();
        try {
            check.of(banner.poll(30, TimeUnit.SECONDS));
        } finally {
            serving.interrupt();
            serving.join();
        }
    }

    private CommandSpec options(Map<String, String> environment, String... arguments) {
        var line = Commands.commandLine(Zoo.catalogue(), environment);
        return line.parseArgs(with(new String[] {"serve"}, arguments))
                .subcommand()
                .commandSpec();
    }

    private int run(Map<String, String> environment, String... arguments) {
        return Commands.commandLine(Zoo.catalogue(), environment)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private static String[] with(String[] first, String... then) {
        String[] all = Arrays.copyOf(first, first.length + then.length);
        System.arraycopy(then, 0, all, first.length, then.length);
        return all;
    }

    private void fixtures(String pets) throws Exception {
        Path zoo = Files.createDirectories(folder.resolve("zoo/pets"));
        Files.writeString(zoo.resolve("pets.json"), pets);
    }

    private static String asCurlWould(String banner) throws Exception {
        Matcher curl =
                Pattern.compile("Try  curl -s -H '([^:]+): ([^']+)' '([^']+)'").matcher(banner);
        assertThat(curl.find()).isTrue();
        var request = HttpRequest.newBuilder(URI.create(curl.group(3)))
                .header(curl.group(1), curl.group(2))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
