package dev.understudy.load;

import dev.understudy.load.text.Source;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of one collection, from the one that holds it whole to the last merge file.
 *
 * @param base the one that holds it whole; null if there are only changes
 * @param merges those that change it, the first one first
 */
record CollectionFiles(@Nullable Source base, List<Source> merges) {
    CollectionFiles {
        merges = List.copyOf(merges);
    }

    boolean isEmpty() {
        return base == null && merges.isEmpty();
    }

    /** The names of the layers that they lie in. */
    String layers() {
        return isEmpty() ? Origin.NONE : files().map(Source::layer).distinct().collect(Collectors.joining(" + "));
    }

    Stream<Source> files() {
        return Stream.concat(Stream.ofNullable(base), merges.stream());
    }
}
