package dev.understudy.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InvalidSchemaException;
import dev.understudy.api.Json;
import dev.understudy.api.Violation.Place;
import dev.understudy.openapi.Document;
import dev.understudy.openapi.Documents;
import dev.understudy.openapi.Lowered;
import dev.understudy.openapi.Lowering;
import dev.understudy.schema.findings.SchemaFindings;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The JSON-Schema-Test-Suite's tests/draft2020-12 with all that is optional, wherever it lies below the folder that
 * {@code UNDERSTUDY_CORPUS} names: each schema stands in an OpenAPI 3.1 document, as users bring it, with the suite's
 * remote schemas beside it under their names. Formats are asserted.
 */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "UNDERSTUDY_CORPUS", matches = ".+")
class TestSuiteTest {
    private static final String ASKED = "/components/schemas/Asked";
    private static final String HOST = "http://localhost:1234/draft2020-12/";

    private final List<String> wrong = new ArrayList<>();
    private final ObjectNode remotes = Json.mapper().createObjectNode();
    private int asked;

    @Test
    void the_suite_passes_but_for_the_exceptions_that_have_a_reason() throws IOException, URISyntaxException {
        Optional<Path> suite = suite();
        assumeTrue(suite.isPresent(), "the suite is not there");
        Path tests = suite.get();
        readRemotes(tests.resolveSibling("../remotes/draft2020-12").normalize());
        for (Path file : files(tests)) {
            String name = tests.relativize(file).toString().replace('\\', '/');
            for (JsonNode group : Json.mapper().readTree(file.toFile())) {
                ask(name, group);
            }
        }

        List<String> excepted = exceptions();
        System.out.printf("%d questions, %d answered otherwise%n", asked, wrong.size());
        assertThat(wrong.stream().filter(each -> excepted.stream().noneMatch(each::startsWith)))
                .as("answered otherwise, without an exception")
                .isEmpty();
        assertThat(excepted.stream().filter(start -> wrong.stream().noneMatch(each -> each.startsWith(start))))
                .as("exceptions that are no longer any")
                .isEmpty();
    }

    private void ask(String file, JsonNode group) {
        Document document = Documents.read("asked", Json.write(document(group.path("schema"))));
        SchemaFindings.check(document, Set.of());
        boolean refused = document.stops().first(List.of(), List.of(ASKED)).isPresent();
        List<SchemaCheck> checks = refused ? List.of() : checks(document);
        for (JsonNode test : group.path("tests")) {
            asked++;
            JsonNode value = test.path("data");
            boolean valid = test.path("valid").booleanValue();
            boolean right = !refused
                    && checks.stream().allMatch(check -> passes(check, value).equals(Optional.of(valid)));
            if (!right) {
                wrong.add("%s: %s: %s"
                        .formatted(
                                file,
                                group.path("description").asText(),
                                test.path("description").asText()));
            }
        }
    }

    /** Empty if the validator does not take the schema. */
    private static Optional<Boolean> passes(SchemaCheck check, JsonNode value) {
        try {
            return Optional.of(check.violations(Place.BODY, "", value).isEmpty());
        } catch (InvalidSchemaException e) {
            return Optional.empty();
        }
    }

    /** As it is compiled, and as the validator has it. */
    private static List<SchemaCheck> checks(Document document) {
        Lowered lowered = Lowering.brought(document, Set.of()).answers();
        return List.of(new DocumentSchemas(lowered, true).at(ASKED), new DocumentSchemas(lowered, false).at(ASKED));
    }

    private ObjectNode document(JsonNode schema) {
        ObjectNode root = Json.mapper().createObjectNode().put("openapi", "3.1.1");
        root.putObject("info").put("title", "Asked").put("version", "1");
        root.putObject("paths");
        ObjectNode schemas = root.putObject("components").putObject("schemas");
        // Else # is the whole document.
        boolean named = !schema.isObject() || schema.has("$id");
        schemas.set(
                "Asked", named ? schema : ((ObjectNode) schema.deepCopy()).put("$id", "https://suite.example/asked"));
        if (schema.toString().contains(HOST)) {
            schemas.setAll(remotes);
        }
        return root;
    }

    private void readRemotes(Path folder) throws IOException {
        for (Path file : files(folder)) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            if (Json.mapper().readTree(file.toFile()) instanceof ObjectNode schema) {
                if (!schema.has("$id")) {
                    schema.put("$id", HOST + name);
                }
                remotes.set("Remote" + remotes.size(), schema);
            }
        }
    }

    private static Optional<Path> suite() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(System.getenv("UNDERSTUDY_CORPUS")))) {
            return all.filter(path -> path.endsWith("tests/draft2020-12")).findFirst();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    /** Each line is how the names of tests start, but for the reasons, which have a #. */
    private static List<String> exceptions() throws IOException, URISyntaxException {
        List<String> lines = Files.readAllLines(Path.of(
                TestSuiteTest.class.getResource("/test-suite-exceptions.txt").toURI()));
        return lines.stream()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }
}
