package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Makes values of the schemas of a document, each time another for another seed. */
@FunctionalInterface
public interface Samples {
    /**
     * A value that keeps a schema, the same for the same seed; empty if none was found.
     *
     * @param pointer where the document has the schema
     */
    Optional<JsonNode> value(String pointer, long seed);
}
