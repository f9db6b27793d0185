package dev.understudy.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.Expected;
import dev.understudy.api.Json;
import dev.understudy.api.MalformedJson;
import dev.understudy.schema.SchemaCheck;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A documented kind of content.
 *
 * @param check the schema of its value; null if any will do
 */
record Content(MediaType type, Form form, @Nullable SchemaCheck check) {
    /** What the bytes are. */
    enum Form {
        /** JSON (RFC 8259). */
        JSON,
        /** A text in UTF-8. */
        TEXT,
        /** Bytes that nobody looks into. */
        BINARY
    }

    /** The value that the bytes are: any JSON, a text, or the bytes themselves. */
    JsonNode read(byte[] bytes) throws MalformedJson {
        return switch (form) {
            case JSON -> Json.read(bytes);
            case TEXT -> text(bytes);
            case BINARY -> BinaryNode.valueOf(bytes);
        };
    }

    /** The bytes of a value: the way back from {@link #read}. */
    byte[] write(Object value) {
        return switch (form) {
            case JSON -> Json.write(value);
            case TEXT -> value.toString().getBytes(StandardCharsets.UTF_8);
            case BINARY -> (byte[]) value;
        };
    }

    private static JsonNode text(byte[] bytes) throws MalformedJson {
        try {
            return TextNode.valueOf(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new MalformedJson(1, 1, Expected.to("be text in UTF-8"), "other bytes");
        }
    }
}
