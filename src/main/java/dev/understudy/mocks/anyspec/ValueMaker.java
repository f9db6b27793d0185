package dev.understudy.mocks.anyspec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.generate.values.GenerationResult;
import java.util.Optional;

/** Makes values of the schemas of a document. */
@FunctionalInterface
public interface ValueMaker {
    /**
     * A value that keeps a schema, the same for the same seed, or why none was found.
     *
     * @param pointer where the document has the schema
     */
    GenerationResult make(String pointer, long seed);

    /** The value; empty if none was found. */
    default Optional<JsonNode> value(String pointer, long seed) {
        return make(pointer, seed) instanceof GenerationResult.Value made
                ? Optional.of(made.value())
                : Optional.empty();
    }
}
