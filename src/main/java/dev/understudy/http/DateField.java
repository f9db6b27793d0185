package dev.understudy.http;

import io.netty.util.AsciiString;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The value of the header field Date (RFC 9110 section 6.6.1), created once a second. */
final class DateField {
    private static final DateTimeFormatter IMF_FIXDATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** Uses this machine's clock. */
    static final DateField NOW = new DateField(InstantSource.system());

    private final InstantSource clock;
    private volatile Second last = new Second(Long.MIN_VALUE, AsciiString.EMPTY_STRING);

    private record Second(long second, AsciiString text) {}

    DateField(InstantSource clock) {
        this.clock = clock;
    }

    /** The current value, as the same object within a second. */
    AsciiString text() {
        long now = Math.floorDiv(clock.millis(), 1000);
        Second second = last;
        if (second.second() != now) {
            second = new Second(now, AsciiString.of(IMF_FIXDATE.format(Instant.ofEpochSecond(now))));
            last = second;
        }
        return second.text();
    }
}
