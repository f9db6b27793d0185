package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Generates values for the schemas of a document, different ones for different seeds. */
@FunctionalInterface
public interface Samples {
    /**
     * A valid value for a schema, the same for the same seed; empty if none was found.
     *
     * @param pointer the place of the schema in the document
     */
    Optional<JsonNode> value(String pointer, long seed);
}
