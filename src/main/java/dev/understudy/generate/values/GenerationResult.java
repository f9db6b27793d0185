package dev.understudy.generate.values;

import com.fasterxml.jackson.databind.JsonNode;

/** A generated value, or why there is none. */
public sealed interface GenerationResult {
    /** A value that keeps its schema: it was judged. */
    record Value(JsonNode value) implements GenerationResult {}

    /**
     * No value was found within the bounds of time and size.
     *
     * @param why one sentence without a full stop, such as {@code minLength 5 is more than maxLength 3}
     * @param pointer where the document has the schema that is to blame
     */
    record Impossible(String why, String pointer) implements GenerationResult {}
}
