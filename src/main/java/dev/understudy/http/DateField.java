package dev.understudy.http;

import dev.understudy.api.text.HttpDate;
import io.netty.util.AsciiString;
import java.time.Instant;
import java.time.InstantSource;

/** The value of the header field Date (RFC 9110 section 6.6.1), created once a second. */
final class DateField {
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
            second = new Second(now, AsciiString.of(HttpDate.of(Instant.ofEpochSecond(now))));
            last = second;
        }
        return second.text();
    }
}
