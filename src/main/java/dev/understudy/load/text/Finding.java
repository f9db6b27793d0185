package dev.understudy.load.text;

import dev.understudy.api.Position;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import org.jspecify.annotations.Nullable;

/**
 * A fault before its place was looked up.
 *
 * @param record see {@link FileLocation}
 * @param violation its pointer starts at the record
 * @param at the place, where it was at hand anyway
 * @param hint what may help, where that is not a suggestion of the violation
 * @param first for what may be there only once: where it was first
 */
public record Finding(
        int record, Violation violation, @Nullable Position at, @Nullable String hint, @Nullable FileLocation first) {
    public static Finding of(FileLocation location, String rule, String expected, String got) {
        return new Finding(
                location.record(),
                new Violation(Place.RECORD, "", location.pointer(), rule, expected, got),
                null,
                null,
                null);
    }

    /** What a schema check found. */
    public static Finding of(int record, Violation found) {
        return new Finding(record, found, null, null, null);
    }

    public Finding at(Position place) {
        return new Finding(record, violation, place, hint, first);
    }

    /** The same, with this to help instead of what was probably meant. */
    public Finding hint(String help) {
        return new Finding(record, violation.suggesting(null), at, help, first);
    }

    /** The same, with what was probably meant. */
    public Finding suggesting(@Nullable String meant) {
        return new Finding(record, violation.suggesting(meant), at, hint, first);
    }

    public Finding first(FileLocation location) {
        return new Finding(record, violation, at, hint, location);
    }

    /** The same about another record: the one that its places are found in. */
    public Finding in(int other) {
        // What is there twice is there twice in one file, as a list is never merged and an id never changed.
        FileLocation before = first;
        if (before != null && before.record() == record) {
            before = new FileLocation(other, before.pointer());
        }
        return new Finding(other, violation, at, hint, before);
    }

    /** Whether something is missing that no place in a file can be shown for. */
    public boolean isMissing() {
        return violation.keyword().equals("required");
    }

    public FileLocation location() {
        return new FileLocation(record, violation.pointer());
    }
}
