package dev.understudy.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import dev.understudy.live.Catalogue;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contracts themselves, as others read them. */
class ContractsTest {
    static Stream<Contract> contracts() {
        return Catalogue.builtIn().stream().map(Catalogue.Entry::read);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("contracts")
    void every_example_is_valid_by_its_schema(Contract contract) {
        // Whole, with the schemas of the fixtures.
        JsonNode document = Yaml.of(contract);
        var schemas = new Schemas(document);
        var examples = new ArrayList<String>();
        eachExample(document, "", (pointer, example) -> {
            examples.add(pointer);
            assertThat(schemas.errors(pointer, example))
                    .as("%s by %s", example, pointer)
                    .isEmpty();
        });

        assertThat(examples).hasSizeGreaterThan(20);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("contracts")
    void the_contract_as_served_knows_nothing_of_fixtures(Contract contract) {
        for (byte[] served : List.of(contract.servedYaml(".."), contract.servedJson(".."))) {
            assertThat(new String(served, UTF_8)).doesNotContain("x-fixture", "Fixture");
        }
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("contracts")
    void the_contract_as_served_has_one_spelling_of_each_parameter(Contract contract) {
        for (byte[] served : List.of(contract.servedYaml(".."), contract.servedJson(".."))) {
            assertThat(new String(served, UTF_8)).doesNotContain("x-alias-of");
        }
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("contracts")
    void the_flat_form_has_no_choices_and_takes_every_example(Contract contract) {
        JsonNode flat = Wire.json(contract.flatJson(".."));
        var schemas = new Schemas(flat);

        assertThat(new Yaml(contract.flatYaml("..")).tree()).isEqualTo(flat);
        assertThat(flat.findValues("oneOf")).isEmpty();
        assertThat(flat.findValues("discriminator")).isEmpty();
        eachExample(flat, "", (pointer, example) -> assertThat(schemas.errors(pointer, example))
                .as("%s by %s", example, pointer)
                .isEmpty());
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("contracts")
    void the_contract_as_served_is_openapi_without_reproach(Contract contract) {
        for (byte[] served : List.of(contract.servedYaml(".."), contract.servedJson(".."), contract.flatJson(".."))) {
            SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(new String(served, UTF_8));

            assertThat(parsed.getMessages()).isEmpty();
            assertThat(operations(parsed.getOpenAPI()))
                    .containsExactlyInAnyOrderElementsOf(contract.operations().stream()
                            .map(ContractsTest::text)
                            .toList());
        }
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("contracts")
    void yaml_and_json_are_the_same_document(Contract contract) {
        assertThat(new Yaml(contract.servedYaml("..")).tree()).isEqualTo(Wire.json(contract.servedJson("..")));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("contracts")
    void every_operation_documents_what_the_border_may_answer(Contract contract) {
        JsonNode document = Wire.json(contract.servedJson(".."));

        assertThat(document.at("/components/responses").fieldNames())
                .toIterable()
                .contains("NotFound", "MethodNotAllowed");
        for (JsonNode path : document.path("paths")) {
            for (JsonNode operation : path) {
                assertThat(operation.path("responses").fieldNames())
                        .toIterable()
                        .contains("200", "400", "401", "406", "500");
                for (String status : List.of("413", "415")) {
                    assertThat(operation.path("responses").has(status)).isEqualTo(operation.has("requestBody"));
                }
            }
        }
    }

    @Test
    void every_decision_of_ours_stands_in_some_contract_and_is_marked() {
        var marked = new TreeSet<String>();
        contracts().forEach(contract -> {
            JsonNode document = Wire.json(contract.servedJson(".."));
            for (JsonNode decision : document.findValues("x-decision")) {
                (decision.isArray() ? Wire.list(decision) : List.of(decision))
                        .forEach(id -> marked.add(id.textValue()));
            }
        });
        assertThat(marked)
                .containsExactlyInAnyOrderElementsOf(Stream.of(ids("A", 24), ids("B", 17), ids("C", 24))
                        .flatMap(ids -> ids)
                        .toList());
    }

    private static Stream<String> ids(String letter, int last) {
        return IntStream.rangeClosed(1, last).mapToObj(number -> letter + "-" + number);
    }

    private static List<String> operations(OpenAPI document) {
        var operations = new ArrayList<String>();
        for (Map.Entry<String, PathItem> path : document.getPaths().entrySet()) {
            path.getValue()
                    .readOperationsMap()
                    .forEach((method, operation) ->
                            operations.add(method + " " + path.getKey() + " " + operation.getOperationId()));
        }
        return operations;
    }

    private static String text(Operation operation) {
        return operation.method() + " " + operation.path() + " " + operation.operationId();
    }

    /** Walks the document, and tells each example with the place of its schema. */
    private static void eachExample(JsonNode node, String pointer, BiConsumer<String, JsonNode> found) {
        if (node.has("schema")) {
            if (node.has("example")) {
                found.accept(pointer + "/schema", node.path("example"));
            }
            node.path("examples").forEach(example -> found.accept(pointer + "/schema", example.path("value")));
        } else if (node.has("type") && node.has("example")) {
            found.accept(pointer, node.path("example"));
        }
        if (node.isObject()) {
            node.fields().forEachRemaining(child -> {
                if (!child.getKey().startsWith("example")) {
                    eachExample(child.getValue(), pointer + "/" + escaped(child.getKey()), found);
                }
            });
        } else {
            for (int i = 0; i < node.size(); i++) {
                eachExample(node.path(i), pointer + "/" + i, found);
            }
        }
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    /** The schemas of a document, without the loader and the wording of the product. */
    private static final class Schemas {
        private final JsonNode document;
        private final Schema root;

        Schemas(JsonNode document) {
            this.document = document;
            Dialect dialect = Dialect.builder(Dialects.getOpenApi30())
                    .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
                    .build();
            var config =
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
            this.root = SchemaRegistry.withDefaultDialect(dialect, registry -> registry.schemaRegistryConfig(config))
                    .getSchema(SchemaLocation.of("mem:document"), document);
        }

        List<Error> errors(String pointer, JsonNode example) {
            NodePath path = new NodePath(PathType.JSON_POINTER);
            JsonNode here = document;
            for (String token : pointer.substring(1).split("/", -1)) {
                String key = token.replace("~1", "/").replace("~0", "~");
                path = here.isArray() ? path.append(Integer.parseInt(key)) : path.append(key);
                here = here.isArray() ? here.path(Integer.parseInt(key)) : here.path(key);
            }
            return root.getRefSchema(path).validate(example);
        }
    }
}
