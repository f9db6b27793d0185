package dev.understudy.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InvalidSchemaException;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.generate.values.BrokenValues;
import dev.understudy.generate.values.RandomValues;
import dev.understudy.openapi.BlockingFindings;
import dev.understudy.openapi.Document;
import dev.understudy.openapi.Documents;
import dev.understudy.openapi.Lowered;
import dev.understudy.openapi.Lowering;
import dev.understudy.openapi.Part;
import dev.understudy.openapi.source.ContractException;
import dev.understudy.schema.findings.SchemaFindings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The schemas of all documents below the folder that {@code UNDERSTUDY_CORPUS} names, each shape once: what is compiled
 * says the same of random values as the validator does, in the same words. It takes five minutes at most.
 */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "UNDERSTUDY_CORPUS", matches = ".+")
class CorpusSchemasTest {
    private static final Duration BUDGET = Duration.ofMinutes(4);
    private static final int VALUES = 20;

    private final long start = System.nanoTime();
    private final Set<JsonNode> shapes = new HashSet<>();
    private final Set<String> differences = new TreeSet<>();
    private int schemas;
    private int uncompiled;
    private int untaken;
    private int values;
    private int passed;

    @Test
    void a_compiled_schema_says_what_the_validator_says() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(Path.of(System.getenv("UNDERSTUDY_CORPUS")))) {
            all.filter(file -> file.toString().matches(".*\\.(json|ya?ml)"))
                    .sorted()
                    .forEach(files::add);
        }
        // The same in each run, and when the budget ends, not always the same documents are left.
        for (int round = 0; !isOver(); round++) {
            shapes.clear();
            for (Path file : files) {
                compare(file, round);
            }
        }

        System.out.printf(
                "%d schemas, %d values, %d of them valid; %d schemas left to the validator, %d that it does not take%n",
                schemas, values, passed, uncompiled, untaken);
        assertThat(differences).isEmpty();
        assertThat(values).isPositive();
    }

    private boolean isOver() {
        return System.nanoTime() - start > BUDGET.toNanos();
    }

    private void compare(Path file, int round) {
        Document document;
        try {
            Path folder = file.toAbsolutePath().getParent();
            document = Documents.read(file, folder == null ? file : folder);
        } catch (ContractException e) {
            // Not every file is an OpenAPI document.
            return;
        }
        SchemaFindings.check(document, Set.of());
        Lowered lowered = Lowering.brought(document, Set.of()).answers();
        var compiled = new DocumentSchemas(lowered, true);
        var reference = new DocumentSchemas(lowered, false);
        BlockingFindings stops = document.stops();
        for (Part schema : document.schemas()) {
            String pointer = schema.pointer();
            if (!isOver()
                    && isThere(reference, pointer)
                    && shapes.add(shape(compiled.judged(pointer)))
                    && stops.first(List.of(), List.of(pointer)).isEmpty()) {
                schemas++;
                var random = new Random(pointer.hashCode() + 31L * round);
                try {
                    compare(file.getFileName() + " " + pointer, compiled, reference.at(pointer), random);
                } catch (InvalidSchemaException e) {
                    // A dialect of its own, which the validator would have to load.
                    untaken++;
                }
            }
        }
    }

    /**
     * Not so of a branch that a discriminator decides, or of what has moved: it is reached through what it is part of.
     */
    private static boolean isThere(DocumentSchemas book, String pointer) {
        try {
            book.validator(pointer);
            return !book.judged(pointer).isMissingNode();
        } catch (InvalidSchemaException e) {
            return false;
        }
    }

    private void compare(String name, DocumentSchemas book, SchemaCheck reference, Random random) {
        SchemaCheck compiled = book.at(reference.pointer());
        if (!compiled.isCompiled()) {
            uncompiled++;
            return;
        }
        var made = new RandomValues(book, random);
        var broken = new BrokenValues(made, random);
        JsonNode value = IntNode.valueOf(0);
        for (int i = 0; i < VALUES; i++) {
            value = i % 4 == 0 ? made.value(reference.pointer()) : broken.in(value);
            List<Violation> found = compiled.violations(Place.BODY, "", value);
            List<Violation> expected = reference.violations(Place.BODY, "", value);
            values++;
            passed += expected.isEmpty() ? 1 : 0;
            if (!found.equals(expected) || compiled.passes(value) != expected.isEmpty()) {
                differences.add("%s: %s: compiled %s, the validator %s".formatted(name, value, found, expected));
                return;
            }
        }
    }

    /** A schema without what decides nothing, and with numbers for the names of its properties. */
    private static JsonNode shape(JsonNode schema) {
        if (schema instanceof ArrayNode array) {
            ArrayNode all = array.arrayNode();
            array.forEach(each -> all.add(shape(each)));
            return all;
        }
        return schema instanceof ObjectNode object ? shapeOf(object) : schema;
    }

    private static ObjectNode shapeOf(ObjectNode object) {
        ObjectNode shape = object.objectNode();
        for (Map.Entry<String, JsonNode> keyword : object.properties()) {
            switch (keyword.getKey()) {
                case "description", "title", "examples", "default", "deprecated", "xml", "externalDocs" -> {}
                case "$ref" -> shape.put("$ref", "");
                case "properties" -> shape.set("properties", numbered(keyword.getValue()));
                case "required" -> shape.put("required", keyword.getValue().size());
                default -> shape.set(keyword.getKey(), shape(keyword.getValue()));
            }
        }
        return shape;
    }

    private static JsonNode numbered(JsonNode properties) {
        ArrayNode all = ((ObjectNode) properties).arrayNode();
        properties.forEach(property -> all.add(shape(property)));
        return all;
    }
}
