package dev.understudy.cli.report;

import dev.understudy.api.text.Printable;
import dev.understudy.load.FolderUse;
import java.util.List;
import java.util.Optional;

/** What of the folders was no fixture. */
public final class PassedOver {
    private static final int SHOWN = 10;

    private PassedOver() {}

    /** As in {@code my-fixtures: passed over .DS_Store, README.md}; empty if nothing was. */
    public static Optional<String> text(FolderUse folder) {
        return text(folder, folder.passedOver());
    }

    /** The same without what is hidden, which nobody expects to be checked. */
    static Optional<String> textOfSeen(FolderUse folder) {
        return text(folder, seen(folder));
    }

    /** The names below the folder of what is not hidden. */
    static List<String> seen(FolderUse folder) {
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
