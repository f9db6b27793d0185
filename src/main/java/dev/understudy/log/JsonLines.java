package dev.understudy.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.understudy.api.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** The log for machines: one JSON object a line, in ASCII, so that nothing in it can end the line. */
public final class JsonLines extends EncoderBase<ILoggingEvent> {
    private static final byte[] NONE = {};
    private static final ObjectWriter WRITER = Json.mapper().writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    @Override
    public byte[] encode(ILoggingEvent event) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("time", LogTime.of(event));
        fields.put("level", event.getLevel().toString());
        fields.put("logger", event.getLoggerName());
        fields.putAll(said(event));
        if (event.getThrowableProxy() != null) {
            fields.put("trace", ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
        try {
            // DEL is the one control that is ASCII and that JSON lets through.
            String line = WRITER.writeValueAsString(fields).replace("\u007f", "\\u007f");
            return (line + "\n").getBytes(UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Text and numbers can be written as JSON", e);
        }
    }

    private static Map<String, Object> said(ILoggingEvent event) {
        Object[] arguments = event.getArgumentArray();
        return arguments != null && arguments.length == 1 && arguments[0] instanceof LogLine line
                ? line.fields()
                : Map.of("message", event.getFormattedMessage());
    }

    @Override
    public byte[] headerBytes() {
        return NONE;
    }

    @Override
    public byte[] footerBytes() {
        return NONE;
    }
}
