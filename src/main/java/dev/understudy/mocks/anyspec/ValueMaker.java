package dev.understudy.mocks.anyspec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.generate.values.GenerationResult;
import java.util.Optional;

/** Generates values for the schemas of a document. */
@FunctionalInterface
public interface ValueMaker {
    /**
     * A valid value for a schema, the same for the same seed, or the reason why none was found.
     *
     * @param pointer the place of the schema in the document
     */
    GenerationResult make(String pointer, long seed);

    /** The value; empty if none was found. */
    default Optional<JsonNode> value(String pointer, long seed) {
        return make(pointer, seed) instanceof GenerationResult.Value made
                ? Optional.of(made.value())
                : Optional.empty();
    }
}
