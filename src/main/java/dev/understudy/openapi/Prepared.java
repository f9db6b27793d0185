package dev.understudy.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.understudy.api.Json;
import dev.understudy.api.MalformedJson;
import dev.understudy.openapi.source.YamlReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import java.util.zip.CRC32;

/**
 * A document that was read and found lawful once, as JSON, which is read in a fraction of the time. It stands for the
 * file with the same bytes only.
 *
 * @param schemas the pointers of all schemas in it
 * @param lowered the same document with its schemas in JSON Schema 2020-12
 */
public record Prepared(Document document, List<String> schemas, Lowered lowered) {
    private Prepared(Document document, List<String> schemas) {
        this(document, schemas, Lowering.of(document, schemas));
    }

    /** Reads the file, with all faults of its grammar noted. */
    public static Prepared read(String source, byte[] yaml) {
        Document document = Document.read(source, yaml);
        return new Prepared(document, Grammar.check(document));
    }

    /** What was written of these bytes; empty if it was written of others. */
    public static Optional<Prepared> read(String source, byte[] yaml, byte[] json) {
        JsonNode prepared;
        try {
            prepared = Json.read(json);
        } catch (MalformedJson e) {
            throw new IllegalArgumentException("What was prepared of " + source + " is damaged", e);
        }
        if (prepared.path("of").longValue() != checksum(yaml)) {
            return Optional.empty();
        }
        var document = new Document(
                source,
                () -> YamlReader.text(source, yaml),
                prepared.path("document"),
                () -> YamlReader.positions(source, yaml));
        List<String> schemas = StreamSupport.stream(prepared.path("schemas").spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
        return Optional.of(new Prepared(document, schemas));
    }

    /** To be read instead of these bytes, of which this was read; the same each time. */
    public byte[] bytes(byte[] yaml) {
        var prepared = JsonNodeFactory.instance.objectNode().put("of", checksum(yaml));
        prepared.putPOJO("schemas", schemas).set("document", document.tree());
        return Json.write(prepared);
    }

    private static long checksum(byte[] bytes) {
        var checksum = new CRC32();
        checksum.update(bytes);
        return checksum.getValue();
    }
}
