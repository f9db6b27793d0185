package dev.understudy.match;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.Expected;
import dev.understudy.api.Json;
import dev.understudy.openapi.Document;
import dev.understudy.openapi.Documents;
import dev.understudy.openapi.Lowering;
import dev.understudy.openapi.source.Finding;
import dev.understudy.schema.DocumentSchemas;
import dev.understudy.schema.SchemaCheck;
import dev.understudy.schema.findings.SchemaFindings;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** JSON Schemas (2020-12) that stand in patterns: whole in themselves. */
final class PatternSchema {
    private static final String PLACE = "/components/schemas/Pattern";

    /** Keywords whose values are schemas by names, which may be those of keywords. */
    private static final Set<String> NAMED = Set.of("properties", "patternProperties", "$defs", "dependentSchemas");

    /** Keywords whose values are no schemas. */
    private static final Set<String> VALUES = Set.of("const", "enum", "default", "examples", "example");

    /** Findings that may be lived with in a contract; a pattern would match more than is meant. */
    private static final Set<String> WITHOUT_EFFECT = Set.of("unknown-keyword", "unknown-format");

    private PatternSchema() {}

    /** The schema; or empty, if something is wrong with it that is told. */
    static Optional<SchemaCheck> read(JsonNode schema, String at, Faults faults) {
        if (!schema.isObject() && !schema.isBoolean()) {
            faults.add(at, "type", Expected.be("a JSON Schema, an object"), schema);
            return Optional.empty();
        }
        ObjectNode document = Json.mapper().createObjectNode();
        document.put("openapi", "3.1.0");
        document.putObject("info").put("title", "A pattern").put("version", "1");
        document.putObject("components").putObject("schemas").set("Pattern", rebased(schema, false));
        Document read = Documents.read("pattern", document.toString().getBytes(UTF_8));
        SchemaFindings.check(read, Set.of());
        for (Finding finding : read.findings()) {
            if (finding.level().stops() || WITHOUT_EFFECT.contains(finding.kind())) {
                String inside =
                        finding.pointer().startsWith(PLACE) ? finding.pointer().substring(PLACE.length()) : "";
                faults.add(at + inside, finding.kind(), finding.sentence().replace("#" + PLACE, "#"));
            }
        }
        return faults.any()
                ? Optional.empty()
                : Optional.of(
                        new DocumentSchemas(Lowering.brought(read, Set.of()).answers(), true).at(PLACE));
    }

    /** A reference into the schema is one into the document that it stands in. */
    private static JsonNode rebased(JsonNode node, boolean names) {
        if (node instanceof ObjectNode object) {
            ObjectNode moved = object.objectNode();
            for (Map.Entry<String, JsonNode> each : object.properties()) {
                moved.set(each.getKey(), names ? rebased(each.getValue(), false) : keyword(each));
            }
            return moved;
        } else if (node instanceof ArrayNode array) {
            ArrayNode moved = array.arrayNode();
            array.forEach(each -> moved.add(rebased(each, false)));
            return moved;
        }
        return node;
    }

    private static JsonNode keyword(Map.Entry<String, JsonNode> keyword) {
        JsonNode value = keyword.getValue();
        if (keyword.getKey().equals("$ref")
                && value.isTextual()
                && value.textValue().matches("#(/.*)?")) {
            return TextNode.valueOf("#" + PLACE + value.textValue().substring(1));
        }
        return VALUES.contains(keyword.getKey()) ? value : rebased(value, NAMED.contains(keyword.getKey()));
    }
}
