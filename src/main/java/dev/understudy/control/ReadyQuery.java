package dev.understudy.control;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A query of {@code /-/ready}.
 *
 * @param revision the revision that must be served; null for any
 * @param longest the maximum time to wait for it
 * @param flaw the error in the query; null if there is none
 */
public record ReadyQuery(@Nullable String revision, Duration longest, @Nullable String flaw) {
    private static final Pattern REVISION = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,6})(ms|s|m)");

    /** The maximum time to wait; to wait longer, repeat the request. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Parses a query; unknown keys are ignored. */
    static ReadyQuery of(@Nullable String query) {
        String revision = null;
        Duration longest = Duration.ZERO;
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String value = pair.substring(pair.indexOf('=') + 1);
            if (pair.startsWith("revision=")) {
                if (!REVISION.matcher(value).matches()) {
                    return flawed(
                            "query \"revision\" must be 16 digits of 0-9 and a-f, as check --revision prints them");
                }
                revision = value;
            } else if (pair.startsWith("wait=")) {
                Matcher span = SPAN.matcher(value);
                longest = span.matches() ? span(Long.parseLong(span.group(1)), span.group(2)) : LONGEST.plusNanos(1);
                if (longest.compareTo(LONGEST) > 0) {
                    return flawed("query \"wait\" must be a time such as 500ms, 10s or 2m, and 5m at most");
                }
            }
        }
        return revision == null && !longest.isZero()
                ? flawed("query \"wait\" must stand beside \"revision\", the one to wait for")
                : new ReadyQuery(revision, longest, null);
    }

    private static Duration span(long number, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
    }

    private static ReadyQuery flawed(String flaw) {
        return new ReadyQuery(null, Duration.ZERO, flaw);
    }
}
