package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.understudy.api.Json;
import dev.understudy.live.Catalogue;
import dev.understudy.live.Zoo;
import dev.understudy.road.Pets;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class CheckTest {
    /** A colour instead of a name, a misspelt key, a name twice, and one that is no ASCII. */
    private static final String BROKEN =
            """
            [{"name": 7},
             {"nane": "Ada"},
             {"name": "Bob"},
             {"name": "Bob"},
             {"name": "Zoë 🐈", "<age>": 3}]""";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Path folder;

    CheckTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void sound_fixtures_are_counted_and_end_with_0() throws Exception {
        fixtures("[{\"name\":\"Ada\"},{\"name\":\"Bob\"}]");

        assertThat(check("--fixtures", folder.toString())).isZero();
        assertThat(out.toString())
                .isEqualToNormalizingNewlines(
                        "No faults; 1 collection, 2 records checked\n  " + folder + ": zoo/pets/pets\n");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zoo/pets", "zo/pets", ".git", "zoo/pets/.pets.json.swp/"})
    void a_folder_without_fixtures_is_a_fault_that_says_what_was_expected_in_it(String inside) throws Exception {
        Files.createDirectories(folder.resolve(inside));

        assertThat(check("--fixtures", folder.toString())).isEqualTo(1);
        assertThat(out.toString())
                .isEqualToNormalizingNewlines(
                        """
                        DIR: must hold a file of a collection, such as zoo/pets/pets.json, was without any
                        1 fault in 1 file; 1 collection, 0 records checked
                          DIR: no file of a collection
                        """
                                .replace("DIR", folder.toString()));
    }

    @Test
    void a_folder_with_other_files_only_is_one_without_fixtures() throws Exception {
        Files.createDirectories(folder.resolve("pets"));
        Files.writeString(folder.resolve("pets/pets.json"), "[]");

        assertThat(check("--fixtures", folder.toString())).isEqualTo(1);
        assertThat(out.toString().lines())
                .startsWith(
                        folder.resolve("pets/pets.json") + ": must belong to a collection, was unknown"
                                + " (did you mean \"zoo/pets/pets.json\"?)",
                        folder + ": must hold a file of a collection, such as zoo/pets/pets.json, was without any");
    }

    @Test
    void what_was_passed_over_is_told_once_and_a_misplaced_fixture_with_its_place() throws Exception {
        fixtures("[{\"name\":\"Ada\"}]");
        for (String name : List.of("README.md", "pets.json", "zoo/pets/pets.json~", ".DS_Store")) {
            Files.writeString(folder.resolve(name), "nonsense");
        }

        assertThat(check("--fixtures", folder.toString())).isEqualTo(1);
        assertThat(out.toString())
                .isEqualToNormalizingNewlines(
                        """
                        DIR/pets.json: must belong to a collection, was unknown (its place is zoo/pets/pets.json)
                        1 fault in 1 file; 1 collection, 1 record checked
                          DIR: zoo/pets/pets
                          DIR: passed over README.md, zoo/pets/pets.json~
                        """
                                .replace("DIR", folder.toString()));
        out.getBuffer().setLength(0);
        check("--fixtures", folder.toString(), "--format", "json");
        assertThat(Json.read(out.toString().getBytes(StandardCharsets.US_ASCII)).path("passedOver"))
                .extracting(JsonNode::textValue)
                .containsExactly(folder + "/README.md", folder + "/zoo/pets/pets.json~");
    }

    @Test
    void each_folder_is_told_with_its_collections_also_one_that_a_later_one_replaces() throws Exception {
        fixtures("[{\"name\":\"Ada\"}]");
        Path later = Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-later"));
        Files.createDirectories(later.resolve("zoo/pets"));
        Files.writeString(later.resolve("zoo/pets/pets.ndjson"), "");

        assertThat(check("--fixtures", folder + File.pathSeparator + later)).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "No faults; 1 collection, 0 records checked",
                        "  " + folder + ": nothing, as later folders replace all that it has",
                        "  " + later + ": zoo/pets/pets");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--fixtures", "--output", "--clock", "--format"})
    void an_empty_value_is_wrong_usage(String option) {
        assertThat(check(option, "")).isEqualTo(2);
        assertThat(check(option + "=")).isEqualTo(2);
        assertThat(err.toString()).contains(option, "was ''");
    }

    @Test
    void an_empty_variable_is_none() {
        Map<String, String> empty = Map.of("UNDERSTUDY_FIXTURES", "", "UNDERSTUDY_OUTPUT", "");

        assertThat(Commands.commandLine(Catalogue.builtIn(), empty)
                        .setOut(new PrintWriter(out, true))
                        .execute("check"))
                .isZero();
        assertThat(out.toString()).startsWith("No faults; 7 collections, ").hasLineCount(1);
    }

    @Test
    void the_built_in_contracts_and_fixtures_are_sound() {
        assertThat(run(Catalogue.builtIn(), "check")).isZero();
        assertThat(out.toString()).startsWith("No faults; 7 collections, ");
    }

    @Test
    void every_fault_is_a_line_with_its_place_its_rule_and_what_may_help() throws Exception {
        fixtures(BROKEN);
        String pets = folder + "/zoo/pets/pets.json";

        assertThat(check("--fixtures", folder.toString())).isEqualTo(1);
        assertThat(out.toString().replace('\\', '/').lines())
                .containsExactly(
                        pets + ":1:11: /0/name must be a string, was 7"
                                + " [type, specs/zoo/pets.yaml#/components/schemas/PetRecord/properties/name]",
                        pets + ":2:2: /1/name must be given, was missing"
                                + " [required, specs/zoo/pets.yaml#/components/schemas/PetRecord]",
                        pets + ":2:3: /1/nane must be left out, was \"Ada\" (did you mean \"name\"?)"
                                + " [additionalProperties, specs/zoo/pets.yaml#/components/schemas/PetRecord]",
                        pets + ":4:11: /3/name must be unique, was \"Bob\" (the first is at 3:11)",
                        pets + ":5:21: /4/<age> must be left out, was 3"
                                + " [additionalProperties, specs/zoo/pets.yaml#/components/schemas/PetRecord]",
                        "5 faults in 1 file; 1 collection, 5 records checked",
                        "  " + folder.toString().replace('\\', '/') + ": zoo/pets/pets");
    }

    @Test
    void serve_says_the_same_lines() throws Exception {
        fixtures(BROKEN);
        check("--fixtures", folder.toString());
        run(Zoo.catalogue(), "serve", "--fixtures", folder.toString());

        List<String> checked = out.toString().lines().toList();
        List<String> served = err.toString().lines().toList();
        assertThat(served.subList(0, served.size() - 1)).isEqualTo(checked.subList(0, checked.size() - 2));
    }

    @Test
    void of_very_many_faults_the_first_are_listed_and_all_are_counted() throws Exception {
        var pets = new ArrayList<String>();
        for (int i = 0; i < 250; i++) {
            pets.add("{\"name\": " + i + "}");
        }
        fixtures(pets.toString());

        assertThat(check("--fixtures", folder.toString())).isEqualTo(1);
        assertThat(out.toString().lines().toList())
                .hasSize(103)
                .contains("250 faults in 1 file; 1 collection, 250 records checked")
                .anyMatch(line -> line.endsWith("must have no faults beyond these 100, was 150 more"));
    }

    @Test
    void a_broken_contract_is_told_in_the_same_way() {
        List<Catalogue.Entry> broken = Zoo.catalogue(Pets.YAML.replace("maximum", "maximun"));

        assertThat(run(broken, "check")).isEqualTo(1);
        assertThat(out.toString().lines())
                .hasSize(2)
                .anyMatch(
                        line -> line.startsWith("specs/zoo/pets.yaml:11:") && line.contains("did you mean \"maximum\""))
                .contains("1 fault in 1 file; fixtures are checked once the contracts have no faults");
        for (String format : List.of("json", "sarif", "junit")) {
            assertThat(run(broken, "check", "--format", format)).isEqualTo(1);
        }
    }

    @Test
    void json_has_the_totals_the_faults_and_the_collections() throws Exception {
        fixtures("[{\"name\": \"Ada\"}, {\"nane\": \"Zoë\"}]");
        check("--fixtures", folder.toString(), "--format", "json");
        String pets = folder.resolve("zoo/pets/pets.json").toString();

        JsonNode report = Json.read(out.toString().getBytes(StandardCharsets.US_ASCII));
        assertThat(report)
                .isEqualTo(Json.mapper()
                        .valueToTree(Map.of(
                                "version",
                                1,
                                "totals",
                                Map.of("faults", 2, "files", 1, "collections", 1, "records", 2),
                                "faults",
                                List.of(
                                        Map.of(
                                                "file", pets,
                                                "line", 1,
                                                "column", 19,
                                                "pointer", "/1/name",
                                                "rule", "required",
                                                "contract", "specs/zoo/pets.yaml#/components/schemas/PetRecord",
                                                "message", "must be given, was missing"),
                                        Map.of(
                                                "file", pets,
                                                "line", 1,
                                                "column", 20,
                                                "pointer", "/1/nane",
                                                "rule", "additionalProperties",
                                                "contract", "specs/zoo/pets.yaml#/components/schemas/PetRecord",
                                                "message", "must be left out, was \"Zoë\"",
                                                "hint", "did you mean \"name\"?")),
                                "collections",
                                List.of(Map.of("name", "zoo/pets/pets", "from", folder.toString(), "records", 2)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {BROKEN, "[]", "[", "{", "[{\"name\": \"\\ud800\"}, {\"name\": \"a\", \"name\": \"b\"}]"})
    void sarif_keeps_the_schema_of_oasis(String pets) throws Exception {
        fixtures(pets);
        Files.writeString(folder.resolve("zoo/stranger ü.json"), "");
        check("--fixtures", folder.toString(), "--format", "sarif");

        try (InputStream schema =
                Objects.requireNonNull(CheckTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
            var sarif = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(schema, InputFormat.JSON);
            assertThat(sarif.validate(out.toString(), InputFormat.JSON)).isEmpty();
            assertThat(sarif.validate("{\"version\": \"2.1.0\"}", InputFormat.JSON))
                    .isNotEmpty();
        }
    }

    @Test
    void sarif_says_where_by_which_rule_and_how_to_mend_it() throws Exception {
        fixtures(BROKEN);
        check("--fixtures", folder.toString(), "--format", "sarif");

        JsonNode run = Json.mapper().readTree(out.toString()).at("/runs/0");
        assertThat(run.at("/tool/driver/rules").findValuesAsText("id"))
                .containsExactly("additionalProperties", "required", "type", "unique");
        JsonNode misspelt = run.at("/results/2");
        assertThat(misspelt.at("/ruleId").asText()).isEqualTo("additionalProperties");
        assertThat(misspelt.at("/ruleIndex").asInt()).isZero();
        assertThat(misspelt.at("/message/text").asText())
                .isEqualTo("/1/nane must be left out, was \"Ada\" (did you mean \"name\"?)");
        assertThat(misspelt.at("/locations/0/physicalLocation/region").toString())
                .isEqualTo("{\"startLine\":2,\"startColumn\":3}");
        assertThat(misspelt.at("/relatedLocations/0/logicalLocations/0/fullyQualifiedName")
                        .asText())
                .isEqualTo("specs/zoo/pets.yaml#/components/schemas/PetRecord");
        assertThat(misspelt.at("/fixes/0/artifactChanges/0/replacements/0").toString())
                .isEqualTo("{\"deletedRegion\":{\"startLine\":2,\"startColumn\":3,\"endColumn\":9},"
                        + "\"insertedContent\":{\"text\":\"\\\"name\\\"\"}}");
        assertThat(run.at("/results/0").has("fixes")).isFalse();
    }

    @Test
    void files_below_the_working_folder_have_relative_addresses() throws Exception {
        Path here = Files.createTempDirectory(Path.of("target"), "a folder ");
        Files.createDirectories(here.resolve("zoo/pets"));
        Files.writeString(here.resolve("zoo/pets/pets.json"), "[7]");
        check("--fixtures", here.toString(), "--format", "sarif");

        assertThat(Json.mapper()
                        .readTree(out.toString())
                        .findValue("artifactLocation")
                        .path("uri")
                        .asText())
                .isEqualTo("target/" + here.getFileName().toString().replace(" ", "%20") + "/zoo/pets/pets.json");
    }

    @Test
    void junit_has_a_suite_a_file_and_a_failure_a_fault() throws Exception {
        fixtures(BROKEN);
        check("--fixtures", folder.toString(), "--format", "junit");

        Element suites = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toString().getBytes(StandardCharsets.US_ASCII)))
                .getDocumentElement();
        assertThat(suites.getTagName()).isEqualTo("testsuites");
        Element pets = (Element) suites.getElementsByTagName("testsuite").item(0);
        assertThat(pets.getAttribute("name"))
                .isEqualTo(folder.resolve("zoo/pets/pets.json").toString());
        assertThat(pets.getAttribute("tests")).isEqualTo("5");
        assertThat(pets.getAttribute("failures")).isEqualTo("5");
        NodeList failures = pets.getElementsByTagName("failure");
        assertThat(failures.getLength()).isEqualTo(5);
        Element last = (Element) failures.item(4);
        assertThat(last.getAttribute("message")).isEqualTo("must be left out, was 3");
        assertThat(last.getAttribute("type")).isEqualTo("additionalProperties");
        assertThat(last.getTextContent()).contains(":5:21: /4/<age> must be left out, was 3");
        assertThat(((Element) last.getParentNode()).getAttribute("name"))
                .isEqualTo("5:21 /4/<age> additionalProperties");
    }

    @Test
    void sarif_says_where_each_collection_came_from() throws Exception {
        fixtures("[{\"name\": \"Ada\"}]");
        check("--fixtures", folder.toString(), "--format", "sarif");

        assertThat(Json.mapper().readTree(out.toString()).at("/runs/0/properties/collections"))
                .isEqualTo(Json.mapper()
                        .valueToTree(
                                List.of(Map.of("name", "zoo/pets/pets", "from", folder.toString(), "records", 1))));
    }

    @Test
    void junit_has_a_test_that_passed_for_each_sound_collection() throws Exception {
        assertThat(run(Catalogue.builtIn(), "check", "--format", "junit")).isZero();

        assertThat(out.toString())
                .startsWith("<?xml version=\"1.0\" encoding=\"US-ASCII\"?>")
                .contains("<testsuite name=\"collections\" tests=\"7\" failures=\"0\"")
                .contains("<testcase classname=\"collections\" name=\"exante/work-tasks/work-tasks\" time=\"0\">")
                .contains("<system-out>253 records from built-in</system-out>")
                .doesNotContain("<failure");
    }

    @Test
    void a_report_in_a_file_leaves_the_text_to_the_terminal() throws Exception {
        fixtures("[7]");
        Path file = folder.resolveSibling(folder.getFileName() + ".sarif");
        check("--fixtures", folder.toString(), "--format", "sarif", "--output", file.toString());

        assertThat(out.toString())
                .contains("1 fault in 1 file; 1 collection, 0 records checked" + System.lineSeparator());
        assertThat(Json.mapper().readTree(file.toFile()).path("version").asText())
                .isEqualTo("2.1.0");
    }

    @Test
    void wrong_usage_ends_with_2() {
        assertThat(check("--fixtures", "/no/such/folder")).isEqualTo(2);
        assertThat(check("--format", "html")).isEqualTo(2);
        assertThat(check("--output", "/no/such/folder/report")).isEqualTo(2);
        assertThat(err.toString())
                .contains("--output must be a file that can be written, was '/no/such/folder/report'");
    }

    @Test
    void a_flag_that_command_line_and_variable_both_set_is_set() {
        Commands.commandLine(Zoo.catalogue(), Map.of("UNDERSTUDY_REVISION", "true"))
                .setOut(new PrintWriter(out, true))
                .execute("check", "--revision");
        assertThat(out.toString().strip()).matches("[0-9a-f]{16}");
    }

    private int check(String... arguments) {
        var all = new ArrayList<>(List.of("check"));
        all.addAll(List.of(arguments));
        return run(Zoo.catalogue(), all.toArray(String[]::new));
    }

    private int run(List<Catalogue.Entry> catalogue, String... arguments) {
        return Commands.commandLine(catalogue, Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private void fixtures(String pets) throws Exception {
        Path zoo = Files.createDirectories(folder.resolve("zoo/pets"));
        Files.writeString(zoo.resolve("pets.json"), pets);
    }
}
