package dev.understudy.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;

/**
 * The only reader and writer of JSON. Reading is strict (RFC 8259 without its latitude): only well-formed UTF-8, no
 * byte order mark, no duplicate keys, nothing after the value, no lone surrogates, and limits on depth and lengths.
 * Numbers are written exactly as they were read.
 */
public final class Json {
    /** The maximum depth of nested arrays and objects. */
    public static final int MAX_DEPTH = 100;

    /** The maximum length of a string, in characters. */
    public static final int MAX_STRING = 1 << 20;

    /** The maximum number of digits of a number that a client sends. */
    public static final int MAX_DIGITS = 100;

    /** The maximum number of digits of a number in a fixture, or in a value derived from one. */
    public static final int MAX_OWN_DIGITS = 1000;

    private static final JsonFactory STRANGE = factory(MAX_DIGITS);

    private static final JsonFactory OWN = factory(MAX_OWN_DIGITS);

    private Json() {}

    /** The factory always assumes UTF-8 and does not guess the encoding. */
    private static JsonFactory factory(int digits) {
        return JsonFactory.builder()
                .disable(JsonFactory.Feature.CHARSET_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(MAX_STRING)
                        .maxNumberLength(digits)
                        .build())
                .build();
    }

    /** The shared mapper; it is thread-safe, and must not be reconfigured. It is made when it is first needed. */
    public static ObjectMapper mapper() {
        return Mapping.MAPPER;
    }

    /** A generator for these bytes. */
    public static JsonGenerator generator(OutputStream out) throws IOException {
        return STRANGE.createGenerator(out);
    }

    /** A factory for parsers of fixtures, which are UTF-8; its parsers allow duplicate keys. */
    public static JsonFactory tokens() {
        return OWN;
    }

    /** Parses bytes that a client sent. */
    public static JsonNode read(byte[] bytes) throws MalformedJson {
        return read(STRANGE, bytes);
    }

    /** Parses bytes that {@link #write} produced; their numbers may be as long as those of fixtures. */
    public static JsonNode readBack(byte[] bytes) throws MalformedJson {
        return read(OWN, bytes);
    }

    private static JsonNode read(JsonFactory factory, byte[] bytes) throws MalformedJson {
        String text = decode(bytes);
        if (text.startsWith("\uFEFF")) {
            throw new MalformedJson(1, 1, Expected.be("JSON in UTF-8 without a byte order mark"), "a byte order mark");
        }
        JsonNode value = tree(factory, bytes, text);
        if (value.isMissingNode()) {
            throw new MalformedJson(1, 1, Expected.be("JSON"), "empty");
        }
        refuseLoneSurrogates(text);
        return value;
    }

    /** Writes the value as compact JSON in UTF-8. */
    public static byte[] write(Object value) {
        var bytes = new ByteArrayBuilder();
        try (JsonGenerator generator = generator(bytes)) {
            new JsonWriter(generator).value(value);
        } catch (IOException e) {
            throw new IllegalStateException("A value of type " + value.getClass() + " cannot be written as JSON", e);
        }
        return bytes.toByteArray();
    }

    private static JsonNode tree(JsonFactory factory, byte[] bytes, String text) throws MalformedJson {
        try (JsonParser parser = factory.createParser(bytes)) {
            return JsonTree.read(parser);
        } catch (JsonProcessingException | NumberFormatException | MalformedJson e) {
            // Parse again, as text, to find the fault and its position: columns count characters, not bytes.
            return tree(factory, text);
        } catch (IOException e) {
            throw inMemory(e);
        }
    }

    private static JsonNode tree(JsonFactory factory, String text) throws MalformedJson {
        try (JsonParser parser = factory.createParser(text)) {
            try {
                return JsonTree.read(parser);
            } catch (JsonProcessingException e) {
                throw MalformedJson.of(JsonSyntax.of(e, parser, 1));
            } catch (NumberFormatException e) {
                // The parser accepts exponents that no number can have.
                throw MalformedJson.at(parser, "", Expected.be("JSON"), "a number with a vast exponent");
            }
        } catch (IOException e) {
            throw inMemory(e);
        }
    }

    private static UncheckedIOException inMemory(IOException e) {
        return new UncheckedIOException("Reading from memory failed", e);
    }

    private static String decode(byte[] bytes) throws MalformedJson {
        String text = new String(bytes, UTF_8);
        // The decoder replaces invalid UTF-8 with this character, which few texts contain themselves.
        return text.indexOf('\uFFFD') < 0 ? text : decodeStrictly(bytes);
    }

    private static String decodeStrictly(byte[] bytes) throws MalformedJson {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            return UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(in)
                    .toString();
        } catch (CharacterCodingException e) {
            // The decoder stops before the invalid bytes.
            String before = new String(bytes, 0, in.position(), UTF_8);
            throw at(
                    before,
                    before.length(),
                    Expected.be("JSON in UTF-8"),
                    "byte 0x%02X".formatted(bytes[in.position()]));
        }
    }

    /**
     * The grammar of JSON allows half a surrogate pair as an escape (RFC 8259 section 8.2), but a text cannot hold one.
     */
    private static void refuseLoneSurrogates(String text) throws MalformedJson {
        for (int i = text.indexOf('\\'); i >= 0; i = text.indexOf('\\', i)) {
            if (text.charAt(i + 1) != 'u') {
                i += 2;
                continue;
            }
            char first = escaped(text, i);
            boolean paired = Character.isHighSurrogate(first)
                    && text.startsWith("\\u", i + 6)
                    && Character.isLowSurrogate(escaped(text, i + 6));
            if (Character.isSurrogate(first) && !paired) {
                throw at(
                        text,
                        i,
                        Expected.to("hold whole characters"),
                        "the lone surrogate " + text.substring(i, i + 6));
            }
            i += paired ? 12 : 6;
        }
    }

    private static char escaped(String text, int backslash) {
        return (char) Integer.parseInt(text, backslash + 2, backslash + 6, 16);
    }

    private static MalformedJson at(String text, int index, Expected expected, String got) {
        int line = 1
                + (int) text.substring(0, index).chars().filter(c -> c == '\n').count();
        int column = index - text.lastIndexOf('\n', index - 1);
        return new MalformedJson(line, column, expected, got);
    }

    /** The mapper, of which a server that has just started needs nothing. */
    private static final class Mapping {
        private static final ObjectMapper MAPPER = JsonMapper.builder(STRANGE.rebuild()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .enable(JsonFactory.Feature.CHARSET_DETECTION)
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .addModule(new JavaTimeModule())
                .addModule(new Jdk8Module())
                .addModule(new SimpleModule().addSerializer(JsonWritable.class, new WritableSerializer()))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(MapperFeature.DEFAULT_VIEW_INCLUSION)
                .build();
    }

    private static final class WritableSerializer extends JsonSerializer<JsonWritable> {
        @Override
        public void serialize(JsonWritable value, JsonGenerator out, SerializerProvider provider) throws IOException {
            value.write(new JsonWriter(out));
        }
    }
}
