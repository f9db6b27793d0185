package dev.understudy.api;

import java.util.regex.Pattern;

/** What a client may have sent in confidence is not repeated: a message could end up in a log or in a ticket. */
final class Secrets {
    private static final String NAME = "(?i:secret|token|password|key)";
    private static final Pattern NAMED = Pattern.compile(NAME);
    private static final Pattern INSIDE = Pattern.compile("(\\\\?\"[^\"]*" + NAME
            + "[^\"]*\\\\?\":)(?:\"(?:[^\"\\\\]|\\\\.)*+\"?|[^,}\\]]++)" + "|([^=&\"]*" + NAME + "[^=&\"]*=)[^&\"]*+");
    private static final Pattern VALUE = Pattern.compile("(?s)[\"\\[{0-9.-].*|true|false");

    private Secrets() {}

    /** What came, unless it stands under a name such as {@code client_secret}. */
    static String hidden(String name, String pointer, String got) {
        String last = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (NAMED.matcher(name).find() || NAMED.matcher(last).find()) {
            return VALUE.matcher(got).matches() ? "a value that is not shown" : got;
        }
        return NAMED.matcher(got).find() ? INSIDE.matcher(got).replaceAll("$1$2…") : got;
    }
}
