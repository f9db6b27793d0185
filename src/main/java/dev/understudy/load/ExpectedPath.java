package dev.understudy.load;

import static java.util.stream.Collectors.toCollection;

import dev.understudy.api.MessageText;
import dev.understudy.api.Spelling;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where a file belongs that lies where none is looked for.
 *
 * @param files the files that are looked for, below a folder of fixtures
 */
record ExpectedPath(Set<String> files) {
    private static final String LINES = ".ndjson";

    /** A hint for this file: the name that was probably meant, or the folder that a file of this name belongs to. */
    Optional<String> hint(String file) {
        Set<String> named = files(known -> name(known).equalsIgnoreCase(name(file)));
        return near(file, named)
                .or(() -> place(named))
                .or(() -> near(file, files))
                .or(() -> place(files(known -> hasStem(known, file))))
                .or(() -> Spelling.nearest(name(file), names())
                        .flatMap(near -> place(files(known -> name(known).equals(near)))));
    }

    private static Optional<String> near(String file, Set<String> candidates) {
        return Spelling.nearest(file, candidates).map(Spelling::question);
    }

    private static Optional<String> place(Set<String> candidates) {
        // The same file as lines is another name, and no other place.
        List<String> places = candidates.stream()
                .filter(file -> !file.endsWith(LINES) || !candidates.contains(file.replace(LINES, ".json")))
                .toList();
        return places.isEmpty() ? Optional.empty() : Optional.of("its place is " + MessageText.or(places));
    }

    private Set<String> files(Predicate<String> right) {
        return files.stream().filter(right).collect(toCollection(LinkedHashSet::new));
    }

    private Set<String> names() {
        return files.stream().map(ExpectedPath::name).collect(toCollection(LinkedHashSet::new));
    }

    private static boolean hasStem(String known, String file) {
        return stem(name(known)).equalsIgnoreCase(stem(name(file)));
    }

    private static String name(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private static String stem(String name) {
        int end = name.lastIndexOf('.');
        return end <= 0 ? name : name.substring(0, end);
    }
}
