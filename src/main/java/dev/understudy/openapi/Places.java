package dev.understudy.openapi;

import dev.understudy.openapi.source.Place;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds where the values of a document stand, many at once: the files are read again for it. */
interface Places {
    /** The places by pointer; for a value that is not there, where it would belong. */
    Map<String, Place> of(Collection<String> pointers);

    /** What is in the file that is named at a place of the document; empty if it cannot be read. */
    default Optional<byte[]> file(String pointer, String reference) {
        return Optional.empty();
    }

    /** What is in the files that values stand in, by their names, the first file first. */
    Map<String, String> texts();

    /** The other files that the document names, whether they could be read or not. */
    default List<Path> files() {
        return List.of();
    }
}
