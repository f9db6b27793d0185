package dev.understudy.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** A date-time to the letter of RFC 3339 section 5.6: with seconds, an offset, and a T in the middle. */
final class DateTimeFormat implements Format {
    private static final Pattern FORM =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");

    private static final String SECONDS = "0000-00-00T00:00:00";
    private static final String NANOSECONDS = SECONDS + ".000000000";

    /** How many days each month has in every year. */
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    @Override
    public String getName() {
        return "date-time";
    }

    @Override
    public boolean matches(ExecutionContext context, String text) {
        return isPlain(text) || (FORM.matcher(text).matches() && exists(text));
    }

    /**
     * Whether it is one of the usual form, in UTC and on a day that its month has every year. A million of them would
     * keep the expression and the parser busy for seconds.
     */
    private static boolean isPlain(String text) {
        int end = text.length() - (text.endsWith("Z") ? 1 : text.endsWith("+00:00") ? 6 : text.length());
        return end >= SECONDS.length()
                && end <= NANOSECONDS.length()
                && end != SECONDS.length() + 1
                && hasForm(text, end)
                && isWithin(text, 5, 1, 12)
                && isWithin(text, 8, 1, DAYS[number(text, 5) - 1])
                && isWithin(text, 11, 0, 23)
                && isWithin(text, 14, 0, 59)
                && isWithin(text, 17, 0, 59);
    }

    /** Digits where the longest form has digits, and the same characters elsewhere. */
    private static boolean hasForm(String text, int end) {
        for (int i = 0; i < end; i++) {
            char wanted = NANOSECONDS.charAt(i);
            char c = text.charAt(i);
            if (wanted == '0' ? c < '0' || c > '9' : c != wanted) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWithin(String text, int at, int least, int most) {
        int number = number(text, at);
        return number >= least && number <= most;
    }

    private static int number(String text, int at) {
        return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
    }

    private static boolean exists(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
