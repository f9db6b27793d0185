package dev.understudy.load;

import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fault before its place was looked up.
 *
 * @param record see {@link Spot}
 * @param violation its pointer starts at the record
 * @param at the place, where it was at hand anyway
 * @param first for what may be there only once: where it was first
 */
record Finding(int record, Violation violation, @Nullable Position at, @Nullable String hint, @Nullable Spot first) {
    private static final Pattern WITH_HINT = Pattern.compile("(.+) \\((did you mean .+\\?)\\)");

    static Finding of(Spot spot, String rule, String expected, String got) {
        return new Finding(
                spot.record(), new Violation(Place.RECORD, "", spot.pointer(), rule, expected, got), null, null, null);
    }

    /** What a schema check found; a hint that it has in its words becomes ours. */
    static Finding of(int record, Violation found) {
        Matcher words = WITH_HINT.matcher(found.expected());
        String expected = words.matches() ? words.group(1) : found.expected();
        String hint = words.matches() ? words.group(2) : null;
        Violation violation =
                new Violation(Place.RECORD, "", found.pointer(), found.keyword(), expected, found.got(), found.rule());
        return new Finding(record, violation, null, hint, null);
    }

    Finding at(Position place) {
        return new Finding(record, violation, place, hint, first);
    }

    Finding hint(@Nullable String help) {
        return new Finding(record, violation, at, help, first);
    }

    Finding first(Spot spot) {
        return new Finding(record, violation, at, hint, spot);
    }

    /** The same about another record: the one that its places are found in. */
    Finding in(int other) {
        // What is there twice is there twice in one file, as a list is never merged and an id never changed.
        Spot before = first;
        if (before != null && before.record() == record) {
            before = new Spot(other, before.pointer());
        }
        return new Finding(other, violation, at, hint, before);
    }

    /** Whether something is missing that no place in a file can be shown for. */
    boolean isMissing() {
        return violation.keyword().equals("required");
    }

    /** The same violation, as seen from the root of the file. */
    Violation violationAt(String pointer) {
        return new Violation(
                Place.RECORD,
                "",
                pointer,
                violation.keyword(),
                violation.expected(),
                violation.got(),
                violation.rule());
    }

    Spot spot() {
        return new Spot(record, violation.pointer());
    }
}
