package dev.understudy.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.understudy.api.Json;
import java.io.IOException;
import java.io.Writer;

/** JSON that is laid out for people, in ASCII, so that no terminal's encoding can spoil it. */
final class JsonText {
    private static final ObjectWriter WRITER = Json.mapper()
            .writerWithDefaultPrettyPrinter()
            .with(JsonWriteFeature.ESCAPE_NON_ASCII)
            .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private JsonText() {}

    static void write(Object value, Writer out) throws IOException {
        WRITER.writeValue(out, value);
        out.write(System.lineSeparator());
    }
}
