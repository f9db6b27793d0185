package dev.understudy.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.understudy.api.Json;
import java.io.IOException;
import java.io.Writer;

/** Pretty-printed JSON in ASCII, which survives any terminal's encoding. */
final class PrettyJson {
    private static final ObjectWriter WRITER = Json.mapper()
            .writerWithDefaultPrettyPrinter()
            .with(JsonWriteFeature.ESCAPE_NON_ASCII)
            .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private PrettyJson() {}

    static void write(Object value, Writer out) throws IOException {
        WRITER.writeValue(out, value);
        out.write(System.lineSeparator());
    }
}
