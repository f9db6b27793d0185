package dev.understudy.rules;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses durations in options and rules: 500ms, 10s or 2m. */
public final class TimeSpan {
    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,5})(ms|s|m)");

    private TimeSpan() {}

    /** The duration in this text; empty if it has another form. */
    public static Optional<Duration> read(String text) {
        Matcher span = FORM.matcher(text);
        if (!span.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(span.group(1));
        return Optional.of(
                switch (span.group(2)) {
                    case "ms" -> Duration.ofMillis(number);
                    case "s" -> Duration.ofSeconds(number);
                    default -> Duration.ofMinutes(number);
                });
    }
}
