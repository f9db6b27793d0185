package dev.understudy.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Json;
import dev.understudy.api.Violation.Place;
import dev.understudy.openapi.Document;
import dev.understudy.openapi.Grammar;
import dev.understudy.openapi.Lowered;
import dev.understudy.openapi.Lowering;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Edge values with the right verdict and the place that says so, where the specifications leave no choice. */
class VerdictsTest {
    /** A schema does not know which way a body goes; a document that would need it is refused when it is read. */
    private static final List<String> NOT_YET = List.of("readonly-missing@3.0", "writeonly-missing-response@3.0");

    /** One line of the file. */
    record Verdict(JsonNode line) {
        boolean isValid() {
            return line.path("valid").booleanValue();
        }

        @Override
        public String toString() {
            return line.path("id").asText();
        }
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void a_value_is_judged_as_the_specification_says(Verdict verdict) {
        String version = verdict.line().path("dialect").asText().equals("3.0") ? "3.0.3" : "3.1.1";
        ObjectNode schemas = verdict.line().path("components").path("schemas").isObject()
                ? verdict.line().path("components").path("schemas").deepCopy()
                : Json.mapper().createObjectNode();
        schemas.set("Asked", verdict.line().path("schema"));

        judge(
                version,
                schemas,
                verdict.line().path("value"),
                verdict.isValid() != NOT_YET.contains(verdict.toString()));
    }

    @ParameterizedTest(name = "{1} is an integer in {0}: {2}")
    @CsvSource({
        "3.0.0, 1.0, false",
        "3.0.3, 1.0, false",
        "3.0.3, 1e2, false",
        "3.0.3, 1, true",
        "3.0.4, 1.0, true",
        "3.0.4, 1e2, true",
        "3.0.4, 1.5, false",
        "3.1.0, 1.0, true"
    })
    void a_whole_number_with_a_fraction_of_zero_is_an_integer_since_3_0_4(String version, String value, boolean valid)
            throws IOException {
        ObjectNode schemas = Json.mapper().createObjectNode();
        schemas.putObject("Asked").put("type", "integer");

        judge(version, schemas, Json.mapper().readTree(value), valid);
    }

    private static void judge(String version, ObjectNode schemas, JsonNode value, boolean valid) {
        ObjectNode root = Json.mapper().createObjectNode().put("openapi", version);
        root.putObject("components").set("schemas", schemas);
        Document document = Document.read("asked", Json.write(root));
        Lowered lowered = Lowering.of(document, Grammar.check(document));
        SchemaCheck compiled = new DocumentSchemas(lowered, true).at("/components/schemas/Asked");
        SchemaCheck reference = new DocumentSchemas(lowered, false).at("/components/schemas/Asked");

        assertThat(compiled.isCompiled()).isTrue();
        assertThat(compiled.passes(value)).isEqualTo(valid);
        assertThat(compiled.violations(Place.BODY, "", value)).hasSizeBetween(valid ? 0 : 1, valid ? 0 : 100);
        assertThat(reference.violations(Place.BODY, "", value)).isEqualTo(compiled.violations(Place.BODY, "", value));
    }

    static Stream<Verdict> verdicts() throws IOException, URISyntaxException {
        List<String> lines = Files.readAllLines(
                Path.of(VerdictsTest.class.getResource("/verdicts.ndjson").toURI()));
        return lines.stream().map(VerdictsTest::verdict);
    }

    private static Verdict verdict(String line) {
        try {
            return new Verdict(Json.mapper().readTree(line));
        } catch (IOException e) {
            throw new IllegalStateException("No case: " + line, e);
        }
    }
}
