package dev.understudy.load;

import java.util.Locale;
import java.util.regex.Pattern;

/** Files that editors, file managers and people leave in any folder, and that no fixture is named like. */
public final class LeftoverFiles {
    /** What begins with a dot is hidden: swap files, .DS_Store, .git, and what Kubernetes mounts (..data). */
    private static final Pattern HIDDEN = Pattern.compile("\\..*", Pattern.DOTALL);

    /** Backups, locks and half-written files, of which many are named after a fixture. */
    private static final Pattern BACKUP = Pattern.compile(
            ".*~|#.*#|~\\$.*|.*\\.(sw[a-z]|bak|backup|old|orig|rej|tmp|temp|part|crdownload)|.*___jb_(tmp|old)___",
            Pattern.DOTALL);

    private static final Pattern OF_SYSTEMS = Pattern.compile(
            "(eh)?thumbs\\.db|desktop\\.ini|icon\r|__macosx|\\$recycle\\.bin|system volume information|lost\\+found");

    /** Notes beside the data. */
    private static final Pattern NOTES =
            Pattern.compile("(readme|licen[cs]e|notice|copying)(\\..*)?|.*\\.(md|markdown|adoc|rst)", Pattern.DOTALL);

    private static final Pattern FIXTURE = Pattern.compile(".*\\.(nd)?json", Pattern.DOTALL);

    private LeftoverFiles() {}

    /** Whether a file or folder of this name is passed over, unless it is a collection's. */
    public static boolean is(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return HIDDEN.matcher(lower).matches()
                || (!FIXTURE.matcher(lower).matches()
                        && (BACKUP.matcher(lower).matches()
                                || OF_SYSTEMS.matcher(lower).matches()
                                || NOTES.matcher(lower).matches()));
    }

    /** Whether it is worth a word: what Kubernetes mounts is meant to be there. */
    static boolean isTold(String name) {
        return !name.startsWith("..");
    }
}
