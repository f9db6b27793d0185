package dev.understudy.api.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Hides values that a client may have sent in confidence, since a message may end up in a log or a ticket. */
public final class Secrets {
    private static final List<String> NAMES = List.of("secret", "token", "password", "key");
    private static final String NAME = "(?i:" + String.join("|", NAMES) + ")";
    private static final Pattern INSIDE = Pattern.compile("(\\\\?\"[^\"]*" + NAME
            + "[^\"]*\\\\?\":)(?:\"(?:[^\"\\\\]|\\\\.)*+\"?|[^,}\\]]++)" + "|([^=&\"]*" + NAME + "[^=&\"]*=)[^&\"]*+");
    private static final String HIDDEN = "a value that is not shown";
    private static final Pattern VALUE = Pattern.compile("(?s)[\"\\[{0-9.-].*|true|false");

    private Secrets() {}

    /** The received value, hidden if its name looks like that of a secret, such as {@code client_secret}. */
    public static String hidden(String name, String pointer, String got) {
        String last = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (isNamed(name) || isNamed(last)) {
            return VALUE.matcher(got).matches() ? HIDDEN : got;
        }
        return isNamed(got) ? INSIDE.matcher(got).replaceAll("$1$2…") : got;
    }

    /** The description of what was received, without any value. */
    public static String hidden(String got) {
        return VALUE.matcher(got).matches() ? HIDDEN : got.replaceAll("(?s)\".*\"", "…");
    }

    /**
     * Whether the text contains a word for a secret. It runs several times for each violation, so it uses no regular
     * expression.
     */
    public static boolean isNamed(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String name : NAMES) {
            if (lower.contains(name)) {
                return true;
            }
        }
        return false;
    }
}
