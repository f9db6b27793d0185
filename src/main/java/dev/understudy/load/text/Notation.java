package dev.understudy.load.text;

import static java.time.temporal.ChronoField.NANO_OF_SECOND;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.text.Rfc3339;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** How a field writes a moment, always in UTC: as milliseconds since 1970, or as a text. */
sealed interface Notation {
    /** Of a second; a moment is known to the nanosecond. */
    int MOST_DIGITS = 9;

    JsonNode write(Instant moment);

    /** The way in which this sample was written: {@code 0}, {@code 2026-04-01} or {@code 2026-04-01T09:00:00.000Z}. */
    static Notation like(String sample) {
        if (sample.chars().allMatch(Character::isDigit)) {
            return new Milliseconds();
        }
        return new Text(Rfc3339.isDate(sample) ? DateTimeFormatter.ISO_LOCAL_DATE : dateTime(sample));
    }

    private static DateTimeFormatter dateTime(String sample) {
        var format = new DateTimeFormatterBuilder().appendPattern("uuuu-MM-dd'T'HH:mm:ss");
        int digits = Math.min(
                MOST_DIGITS, sample.replaceFirst("^[^.]*\\.?(\\d*).*$", "$1").length());
        if (digits > 0) {
            format.appendFraction(NANO_OF_SECOND, digits, digits, true);
        }
        return format.appendLiteral(sample.matches(".*[Zz]") ? "Z" : "+00:00").toFormatter();
    }

    /** Milliseconds since 1970. */
    record Milliseconds() implements Notation {
        @Override
        public JsonNode write(Instant moment) {
            return LongNode.valueOf(moment.toEpochMilli());
        }
    }

    /** A date, or a date-time. */
    record Text(DateTimeFormatter format) implements Notation {
        @Override
        public JsonNode write(Instant moment) {
            return TextNode.valueOf(moment.atOffset(ZoneOffset.UTC).format(format));
        }
    }
}
