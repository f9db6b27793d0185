package dev.understudy.load.text;

import dev.understudy.api.MessageText;
import dev.understudy.api.Spelling;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A moment told by its distance from now: {@code @now} or {@code @today}, the first moment of this day in UTC, and any
 * steps behind it.
 */
final class RelativeDate {
    private static final String STEP = "([+-]\\d{1,4})([smhdw])";
    private static final Pattern WHOLE = Pattern.compile("@(today|now)((?:" + STEP + "){0,9})");
    private static final Pattern ONE_STEP = Pattern.compile(STEP);

    /** No months and years: they have no length of their own, and their letters would be taken for minutes. */
    private static final Map<String, Duration> UNITS = Map.of(
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1),
            "w", Duration.ofDays(7));

    private static final Map<String, String> MEANT =
            Map.of("@today", "@today", "@now", "@now", "@tomorrow", "@today+1d", "@yesterday", "@today-1d");

    private RelativeDate() {}

    /** The moment; empty if the text breaks the grammar. */
    static Optional<Instant> parse(String text, Instant now) {
        Matcher whole = WHOLE.matcher(text);
        if (!whole.matches()) {
            return Optional.empty();
        }
        Instant moment = whole.group(1).equals("today") ? now.truncatedTo(ChronoUnit.DAYS) : now;
        Matcher step = ONE_STEP.matcher(whole.group(2));
        while (step.find()) {
            moment = moment.plus(unit(step.group(2)).multipliedBy(Integer.parseInt(step.group(1))));
        }
        return Optional.of(moment);
    }

    /** What is wrong with a text that is none. */
    static Finding fault(FileLocation location, String text) {
        String expected = "be @today or @now, and then steps such as +3d or -2h in s, m, h, d or w";
        String word = text.replaceFirst("[+-].*", "");
        boolean right = WHOLE.matcher(word).matches();
        Finding finding = Finding.of(location, "relative-date", expected, MessageText.text(text));
        // What was meant is the first word alone, and so no suggestion for the whole.
        Optional<String> hint = right ? Optional.empty() : meant(word).map(Spelling::question);
        return hint.map(finding::hint).orElse(finding);
    }

    private static Optional<String> meant(String word) {
        return Spelling.nearest(word, MEANT.keySet()).map(near -> MEANT.getOrDefault(near, near));
    }

    private static Duration unit(String letter) {
        return UNITS.getOrDefault(letter, Duration.ZERO);
    }
}
