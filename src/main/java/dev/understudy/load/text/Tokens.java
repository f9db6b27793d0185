package dev.understudy.load.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.understudy.api.Json;
import java.io.IOException;
import java.io.Reader;

/** Cuts text into JSON tokens, as strictly as the rest of the program. */
final class Tokens {
    // Duplicate keys are found by TreeReader, which can go on after one and so report all.
    private static final JsonFactory FACTORY = Json.tokens();

    private Tokens() {}

    static JsonParser of(Reader in) throws IOException {
        return FACTORY.createParser(in);
    }

    static JsonParser of(String line) throws IOException {
        return FACTORY.createParser(line);
    }

    /** Of bytes that are known to be UTF-8; it would let overlong forms pass. */
    static JsonParser of(Chunk lines) throws IOException {
        return FACTORY.createParser(lines.bytes(), lines.from(), lines.length());
    }
}
