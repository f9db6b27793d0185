package dev.understudy.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Recognizes OpenAPI documents among other files in a folder by their root keys, not by their names. */
final class DocumentKind {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern KEY = Pattern.compile("[\"']?(openapi|swagger)[\"']?\\s*:.*");

    private DocumentKind() {}

    /** Whether the file seems to be an OpenAPI or Swagger document, without reading all of it. */
    static boolean isDocument(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        try {
            return name.endsWith(".json") ? isJson(file) : name.matches(".*\\.ya?ml") && isYaml(file);
        } catch (IOException e) {
            // Reading the file will report why it cannot be read.
            return true;
        }
    }

    private static boolean isJson(Path file) throws IOException {
        try (JsonParser parser = JSON.createParser(file.toFile())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                if (parser.currentName().matches("openapi|swagger")) {
                    return true;
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return false;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** Whether a line starts with a root key of such a document. */
    private static boolean isYaml(Path file) throws IOException {
        // Invalid UTF-8 is replaced here, and reported when the document is read.
        try (var lines = new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8))) {
            return lines.lines().anyMatch(line -> KEY.matcher(line).matches());
        }
    }
}
