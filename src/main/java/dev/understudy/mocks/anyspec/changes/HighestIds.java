package dev.understudy.mocks.anyspec.changes;

import dev.understudy.fixture.CollectionKey;
import dev.understudy.fixture.State;
import dev.understudy.mocks.anyspec.collections.Collections;
import dev.understudy.mocks.anyspec.collections.JsonRecord;
import dev.understudy.mocks.anyspec.roles.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The highest number among the ids of each collection. The state stores it from the first created record on, so that
 * the number of a deleted record is not reused, and creating a record needs no scan.
 */
record HighestIds(Collections collections, Collection collection, State state) {
    /** Ids that are counted: digits, optionally after a word. */
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,17}");

    static final Pattern COUNTED = Pattern.compile("([A-Za-z]*[-_:#]?)([0-9]{1,17})");

    /** @param word the collection's name, followed by the prefix of the ids */
    private record Highest(String word, long number) {}

    private CollectionKey<Highest> key() {
        return new CollectionKey<>(collections.contract().name() + "/~numbers", Highest::word);
    }

    /** The highest number with this prefix; 0 if there is none. */
    long highest(String word) {
        return state.set(key())
                .find(collection.name() + " " + word)
                .map(Highest::number)
                .orElseGet(() -> ofAll(word));
    }

    private long ofAll(String word) {
        long highest = 0;
        for (JsonRecord entry : collections.records(collection, state).byPosition()) {
            highest = Math.max(highest, number(entry, word));
        }
        return highest;
    }

    private static long number(JsonRecord entry, String word) {
        String id = entry.key();
        String digits = id.startsWith(word) ? id.substring(word.length()) : "";
        return DIGITS.matcher(digits).matches() ? Long.parseLong(digits) : 0;
    }

    /** The state with the number of a new record included. */
    State with(State next, JsonRecord entry) {
        Matcher counted = COUNTED.matcher(entry.key());
        if (!counted.matches()) {
            return next;
        }
        String word = counted.group(1);
        long highest = Math.max(highest(word), number(entry, word));
        return next.put(key(), new Highest(collection.name() + " " + word, highest));
    }
}
