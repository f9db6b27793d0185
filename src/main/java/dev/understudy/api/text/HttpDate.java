package dev.understudy.api.text;

import static java.time.temporal.ChronoField.DAY_OF_WEEK;
import static java.time.temporal.ChronoField.MONTH_OF_YEAR;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A moment as header fields have it: IMF-fixdate of RFC 9110, section 5.6.7. */
public final class HttpDate {
    // Without names, Java would load the texts of a locale for the first date.
    private static final DateTimeFormatter IMF_FIXDATE = new DateTimeFormatterBuilder()
            .appendText(DAY_OF_WEEK, numbered("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))
            .appendPattern(", dd ")
            .appendText(
                    MONTH_OF_YEAR,
                    numbered("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"))
            .appendPattern(" yyyy HH:mm:ss 'GMT'")
            .toFormatter(Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private HttpDate() {}

    public static String of(Instant moment) {
        return IMF_FIXDATE.format(moment);
    }

    private static Map<Long, String> numbered(String... names) {
        return IntStream.range(0, names.length).boxed().collect(Collectors.toMap(i -> i + 1L, i -> names[i]));
    }
}
