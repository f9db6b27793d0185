package dev.understudy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cli.options.ContractOptions;
import dev.understudy.contract.Contract;
import dev.understudy.live.Brought;
import dev.understudy.live.Catalogue;
import dev.understudy.live.Running;
import dev.understudy.live.Settings;
import dev.understudy.live.Understudy;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contracts that are named on the command line. */
class BroughtTest {
    private static final String PETS =
            """
            openapi: 3.1.0
            info: {title: "My Pets!", version: '1'}
            paths:
              /pets:
                get: {responses: {'200': {description: Pets}}}
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Path folder;

    BroughtTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_contract_is_called_after_its_file_its_folder_or_its_title() throws Exception {
        write("pets.yaml", PETS);
        write("deep/dogs/openapi.yml", PETS.replace("/pets", "/dogs"));
        write("api.yaml", PETS.replace("/pets", "/cats"));
        write("pets/parts.yaml", "get: {}");
        write("notes.json", "{\"log\": {\"openapi\": 1}}");

        assertThat(names("", folder)).containsExactly("my-pets", "dogs", "pets");
        assertThat(names("mine", folder.resolve("pets.yaml"))).containsExactly("mine");
        assertThat(names("", folder.resolve("deep/dogs/openapi.yml"))).containsExactly("my-pets");
    }

    @Test
    void a_document_can_be_read_from_standard_input() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(PETS.getBytes(UTF_8)));
        try {
            assertThat(run("routes", "-")).isZero();
        } finally {
            System.setIn(before);
        }
        assertThat(out.toString().strip()).isEqualTo("GET  /pets  get-pets  <stdin>");
    }

    @Test
    void built_in_apis_are_there_besides_only_when_they_are_named() throws Exception {
        String pets = write("pets.yaml", PETS);

        assertThat(run("routes", pets, "exante/work-tasks")).isZero();
        assertThat(out.toString()).contains("/pets").contains("/api/work-tasks").hasLineCount(2);
    }

    @Test
    void a_mount_takes_the_place_of_the_path_of_the_server() throws Exception {
        String pets = write("pets.yaml", PETS + "servers: [{url: /v7}]\n");

        assertThat(run("routes", pets)).isZero();
        assertThat(out.toString()).contains("GET  /v7/pets ");
        assertThat(run("routes", pets, "--mount", "pets=/zoo/")).isZero();
        assertThat(out.toString()).contains("GET  /zoo/pets ");
    }

    @Test
    void what_is_not_there_is_wrong_usage_with_a_suggestion() {
        assertThat(run("serve", "exante/work-task")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith(
                        "CONTRACT must be a file or folder that exists, - or a built-in API, was 'exante/work-task'."
                                + " Did you mean \"exante/work-tasks\"?");
    }

    @Test
    void a_built_in_api_can_have_a_name_and_a_path_of_its_own_and_keeps_its_fixtures() throws Exception {
        String pets = write("pets.yaml", PETS);

        assertThat(run("routes", pets, "mine=exante/work-tasks", "--mount", "mine=/v9,pets=/zoo"))
                .isZero();
        assertThat(out.toString()).contains("GET  /zoo/pets ", "GET  /v9/api/work-tasks ");
        assertThat(run("routes", "--mount", "quant/ai-tasks=/v8")).isZero();
        assertThat(out.toString()).contains("GET   /v8/api/v3/organizations/{organisation}/ai/tasks ");
        try (Running running = Understudy.start(
                List.of(Catalogue.builtIn().get(3).called("mine").mountedAt("/v9")),
                Settings.DEFAULT.withAuth(false))) {
            assertThat(get(running, "/v9/api/work-tasks?per_page=1")).contains("\"total_items\":");
            assertThat(get(running, "/-/contracts")).contains("\"name\":\"mine\"");
            assertThat(get(running, "/-/contracts/mine.yaml")).contains("url: ../../v9");
        }
    }

    @Test
    void names_of_built_in_apis_are_unique_too() throws Exception {
        String pets = write("pets.yaml", PETS);

        assertThat(run("serve", "pets=exante/work-tasks", pets, "--port", "0")).isEqualTo(1);
        assertThat(err.toString()).startsWith(pets + ": would be called \"pets\", as specs/exante/work-tasks.yaml is");
        assertThat(run("serve", "exante/work-tasks", "mine=exante/work-tasks")).isEqualTo(2);
        assertThat(err.toString()).contains("exante/work-tasks is named twice");
    }

    @Test
    void the_served_document_names_the_path_that_it_is_mounted_at() throws Exception {
        Path pets = Path.of(write("pets.yaml", PETS + "servers: [{url: /v7}]\n"));
        var brought = new Brought(
                List.of(new Brought.InFile("", pets)), null, Map.of("pets", "/zoo"), false, Set.of(), List.of());
        try (Running running = Understudy.start(Settings.DEFAULT.withBrought(brought))) {
            assertThat(get(running, "/-/contracts/pets.yaml")).contains("url: ../../zoo");
        }
    }

    private static String get(Running running, String path) throws Exception {
        var request = HttpRequest.newBuilder(running.baseUrl().resolve(path)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    parts.yaml | paths: {}                                   | is no OpenAPI document: it has no key "openapi", but paths
                    old.yaml   | swagger: "2.0"                              | is Swagger 2.0, which is not read: convert it to OpenAPI 3
                    new.yaml   | openapi: 4.0.0                              | must be OpenAPI 3.0, 3.1 or 3.2, was "4.0.0"
                    no.json    | {                                           | is no JSON
                    end.json   | '{"openapi": "3.0.0", "paths": {]'          | 'Unexpected close marker '']'': expected ''}''
'
                    vast.json  | '{"openapi": "3.0.0", "x-a": 1e99999}'      | :1:29: a number must have an exponent of at most four digits
                    vast.yaml  | '{openapi: 3.0.0, x-a: 1e999999999999}'     | :1:23: a number must have an exponent of at most four digits
                    empty.yaml | ''                                          | is empty
                    """)
    void what_is_no_contract_ends_the_start(String file, String text, String message) throws Exception {
        String path = write(file, text);

        assertThat(run("serve", path, "--port", "0")).isEqualTo(1);
        assertThat(err.toString()).startsWith(path + ":").contains(message).contains("nothing is served.");
    }

    @Test
    void a_folder_without_a_document_ends_the_start() {
        assertThat(run("serve", folder.toString(), "--port", "0")).isEqualTo(1);
        assertThat(err.toString())
                .startsWith(folder + ": must have an OpenAPI document in it: a .yaml, .yml or .json file with the key"
                        + " openapi");
    }

    @Test
    void the_folder_of_the_image_is_looked_at_if_it_is_there() throws Exception {
        Path contracts = folder.resolve("contracts");
        System.setProperty(ContractOptions.FOLDER, contracts.toString());
        try {
            assertThat(run("routes")).isZero();
            assertThat(out.toString()).contains("/api/work-tasks");

            Files.createDirectory(contracts);
            assertThat(run("serve", "--port", "0")).isEqualTo(1);
            assertThat(err.toString()).startsWith(contracts + ": must have an OpenAPI document in it");
        } finally {
            System.clearProperty(ContractOptions.FOLDER);
        }
    }

    @Test
    void two_contracts_cannot_have_one_name_which_is_told_once() throws Exception {
        String first = write("one/pets.yaml", PETS);
        String second = write("two/pets.yaml", PETS);

        assertThat(run("serve", first, second, "--port", "0")).isEqualTo(1);
        assertThat(err.toString())
                .startsWith(second + ": would be called \"pets\", as " + first + " is: give it a name, as in other="
                        + second)
                .contains("1 fault;");
    }

    @Test
    void two_contracts_cannot_claim_one_path_until_one_of_them_is_mounted_elsewhere() throws Exception {
        String first = write("pets.yaml", PETS);
        String second = write("zoo.yaml", PETS);

        assertThat(run("serve", first, second, "--port", "0")).isEqualTo(1);
        assertThat(err.toString())
                .startsWith(second + ": GET /pets is in pets (" + first + ") too: put one of them elsewhere, as in"
                        + " --mount zoo=/zoo");
        assertThat(run("check", first, second, "--mount", "zoo=/zoo")).isZero();
        run("check", first, second, write("kiosk.yaml", PETS), write("yard.yaml", PETS));
        assertThat(out.toString().lines().filter(line -> line.contains(" too: put one of them elsewhere")))
                .as("one for each further contract")
                .hasSize(3);
    }

    @Test
    void a_mount_names_a_contract_and_a_path() throws Exception {
        String pets = write("pets.yaml", PETS);

        assertThat(run("serve", pets, "--mount", "pets")).isEqualTo(2);
        assertThat(err.toString()).contains("must be NAME=/prefix, such as billing=/billing", "was 'pets'");
        assertThat(run("serve", pets, "--mount", "dogs=/dogs", "--port", "0")).isEqualTo(1);
        assertThat(err.toString()).contains("--mount: must name a contract that is served, such as pets, was \"dogs\"");
    }

    @Test
    void an_operation_with_a_gap_or_a_fault_is_told_and_strict_ends_with_1() throws Exception {
        String pets = write("pets.yaml", PETS.replace("description: Pets", "$ref: '#/nothing'"));

        assertThat(run("routes", pets)).isZero();
        assertThat(out.toString()).contains("501: " + pets + ":5:");
        assertThat(run("check", pets)).isEqualTo(1);
        assertThat(out.toString())
                .contains(": fault: ")
                .contains("[broken-reference]")
                .contains("1 fault in 1 file");
        assertThat(run("serve", pets, "--strict", "--port", "0")).isEqualTo(1);
        assertThat(err.toString()).startsWith(pets + ":5:");
    }

    @Test
    void a_reading_can_be_left_to_the_letter() throws Exception {
        String schema = "{description: Pets, content: {application/json: {schema: {type: string, nullable: true}}}}";
        String pets = write("pets.yaml", PETS.replace("{description: Pets}", schema));

        assertThat(run("check", pets)).isZero();
        assertThat(out.toString()).contains("[nullable-later]").doesNotContain("takes no null");
        out.getBuffer().setLength(0);
        assertThat(run("check", pets, "--letter", "nullable-later")).isZero();
        assertThat(out.toString()).contains("takes no null");
        assertThat(run("check", pets, "--letter", "spirit")).isEqualTo(2);
        assertThat(err.toString()).contains("must be all or one of nullable-enum, ", "was 'spirit'");
    }

    @Test
    void an_answer_that_no_value_is_found_for_is_a_gap() throws Exception {
        String never =
                "{description: Pets, content: {application/json: {schema: {allOf: [{type: string}, {type: integer}]}}}}";
        String pets = write("pets.yaml", PETS.replace("{description: Pets}", never));

        assertThat(run("check", pets)).isZero();
        assertThat(out.toString())
                .contains(": gap: no value was found for this answer of get-pets, as ")
                .contains("give it an example that keeps its schema [unmade-answer]")
                .contains("No faults, 1 gap");
        assertThat(run("check", "--strict", pets)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "json,'\"level\" : \"fault\"'",
        "sarif,'\"level\" : \"error\"'",
        "junit,'<failure type=\"broken-reference\"'",
    })
    void findings_are_in_every_form_of_the_report(String format, String part) throws Exception {
        String pets = write("pets.yaml", PETS.replace("description: Pets", "$ref: '#/nothing'"));

        assertThat(run("check", pets, "--format", format)).isEqualTo(1);
        assertThat(out.toString()).contains(part).contains("broken-reference");
    }

    private static List<String> names(String name, Path path) throws Exception {
        var brought = new Brought(List.of(new Brought.InFile(name, path)), null, Map.of(), false, Set.of(), List.of());
        return brought.contracts().stream().map(Contract::name).toList();
    }

    private String write(String file, String text) throws Exception {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text).toString();
    }

    private int run(String... arguments) {
        return Commands.commandLine(Catalogue.builtIn(), Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
