package dev.understudy.contract.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.understudy.api.Position;
import java.io.IOException;

/** Finds where a value stands in a JSON text. */
final class JsonPlaces {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonPlaces() {}

    /** Where the value begins that the pointer names, or else the nearest one around it. */
    static Position of(byte[] json, String pointer) {
        Position place = Position.START;
        int nearest = -1;
        try (JsonParser parser = JSON.createParser(new String(json, UTF_8))) {
            while (parser.nextToken() != null) {
                String here = parser.getParsingContext().pathAsPointer().toString();
                boolean value = parser.currentToken() != JsonToken.FIELD_NAME
                        && !parser.currentToken().isStructEnd();
                if (value && here.length() > nearest && (pointer + "/").startsWith(here + "/")) {
                    place = Position.of(parser.currentTokenLocation(), 1);
                    nearest = here.length();
                }
            }
        } catch (IOException e) {
            // It was read before: what is wrong with it was found there.
            return place;
        }
        return place;
    }
}
