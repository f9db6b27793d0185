package dev.understudy.openapi;

import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;

/**
 * What is known of a document once it was put together.
 *
 * @param schemas all schemas in it, each once
 * @param references the pointers of all objects with a {@code $ref} that leads anywhere, with the pointers that these
 *     lead to
 * @param examples the values that parameters, headers and bodies give as examples
 * @param asides the pointers of callbacks and links, which no answer needs; none of them stands in another
 */
record Outline(
        List<Part> schemas,
        NavigableMap<String, String> references,
        List<Example> examples,
        NavigableSet<String> asides) {
    /** Whether what stands there is needed by no answer. */
    boolean isAside(String pointer) {
        String aside = asides.floor(pointer);
        return aside != null && (pointer.equals(aside) || pointer.startsWith(aside + "/"));
    }
}
