package dev.understudy.contract.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.Expected;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.api.bytes.ByteText;
import dev.understudy.api.bytes.Upload;
import dev.understudy.schema.SchemaCheck;
import java.util.List;

/**
 * Bytes in values, which JSON Schema has not: to a schema each byte is a character of a text, so that lengths count
 * bytes (OpenAPI 3.0.4 section 4.7.14.2, "type: string, format: binary").
 */
public final class Octets {
    /** In bytes; of more no text is made unless somebody looks at it. */
    static final int IN_MEMORY = 1 << 20;

    private Octets() {}

    /** What a body that is, or holds, bytes breaks of its schema. */
    public static List<Violation> violations(SchemaCheck check, JsonNode body) {
        return check.violations(Place.BODY, "", texts(body)).stream()
                .map(violation -> worded(violation, body.at(violation.pointer())))
                .toList();
    }

    private static JsonNode texts(JsonNode value) {
        if (value instanceof Upload upload) {
            return upload.length() > IN_MEMORY
                    ? ByteText.of(upload.content())
                    : TextNode.valueOf(new String(upload.binaryValue(), ISO_8859_1));
        } else if (value.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> list.add(texts(item)));
            return list;
        } else if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(member -> object.set(member.getKey(), texts(member.getValue())));
            return object;
        }
        return value;
    }

    private static Violation worded(Violation violation, JsonNode value) {
        if (!(value instanceof Upload upload)) {
            return violation;
        }
        Expected expected = violation.expected();
        Expected ofBytes = violation.keyword().endsWith("Length")
                ? Expected.to(expected.text().replace("character", "byte"))
                : expected;
        long length = upload.length();
        return violation.expecting(ofBytes).saying(length + (length == 1 ? " byte" : " bytes"));
    }
}
