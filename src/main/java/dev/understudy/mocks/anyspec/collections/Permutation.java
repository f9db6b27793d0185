package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.mocks.anyspec.roles.parameters.Sorting;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The positions of all records of a collection in sorted order, and the place of each in it. */
final class Permutation {
    private final int[] order;
    private final int[] places;

    /**
     * The order by these keys.
     *
     * @param columns the columns of the keys; none of them may have lists
     */
    Permutation(int size, List<Sorting.Key> keys, List<Column> columns) {
        int[] sorted = new int[size];
        Arrays.setAll(sorted, i -> i);
        for (int i = keys.size() - 1; i >= 0; i--) {
            sorted = sorted(sorted, columns.get(i), keys.get(i));
        }
        order = sorted;
        places = new int[size];
        for (int place = 0; place < size; place++) {
            places[order[place]] = place;
        }
    }

    /** Sorts by one key; the sort is stable. */
    private static int[] sorted(int[] before, Column column, Sorting.Key key) {
        Comparator<JsonNode> order = Ordering.of(key);
        Integer[] values = column.sorted(order);
        int[] ranks = new int[values.length];
        int rank = 0;
        for (int i = 0; i < values.length; i++) {
            boolean same = i > 0 && order.compare(column.value(values[i - 1]), column.value(values[i])) == 0;
            rank += i > 0 && !same ? 1 : 0;
            ranks[values[i]] = rank;
        }
        // A counting sort by rank, with indexes shifted by one to get the start of each rank. Positions without a value
        // come last.
        int[] begins = new int[values.length + 2];
        for (int position : before) {
            begins[rank(column, ranks, position) + 1]++;
        }
        Arrays.parallelPrefix(begins, Integer::sum);
        int[] sorted = new int[before.length];
        for (int position : before) {
            sorted[begins[rank(column, ranks, position)]++] = position;
        }
        return sorted;
    }

    private static int rank(Column column, int[] ranks, int position) {
        int value = column.at(position);
        return value == Column.NONE ? ranks.length : ranks[value];
    }

    int size() {
        return order.length;
    }

    /** The position at this place. */
    int at(int place) {
        return order[place];
    }

    /** The place of this position. */
    int place(int position) {
        return places[position];
    }
}
