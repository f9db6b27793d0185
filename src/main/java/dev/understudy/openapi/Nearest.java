package dev.understudy.openapi;

import dev.understudy.api.Spelling;
import java.util.Collection;
import java.util.Optional;

/** What somebody probably meant: the known word that is the fewest edits away. */
public final class Nearest {
    private Nearest() {}

    /** {@code ; did you mean "limit"?}, or nothing when no known word is near. */
    public static String hint(String word, Collection<String> known) {
        return to(word, known)
                .map(nearest -> "; did you mean \"" + nearest + "\"?")
                .orElse("");
    }

    public static Optional<String> to(String word, Collection<String> known) {
        return Spelling.nearest(word, known);
    }
}
