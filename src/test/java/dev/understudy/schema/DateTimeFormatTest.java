package dev.understudy.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DateTimeFormatTest {
    private static final String FORM =
            "\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?([Zz]|[+-]\\d\\d:\\d\\d)";

    private final Format format = new DateTimeFormat();
    private final ExecutionContext nobody = new ExecutionContext();

    @Test
    void near_misses_are_judged_as_the_library_judges_them() {
        List<String> lawful = List.of(
                "2026-02-28T23:59:59Z",
                "2026-12-01T00:00:00.1Z",
                "2026-04-18T14:02:08.004512+00:00",
                "2024-02-29T09:12:43.123456789Z",
                "2026-03-31T09:12:43-05:30");
        var random = new Random(3);
        for (int i = 0; i < 5_000; i++) {
            var text = new StringBuilder(lawful.get(i % lawful.size()));
            for (int change = random.nextInt(3); change > 0; change--) {
                int at = random.nextInt(text.length());
                text.replace(at, at + random.nextInt(2), "" + "0123456789-:.TZ+ ".charAt(random.nextInt(17)));
            }
            assertThat(matches(text.toString())).as("%s", text).isEqualTo(isLawful(text.toString()));
        }
    }

    @Test
    void each_day_of_each_month_is_judged_as_the_library_judges_it() {
        for (int year : List.of(2024, 2026)) {
            for (int month = 0; month <= 13; month++) {
                for (int day = 0; day <= 32; day++) {
                    String text = "%d-%02d-%02dT09:12:43Z".formatted(year, month, day);
                    assertThat(matches(text)).as("%s", text).isEqualTo(isLawful(text));
                }
            }
        }
    }

    @Test
    void what_is_cut_off_anywhere_is_none() {
        String whole = "2026-04-18T14:02:08.004512+00:00";
        for (int end = 0; end < whole.length(); end++) {
            assertThat(matches(whole.substring(0, end))).isFalse();
        }
        assertThat(matches("Z")).isFalse();
        assertThat(matches("2026-04-18T14:02:08.Z")).isFalse();
    }

    private boolean matches(String text) {
        return format.matches(nobody, text);
    }

    private static boolean isLawful(String text) {
        try {
            return text.matches(FORM) && OffsetDateTime.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
