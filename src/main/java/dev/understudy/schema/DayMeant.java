package dev.understudy.schema;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The day in a text that says a time besides, as clients with a type for dates send it: {@code 2026-04-01T09:30:00Z}
 * or, as JavaScript shows a date, {@code Wed Apr 01 2026 09:30:00 GMT+0200}.
 */
final class DayMeant {
    private static final Pattern ISO = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ][0-9]{2}:.*");
    private static final Pattern JAVASCRIPT =
            Pattern.compile("[A-Z][a-z]{2} ([A-Z][a-z]{2} [0-9]{2} [0-9]{4}) [0-9]{2}:.*");
    private static final DateTimeFormatter MONTH_DAY_YEAR = DateTimeFormatter.ofPattern("MMM dd yyyy", Locale.ENGLISH);

    private DayMeant() {}

    /** The day as it is written, whatever day that is elsewhere; empty if the text is nothing of the kind. */
    static Optional<LocalDate> in(String text) {
        return day(ISO.matcher(text), DateTimeFormatter.ISO_LOCAL_DATE)
                .or(() -> day(JAVASCRIPT.matcher(text), MONTH_DAY_YEAR));
    }

    private static Optional<LocalDate> day(Matcher written, DateTimeFormatter format) {
        try {
            return written.matches() ? Optional.of(LocalDate.parse(written.group(1), format)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
