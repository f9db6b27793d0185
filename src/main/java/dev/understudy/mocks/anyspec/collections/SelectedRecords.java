package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.fixture.FixtureSet;
import dev.understudy.fixture.Ids;
import dev.understudy.fixture.PositionSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The records of a list in its order, each looked up on demand. It belongs to one call. */
final class SelectedRecords {
    private final FixtureSet<JsonRecord> whole;
    private final List<JsonRecord> all;
    private final PositionSet found;
    private final Places places;

    /**
     * Some records of a collection.
     *
     * @param whole the whole collection
     * @param found the positions of the records in the list
     */
    SelectedRecords(FixtureSet<JsonRecord> whole, PositionSet found, Places places) {
        this.whole = whole;
        this.all = whole.byPosition();
        this.found = found;
        this.places = places;
    }

    /** The order of a list. */
    interface Places {
        /** The position at this index of the list. */
        int at(int index);

        /** The positions from one index to another, which is exclusive. */
        default int[] between(int from, int to) {
            return IntStream.range(from, to).map(this::at).toArray();
        }

        /** The index of a position that is in the list. */
        int index(int position);

        /** The order of creation. */
        static Places created(PositionSet found) {
            return new Places() {
                @Override
                public int at(int index) {
                    return found.at(index);
                }

                @Override
                public int[] between(int from, int to) {
                    return found.between(from, to);
                }

                @Override
                public int index(int position) {
                    return found.before(position);
                }
            };
        }

        /** Sorts all these records by this comparator. */
        static Places sorted(PositionSet found, Comparator<JsonNode> order, IntFunction<JsonNode> shown) {
            int[] sorted = Arrays.stream(found.between(0, found.size()))
                    .boxed()
                    .sorted((a, b) -> order.compare(shown.apply(a), shown.apply(b)))
                    .mapToInt(position -> position)
                    .toArray();
            return new Places() {
                @Override
                public int at(int index) {
                    return sorted[index];
                }

                @Override
                public int index(int position) {
                    return IntStream.range(0, sorted.length)
                            .filter(index -> sorted[index] == position)
                            .findFirst()
                            .orElseThrow();
                }
            };
        }

        /** The reverse order. */
        static Places turned(PositionSet found) {
            return new Places() {
                @Override
                public int at(int index) {
                    return found.at(found.size() - 1 - index);
                }

                @Override
                public int[] between(int from, int to) {
                    int[] created = found.between(found.size() - to, found.size() - from);
                    return IntStream.rangeClosed(1, created.length)
                            .map(i -> created[created.length - i])
                            .toArray();
                }

                @Override
                public int index(int position) {
                    return found.size() - 1 - found.before(position);
                }
            };
        }
    }

    private Optional<Integer> index(int position) {
        return position != Ids.NONE && found.has(position) ? Optional.of(places.index(position)) : Optional.empty();
    }

    int size() {
        return found.size();
    }

    /** The position in the collection of the record at this index. */
    int position(int index) {
        return places.at(index);
    }

    /** The index of the record at this position of the collection; empty if it is not in the list. */
    Optional<Integer> withPosition(int position) {
        return position >= 0 && position < all.size() ? index(position) : Optional.empty();
    }

    JsonRecord get(int index) {
        return all.get(places.at(index));
    }

    /** The records from one index to another, which is exclusive, as far as they exist. */
    List<JsonRecord> between(int from, int to) {
        if (from >= to) {
            return List.of();
        }
        int[] positions = places.between(from, to);
        var records = new ArrayList<JsonRecord>(positions.length);
        for (int position : positions) {
            records.add(all.get(position));
        }
        return records;
    }

    /** The index of the record with this id; empty if it is not in the list. */
    Optional<Integer> withId(String id) {
        return index(whole.position(id));
    }

    /** The index of the first record with this last key; empty if none in the list has it. */
    Optional<Integer> withKey(String key, Indexes indexes) {
        IntStream loaded = whole.loaded().derived(indexes.key()).all(key).filter(whole::isAsLoaded);
        IntStream changed = whole.touched().stream()
                .mapToInt(position -> position)
                .filter(position -> all.get(position).key().equals(key));
        return IntStream.concat(loaded, changed)
                .mapToObj(this::index)
                .flatMap(Optional::stream)
                .min(Integer::compare);
    }
}
