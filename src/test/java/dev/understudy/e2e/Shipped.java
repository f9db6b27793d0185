package dev.understudy.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The fixtures that ship, as their files have them. */
final class Shipped {
    private Shipped() {}

    static List<JsonNode> records(String collection) {
        return Wire.list(file(collection));
    }

    /** The ids of TechWolf's Employees or Jobs, in file order. */
    static List<String> ids(String collection) {
        return records(collection).stream()
                .map(record -> record.path("external_id").textValue())
                .toList();
    }

    static JsonNode file(String collection) {
        try (InputStream in = Shipped.class.getResourceAsStream("/fixtures/" + collection + ".json")) {
            return Wire.json(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
