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

/** Tells documents from other files in the same folder, by the keys at their roots and not by their names. */
final class DocumentKind {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern KEY = Pattern.compile("[\"']?(openapi|swagger)[\"']?\\s*:.*");

    private DocumentKind() {}

    /** Whether the file is a document of OpenAPI or Swagger, as far as can be seen without reading it whole. */
    static boolean isDocument(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        try {
            return name.endsWith(".json") ? isJson(file) : name.matches(".*\\.ya?ml") && isYaml(file);
        } catch (IOException e) {
            // Whoever reads it says why it cannot be read.
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

    /** A key at the root begins its line. */
    private static boolean isYaml(Path file) throws IOException {
        // What is no UTF-8 is replaced here, and told when the document is read.
        try (var lines = new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8))) {
            return lines.lines().anyMatch(line -> KEY.matcher(line).matches());
        }
    }
}
