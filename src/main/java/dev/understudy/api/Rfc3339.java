package dev.understudy.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The instants that dates and date-times of RFC 3339 name. */
public final class Rfc3339 {
    private static final int SECONDS = "2026-01-01T00:00:".length();

    private Rfc3339() {}

    /** The instant of a date-time with an offset, or of a plain date's first moment in UTC. */
    public static Instant instant(String text) {
        if (text.length() == "2026-01-01".length()) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return isPlainUtc(text) ? plainUtc(text) : any(text);
    }

    private static Instant any(String text) {
        // A leap second is lawful (RFC 3339 section 5.6) and has no instant of its own: it is the second after :59.
        boolean leap = text.startsWith("60", SECONDS);
        String regular = leap ? text.substring(0, SECONDS) + "59" + text.substring(SECONDS + 2) : text;
        return OffsetDateTime.parse(regular).toInstant().plusSeconds(leap ? 1 : 0);
    }

    /** The usual form, in which a million of them come: in UTC, to the second or with up to nine more digits. */
    private static boolean isPlainUtc(String text) {
        return (text.endsWith("Z") || text.endsWith("+00:00"))
                && text.length() > SECONDS + 2
                && text.length() <= SECONDS + "00.000000000+00:00".length()
                && text.charAt(SECONDS) < '6';
    }

    /** What the schema has admitted has its digits where they belong; the library parses ten times as long. */
    private static Instant plainUtc(String text) {
        LocalDate date = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        int seconds = (number(text, 11, 13) * 60 + number(text, 14, 16)) * 60 + number(text, 17, 19);
        int end = text.length() - (text.endsWith("Z") ? 1 : "+00:00".length());
        long nanos = 0;
        for (int i = 0, at = SECONDS + 3; i < 9; i++, at++) {
            nanos = nanos * 10 + (at < end ? Character.digit(text.charAt(at), 10) : 0);
        }
        return Instant.ofEpochSecond(date.toEpochDay() * 86_400 + seconds, nanos);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
