package dev.understudy.cli.report;

import dev.understudy.api.text.Printable;
import dev.understudy.load.FolderUse;
import java.util.List;
import java.util.Optional;

/** The files in a folder of fixtures that are not fixtures. */
public final class IgnoredFiles {
    private static final int SHOWN = 10;

    private IgnoredFiles() {}

    /** Such as {@code my-fixtures: passed over .DS_Store, README.md}; empty if there are none. */
    public static Optional<String> text(FolderUse folder) {
        return text(folder, folder.passedOver());
    }

    /** The same without hidden files, which nobody expects to be checked. */
    static Optional<String> textOfVisible(FolderUse folder) {
        return text(folder, visible(folder));
    }

    /** The names, below the folder, of those that are not hidden. */
    static List<String> visible(FolderUse folder) {
        return folder.passedOver().stream()
                .filter(name -> !name.startsWith(".") && !name.contains("/."))
                .toList();
    }

    private static Optional<String> text(FolderUse folder, List<String> names) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        List<String> shown = names.stream().limit(SHOWN).map(Printable::text).toList();
        String more = names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "";
        return Optional.of(folder.folder() + ": passed over " + String.join(", ", shown) + more);
    }
}
