package dev.understudy.contract.correction;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Json;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.openapi.Documents;
import dev.understudy.openapi.Lowering;
import dev.understudy.schema.DocumentSchemas;
import dev.understudy.schema.SchemaCheck;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The schema that {@code x-understudy} keeps, in x-understudy.schema.json beside this class. */
final class CorrectionSchema {
    private static final String FILE = "x-understudy.schema.json";

    private CorrectionSchema() {}

    /** Read when the first document has the key. */
    private static final class Held {
        private static final SchemaCheck CHECK = check();
    }

    /** What the value breaks; empty if it keeps all. */
    static List<Violation> violations(JsonNode value) {
        return Held.CHECK.violations(Place.RECORD, "", value);
    }

    private static SchemaCheck check() {
        ObjectNode document = Json.mapper().createObjectNode();
        document.put("openapi", "3.1.0");
        document.putObject("info").put("title", FILE).put("version", "1");
        document.putObject("components").putObject("schemas").set("Correction", schema());
        byte[] bytes = document.toString().getBytes(UTF_8);
        var schemas = new DocumentSchemas(
                Lowering.brought(Documents.read(FILE, bytes), Set.of()).answers(), true);
        return schemas.at("/components/schemas/Correction");
    }

    private static JsonNode schema() {
        try (InputStream in = CorrectionSchema.class.getResourceAsStream(FILE)) {
            return Json.mapper().readTree(Objects.requireNonNull(in, FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
