package dev.understudy.api.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;

/**
 * The only reader of dates, times and date-times, strictly by RFC 3339 section 5.6: for fixtures, filters and schemas.
 * It may read a million of them, so it avoids regular expressions and unnecessary objects.
 */
public final class Rfc3339 {
    private static final int DATE = "2026-01-01".length();
    private static final int TIME = "09:30:00".length();
    private static final int OFFSET = "+01:00".length();
    private static final int DAY = 24 * 60;

    /** The number of days of each month in a leap year. */
    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private Rfc3339() {}

    /** Whether the text is a full-date such as 2026-01-01. */
    public static boolean isDate(String text) {
        return text.length() == DATE && beginsWithDate(text);
    }

    /** Whether the text is a full-time such as 09:30:00Z; a leap second is allowed. */
    public static boolean isTime(String text) {
        return endsWithTime(text, 0);
    }

    /**
     * Whether the text is a date-time such as 2026-01-01T09:30:00.25+01:00; a leap second is allowed only where one can
     * occur.
     */
    public static boolean isDateTime(String text) {
        return text.length() > DATE
                && beginsWithDate(text)
                && (text.charAt(DATE) == 'T' || text.charAt(DATE) == 't')
                && endsWithTime(text, DATE + 1)
                && (number(text, DATE + 7) < 60 || isDayOfLeapSecond(text));
    }

    /**
     * The day of a full-date.
     *
     * @throws DateTimeException if the text is none
     */
    public static LocalDate date(String text) {
        if (!isDate(text)) {
            throw new DateTimeException("No date of RFC 3339: " + text);
        }
        return day(text);
    }

    /**
     * The instant of a date-time, to the nanosecond, or the start of a date in UTC. A leap second has no instant of its
     * own: it counts as the second after :59.
     *
     * @throws DateTimeException if the text is neither
     */
    public static Instant instant(String text) {
        if (isDate(text)) {
            return date(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } else if (!isDateTime(text)) {
            throw new DateTimeException("No date-time of RFC 3339: " + text);
        }
        long minutes = day(text).toEpochDay() * DAY + minuteInUtc(text, DATE + 1);
        long nanos = 0;
        int at = DATE + 1 + TIME + 1;
        boolean fraction = text.charAt(at - 1) == '.';
        for (int digit = 0; digit < 9; digit++, at++) {
            fraction &= isDigit(text, at);
            nanos = nanos * 10 + (fraction ? text.charAt(at) - '0' : 0);
        }
        return Instant.ofEpochSecond(minutes * 60 + number(text, DATE + 7), nanos);
    }

    private static boolean beginsWithDate(String text) {
        if (!hasForm(text, 0, "0000-00-00")) {
            return false;
        }
        int month = number(text, 5);
        int day = number(text, 8);
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= DAYS[month - 1]
                && (month != 2 || day != 29 || Year.isLeap(number(text, 0) * 100L + number(text, 2)));
    }

    /** Whether the rest of the text, from this index, is a time. */
    private static boolean endsWithTime(String text, int at) {
        if (!hasForm(text, at, "00:00:00")) {
            return false;
        }
        int offset = offset(text, at);
        return offset > 0
                && number(text, at) <= 23
                && number(text, at + 3) <= 59
                && isOffset(text, offset)
                && (number(text, at + 6) <= 59
                        || number(text, at + 6) == 60 && Math.floorMod(minuteInUtc(text, at), DAY) == DAY - 1);
    }

    /**
     * The index of the offset in the time that begins at this index; 0 if there is a decimal point without a fraction.
     */
    private static int offset(String text, int at) {
        int end = at + TIME;
        if (end < text.length() && text.charAt(end) == '.') {
            end++;
            while (isDigit(text, end)) {
                end++;
            }
            return end == at + TIME + 1 ? 0 : end;
        }
        return end;
    }

    private static boolean isOffset(String text, int at) {
        if (text.length() == at + 1) {
            return text.charAt(at) == 'Z' || text.charAt(at) == 'z';
        }
        return text.length() == at + OFFSET
                && (text.charAt(at) == '+' || text.charAt(at) == '-')
                && hasForm(text, at + 1, "00:00")
                && number(text, at + 1) <= 23
                && number(text, at + 4) <= 59;
    }

    /** The minute of the day in UTC; negative or past the end if the offset moves it to another day. */
    private static int minuteInUtc(String text, int at) {
        int offset = offset(text, at);
        int minute = number(text, at) * 60 + number(text, at + 3);
        if (text.length() == offset + 1) {
            return minute;
        }
        int ahead = number(text, offset + 1) * 60 + number(text, offset + 4);
        return text.charAt(offset) == '+' ? minute - ahead : minute + ahead;
    }

    /** Leap seconds occur at the end of June or December (RFC 3339 section 5.7). */
    private static boolean isDayOfLeapSecond(String text) {
        LocalDate day = day(text).plusDays(Math.floorDiv(minuteInUtc(text, DATE + 1), DAY));
        return day.getMonthValue() % 6 == 0 && day.getDayOfMonth() == day.lengthOfMonth();
    }

    /** The day that a full-date or a date-time begins with. */
    private static LocalDate day(String text) {
        return LocalDate.of(number(text, 0) * 100 + number(text, 2), number(text, 5), number(text, 8));
    }

    /** Whether the text matches this form, in which 0 stands for any digit. */
    private static boolean hasForm(String text, int at, String form) {
        if (text.length() < at + form.length()) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            boolean fits = form.charAt(i) == '0' ? isDigit(text, at + i) : text.charAt(at + i) == form.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static int number(String text, int at) {
        return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
    }
}
