package dev.understudy.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.Fault;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.Requests;
import dev.understudy.contract.Samples;
import dev.understudy.generate.values.BrokenValues;
import dev.understudy.generate.values.RandomValues;
import dev.understudy.openapi.Document;
import dev.understudy.openapi.Grammar;
import dev.understudy.openapi.Lowering;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The compiled schemas are allowed to be fast, not to have an opinion or words of their own. */
class CompiledSchemaTest {
    private static final int FEW = 500;
    private static final int MANY = 100_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "specs/techwolf/task-profiles.yaml",
                "specs/techwolf/ai-goals.yaml",
                "specs/quant/ai-tasks.yaml",
                "specs/exante/work-tasks.yaml",
                "contracts/every-keyword.yaml",
                "contracts/every-keyword-2020-12.yaml"
            })
    void a_compiled_schema_says_what_the_validator_says(String contract) throws IOException {
        compare(contract, FEW);
    }

    @Tag("slow")
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "specs/techwolf/task-profiles.yaml",
                "specs/techwolf/ai-goals.yaml",
                "specs/quant/ai-tasks.yaml",
                "specs/exante/work-tasks.yaml",
                "contracts/every-keyword.yaml",
                "contracts/every-keyword-2020-12.yaml"
            })
    void a_compiled_schema_says_what_the_validator_says_over_a_hundred_thousand_values_a_schema(String contract)
            throws IOException {
        compare(contract, MANY);
    }

    @Test
    void schemas_of_several_resources_are_left_to_the_validator() {
        Document document = Document.read(
                "specs/sample/things.yaml",
                """
                openapi: 3.1.1
                components:
                  schemas:
                    Thing: {$ref: 'https://things.example/other#/$defs/Whole'}
                    Other: {$id: 'https://things.example/other', $defs: {Whole: {type: integer}}}
                """
                        .getBytes(UTF_8));
        SchemaCheck check = new DocumentSchemas(Lowering.of(document, Grammar.check(document)), true)
                .at("/components/schemas/Other/$defs/Whole");

        assertThat(check.isCompiled()).isFalse();
        assertThat(check.violations(Place.BODY, "", IntNode.valueOf(1))).isEmpty();
        assertThat(check.violations(Place.BODY, "", TextNode.valueOf("x"))).hasSize(1);
    }

    @Test
    void the_reference_says_the_same_in_the_same_words() {
        var contract = Samples.withBody("Thing: {type: object, required: [a], properties: {a: {type: integer}}}");
        var request = Requests.post("{\"a\":\"x\"}");
        assertThat(contract.reference().admit(request)).isEqualTo(contract.admit(request));
    }

    private static void compare(String contract, int count) throws IOException {
        Document document = document(contract);
        List<String> pointers = Grammar.check(document);
        // No contract may be written in 3.1 yet.
        assertThat(document.faults())
                .extracting(Fault::message)
                .allMatch(fault -> fault.startsWith("must be OpenAPI 3.0"));
        var book = new DocumentSchemas(Lowering.of(document, pointers), true);
        var reference = new DocumentSchemas(Lowering.of(document, pointers), false);
        // Those inside others are reached through them, and one that says nothing new is left out.
        var seen = new HashSet<JsonNode>();
        List<String> compared = pointers.stream()
                .filter(pointer -> pointer.matches(
                        "/components/(schemas/[^/]+|parameters/[^/]+/schema)|/paths/.*/parameters/\\d+/schema"))
                .filter(pointer -> seen.add(explainer(book.schema(pointer))))
                .toList();
        List<Pair> pairs = compared.stream()
                .map(pointer -> new Pair(book.at(pointer), reference.at(pointer)))
                .toList();
        int kept = pairs.parallelStream()
                .mapToInt(pair -> compare(book, pair, count))
                .sum();
        System.out.printf("%s: %d schemas, %d values each%n", contract, pairs.size(), count);
        assertThat(compared).isNotEmpty();
        assertThat(kept)
                .as("a comparison in which all values pass, or none, says little")
                .isBetween(compared.size() * count / 10, compared.size() * count * 9 / 10);
    }

    /** A schema without what decides nothing; one that only refers to another is that one. */
    private static JsonNode explainer(JsonNode schema) {
        return schema instanceof ObjectNode object
                ? object.deepCopy().without(List.of("description", "examples", "x-decision", "default"))
                : schema;
    }

    /** The two that must agree. */
    private record Pair(SchemaCheck compiled, SchemaCheck reference) {}

    /** How many of the values passed. */
    private static int compare(DocumentSchemas book, Pair pair, int count) {
        String pointer = pair.compiled().pointer();
        assertThat(pair.compiled().isCompiled()).as("%s is compiled", pointer).isTrue();
        var random = new Random(pointer.hashCode());
        var values = new RandomValues(book, random);
        var broken = new BrokenValues(values, random);
        JsonNode value = IntNode.valueOf(0);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            value = i % 4 == 0 ? values.value(pointer) : broken.in(value);
            List<Violation> found = pair.compiled().violations(Place.BODY, "", value);
            List<Violation> expected = pair.reference().violations(Place.BODY, "", value);
            if (!found.equals(expected)) {
                assertThat(found).as("%s of %s", pointer, value).isEqualTo(expected);
            }
            if (pair.compiled().passes(value) != expected.isEmpty()) {
                assertThat(expected).as("%s lets %s pass", pointer, value).isEmpty();
            }
            kept += expected.isEmpty() ? 1 : 0;
        }
        return kept;
    }

    private static Document document(String contract) throws IOException {
        try (InputStream in = CompiledSchemaTest.class.getResourceAsStream("/" + contract)) {
            return Document.read(contract, in.readAllBytes());
        }
    }
}
