package dev.understudy.contract.text;

import dev.understudy.api.Spelling;
import java.util.Locale;
import java.util.regex.Pattern;

/** A key of a query as it was sent, in the ways in which it may have been meant. */
public record QueryKey(String sent) {
    /** What clients put behind the name of a list: {@code []}, {@code [0]}, {@code [eq]} or {@code .0}. */
    private static final Pattern SUFFIX = Pattern.compile("(?s)\\[.*|\\.\\d+$");

    private static final Pattern INDEX = Pattern.compile("\\[\\d+]|\\.\\d+$");

    /** The letters and digits of a key, in lower case: the same for per_page, per-page, perPage and PER.PAGE. */
    public static String letters(String key) {
        var letters = new StringBuilder(key.length());
        key.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString().toLowerCase(Locale.ROOT);
    }

    /** Whether it is this name in another spelling. */
    public boolean isSpelling(String name) {
        String letters = letters(name);
        return !letters.isEmpty()
                && (letters(sent).equals(letters) || letters(bare()).equals(letters));
    }

    /** Whether it is this name but for one letter that is there, missing, another, or swapped with its neighbour. */
    public boolean isOneLetterOff(String name) {
        String letters = letters(name);
        return isOneEdit(letters(sent), letters) || isOneEdit(letters(bare()), letters);
    }

    private static boolean isOneEdit(String one, String other) {
        // The cheap half of the question first.
        return !one.isEmpty() && Math.abs(one.length() - other.length()) <= 1 && Spelling.distance(one, other) == 1;
    }

    private String bare() {
        return SUFFIX.matcher(sent).replaceFirst("");
    }

    /** How it differs from the name that it is a spelling of; completes "was sent …". */
    public String difference(String name) {
        if (INDEX.matcher(sent).find()) {
            return "with an index";
        } else if (sent.indexOf('[') >= 0) {
            return "with brackets";
        }
        return sent.equalsIgnoreCase(name) ? "in another case" : "in another spelling";
    }
}
