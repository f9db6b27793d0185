package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.fixture.PositionSet;
import dev.understudy.fixture.Positions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One property of all records of a collection: each distinct value with the positions of its records. A filter tests
 * each value only once.
 */
final class Column {
    /** The number of precomputed steps of a range, each with one bit per record. */
    private static final int STEPS = 64;

    /**
     * A value is frequent if at least one record in this many has it; the records of frequent values are also kept as
     * bits.
     */
    private static final int FREQUENT = 128;

    /** The distinct values, grouped by {@link ValueKind kind} and sorted within each. */
    private final JsonNode[] values;

    private final Range[] kinds;

    /** The index of each value's first position, and finally the end. */
    private final int[] begins;

    private final int[] positions;

    /** The number of the value at each position; {@link #NONE} if there is none. */
    private final int[] byPosition;

    /** Whether each position has at most one value, and not the elements of a list. */
    private final boolean single;

    private final Map<String, Integer> byText = new HashMap<>();
    private final Positions missing;
    private final List<long[]> steps = new ArrayList<>();
    private final int step;

    /** The bits of frequent values that were requested; a lost update does no harm. */
    private final AtomicReferenceArray<long @Nullable []> frequent;

    static final int NONE = -1;

    /** @param all the value of each record, by position; a missing node if it has none */
    Column(List<JsonNode> all) {
        var found = new HashMap<String, List<Integer>>();
        var first = new HashMap<String, JsonNode>();
        long[] absent = new long[PositionSet.blocks(all.size())];
        boolean lists = false;
        for (int position = 0; position < all.size(); position++) {
            JsonNode value = all.get(position);
            lists |= value.isArray();
            if (value.isMissingNode()) {
                absent[position / Positions.BLOCK] |= 1L << position;
            }
            for (JsonNode each : Matching.values(value)) {
                String text = ValueKind.of(each).text(each);
                first.putIfAbsent(text, each);
                List<Integer> same = found.computeIfAbsent(text, any -> new ArrayList<>(1));
                if (same.isEmpty() || same.get(same.size() - 1) != position) {
                    same.add(position);
                }
            }
        }
        single = !lists;
        missing = PositionSet.of(all.size(), absent);
        values = ValueKind.sorted(first.values());
        kinds = kinds(values);
        begins = new int[values.length + 1];
        positions = new int[found.values().stream().mapToInt(List::size).sum()];
        byPosition = new int[all.size()];
        Arrays.fill(byPosition, NONE);
        for (int value = 0; value < values.length; value++) {
            String text = ValueKind.of(values[value]).text(values[value]);
            byText.put(text, value);
            int at = begins[value];
            for (int position : found.getOrDefault(text, List.of())) {
                positions[at++] = position;
                byPosition[position] = value;
            }
            begins[value + 1] = at;
        }
        frequent = new AtomicReferenceArray<>(values.length);
        step = Math.max(Positions.BLOCK, positions.length / STEPS);
        keepSteps();
    }

    private void keepSteps() {
        long[] sofar = new long[PositionSet.blocks(byPosition.length)];
        for (int at = 0; at <= positions.length && single; at += step) {
            steps.add(sofar.clone());
            set(sofar, at, Math.min(positions.length, at + step));
        }
    }

    private void set(long[] blocks, int from, int to) {
        for (int i = from; i < to; i++) {
            blocks[positions[i] / Positions.BLOCK] |= 1L << positions[i];
        }
    }

    /** Whether no value is a list. */
    boolean isSingle() {
        return single;
    }

    /** The number of the value at this position; {@link #NONE} if there is none. */
    int at(int position) {
        return byPosition[position];
    }

    JsonNode value(int value) {
        return values[value];
    }

    /** The number of distinct values. */
    int size() {
        return values.length;
    }

    /** The numbers of the values in this order. */
    Integer[] sorted(Comparator<JsonNode> order) {
        Integer[] numbers = new Integer[values.length];
        Arrays.setAll(numbers, i -> i);
        Arrays.sort(numbers, (a, b) -> order.compare(values[a], values[b]));
        return numbers;
    }

    /** The values of this kind. */
    Range kind(ValueKind kind) {
        return kinds[kind.ordinal()];
    }

    private static Range[] kinds(JsonNode[] sorted) {
        ValueKind[] kinds = ValueKind.values();
        var ranges = new Range[kinds.length];
        int from = 0;
        for (ValueKind kind : kinds) {
            int to = from;
            while (to < sorted.length && ValueKind.of(sorted[to]) == kind) {
                to++;
            }
            ranges[kind.ordinal()] = new Range(from, to);
            from = to;
        }
        return ranges;
    }

    /** Adjacent values: the first, and the end, which is exclusive. */
    record Range(int from, int to) {}

    /** Passes on the number of each value with this text; there is at most one of each kind. */
    void withText(String text, IntConsumer use) {
        for (ValueKind kind : ValueKind.values()) {
            Integer value = byText.get(kind.prefix() + text);
            if (value != null) {
                use.accept(value);
            }
        }
    }

    Positions missing() {
        return missing;
    }

    Finding finding() {
        return new Finding();
    }

    /** Collects the positions of values. */
    final class Finding {
        /** If they are the bits of a single frequent value, they are shared with the column and must not be changed. */
        private long @Nullable [] blocks;

        private boolean shared;

        private long[] own() {
            long[] before = blocks;
            if (before == null || shared) {
                before = before == null ? new long[PositionSet.blocks(byPosition.length)] : before.clone();
                blocks = before;
                shared = false;
            }
            return before;
        }

        void add(int value) {
            int count = begins[value + 1] - begins[value];
            if (count < Math.max(Positions.BLOCK, byPosition.length / FREQUENT)) {
                set(own(), begins[value], begins[value + 1]);
                return;
            }
            long[] known = frequent.get(value);
            if (known == null) {
                known = new long[PositionSet.blocks(byPosition.length)];
                set(known, begins[value], begins[value + 1]);
                frequent.set(value, known);
            }
            if (blocks == null) {
                blocks = known;
                shared = true;
                return;
            }
            long[] all = own();
            for (int i = 0; i < all.length; i++) {
                all[i] |= known[i];
            }
        }

        /** Adds the records of a range of values. */
        void add(int from, int to) {
            int begin = begins[from];
            int end = begins[Math.max(from, to)];
            if (begin == end) {
                return;
            }
            long[] all = own();
            int low = (begin + step - 1) / step;
            int high = end / step;
            if (single && low < high) {
                long[] before = steps.get(low);
                long[] until = steps.get(high);
                for (int i = 0; i < all.length; i++) {
                    all[i] |= until[i] & ~before[i];
                }
                set(all, begin, low * step);
                set(all, high * step, end);
            } else {
                set(all, begin, end);
            }
        }

        PositionSet positions() {
            return PositionSet.of(byPosition.length, blocks == null ? own() : blocks);
        }
    }
}
