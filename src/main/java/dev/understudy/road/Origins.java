package dev.understudy.road;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.understudy.api.MessageText;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The web origins (RFC 6454) whose pages may read answers: this machine on any port, and the configured ones. */
public final class Origins {
    private static final Logger LOG = LoggerFactory.getLogger(Origins.class);

    /** In characters: longer origins are not logged. */
    private static final int LONGEST = 100;

    private static final Pattern LOCAL =
            Pattern.compile("https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);
    private static final Pattern ORIGIN =
            Pattern.compile("[a-z][a-z0-9+.-]*://([a-z0-9._-]+|\\[[0-9a-f:.]+])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

    private final Set<String> named;
    private final WarnOnce refused = new WarnOnce(LOG, "origins");

    /** Allows this machine's origins and these. */
    public Origins(Collection<String> named) {
        this.named = named.stream().map(Origins::normal).collect(toUnmodifiableSet());
    }

    /** Whether this text is valid as an origin: {@code scheme://host[:port]}, {@code null} or {@code *}. */
    public static boolean isOrigin(String text) {
        return text.equals("*") || text.equals("null") || ORIGIN.matcher(text).matches();
    }

    /** Whether this origin is allowed individually, and not only by {@code *}. */
    boolean names(String origin) {
        return LOCAL.matcher(origin).matches() || named.contains(normal(origin));
    }

    /** Whether all origins are allowed. */
    boolean any() {
        return named.contains("*");
    }

    /** Logs how to allow an origin that was refused. */
    void refuse(String origin) {
        boolean usable = isOrigin(origin) && !origin.equals("*") && origin.length() <= LONGEST;
        refused.warn(
                normal(origin),
                "Pages of the origin " + MessageText.text(origin) + " may not read the answers: serve --cors-origin "
                        + (usable ? origin : "ORIGIN") + " lets them");
    }

    /** Browsers write origins in lower case and omit the default port of the scheme. */
    private static String normal(String origin) {
        String lower = origin.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http://")) {
            return lower.replaceFirst(":80$", "");
        }
        return lower.startsWith("https://") ? lower.replaceFirst(":443$", "") : lower;
    }
}
