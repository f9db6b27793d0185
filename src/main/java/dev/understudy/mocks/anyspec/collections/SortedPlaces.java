package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.fixture.FixtureSet;
import dev.understudy.fixture.PositionSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The records of a list in an order that is precomputed for the initial records: changed ones are inserted, and only as
 * many records are visited as are requested.
 */
final class SortedPlaces implements SelectedRecords.Places {
    /** Sorting a position costs as much as skipping this many. */
    private static final long SORTING = 8;

    private final PositionSet found;
    private final Permutation known;
    private final FixtureSet<JsonRecord> whole;

    /** The positions of changed records in sorted order, and the place in the known order before which each belongs. */
    private final List<Integer> inserted;

    private final int[] inserts;

    private int[] sorted = {};
    private int size;
    private int place;
    private int next;

    /**
     * @param found the positions of the records in the list
     * @param shown gives a record as the list shows it
     */
    SortedPlaces(
            FixtureSet<JsonRecord> whole,
            PositionSet found,
            Permutation known,
            Comparator<JsonNode> order,
            Function<JsonRecord, JsonNode> shown) {
        this.whole = whole;
        this.found = found;
        this.known = known;
        List<JsonRecord> all = whole.byPosition();
        List<JsonRecord> loaded = whole.loaded().byPosition();
        Function<Integer, JsonNode> asLoaded = position -> shown.apply(loaded.get(position));
        Map<Integer, Integer> places = new HashMap<>();
        for (int position : whole.touched()) {
            if (found.has(position)) {
                JsonRecord entry = all.get(position);
                places.put(
                        position,
                        entry.place(known, position, () -> place(position, shown.apply(entry), order, asLoaded)));
            }
        }
        inserted = new ArrayList<>(places.keySet());
        inserted.sort(Comparator.<Integer>comparingInt(position -> places.getOrDefault(position, 0))
                .thenComparing(position -> shown.apply(all.get(position)), order)
                .thenComparing(Comparator.naturalOrder()));
        inserts = inserted.stream()
                .mapToInt(position -> places.getOrDefault(position, 0))
                .toArray();
    }

    /** The place in the known order before which a record belongs. */
    private int place(int position, JsonNode record, Comparator<JsonNode> order, Function<Integer, JsonNode> loaded) {
        int low = 0;
        int high = known.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            int compared = order.compare(loaded.apply(known.at(middle)), record);
            if (compared < 0 || (compared == 0 && known.at(middle) < position)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isWhole() {
        return inserted.isEmpty() && found.size() == known.size();
    }

    @Override
    public int at(int index) {
        if (isWhole()) {
            return known.at(index);
        }
        reach(index);
        return sorted[index];
    }

    @Override
    public int index(int position) {
        if (isWhole()) {
            return known.place(position);
        }
        for (int index = 0; ; index++) {
            if (at(index) == position) {
                return index;
            }
        }
    }

    /** Continues until the record at this index is known. */
    private void reach(int index) {
        if (index < size) {
            return;
        }
        boolean few = found.size() * SORTING < (long) (index + 1) * known.size() / found.size();
        if (sorted.length == 0 && few) {
            sortFound();
            return;
        }
        if (index >= sorted.length) {
            sorted = Arrays.copyOf(sorted, Math.min(found.size(), Math.max(index + 1, size * 2)));
        }
        while (size <= index) {
            if (next < inserts.length && inserts[next] <= place) {
                sorted[size++] = inserted.get(next++);
                continue;
            }
            int position = known.at(place++);
            if (found.has(position) && whole.isAsLoaded(position)) {
                sorted[size++] = position;
            }
        }
    }

    /** Sorts the positions in the list by their known places. */
    private void sortFound() {
        int[] loaded = new int[found.size()];
        int count = 0;
        for (int position : found.between(0, found.size())) {
            if (whole.isAsLoaded(position)) {
                loaded[count++] = known.place(position);
            }
        }
        Arrays.sort(loaded, 0, count);
        sorted = new int[found.size()];
        for (int i = 0; i < count; i++) {
            while (next < inserts.length && inserts[next] <= loaded[i]) {
                sorted[size++] = inserted.get(next++);
            }
            sorted[size++] = known.at(loaded[i]);
        }
        while (next < inserts.length) {
            sorted[size++] = inserted.get(next++);
        }
    }
}
