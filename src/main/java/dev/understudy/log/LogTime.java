package dev.understudy.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** When something was logged, in UTC and always to the millisecond, so that lines are aligned and sort as text. */
final class LogTime {
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private LogTime() {}

    static String of(ILoggingEvent event) {
        return MILLIS.format(event.getInstant());
    }
}
