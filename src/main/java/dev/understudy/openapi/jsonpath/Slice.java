package dev.understudy.openapi.jsonpath;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A part of an array (RFC 9535 section 2.3.4).
 *
 * @param start null for the end that the step leads away from
 * @param end null for the end that the step leads to
 */
record Slice(@Nullable Long start, @Nullable Long end, long step) {
    /** The indexes that it chooses in an array of this length, in their order. */
    IntStream of(int length) {
        if (step == 0) {
            return IntStream.empty();
        }
        boolean up = step > 0;
        long low = up ? 0 : -1;
        long high = up ? length : length - 1L;
        long from = start == null ? (up ? low : high) : bounded(start, length, low, high);
        long to = end == null ? (up ? high : low) : bounded(end, length, low, high);
        return LongStream.iterate(from, at -> up ? at < to : at > to, at -> at + step)
                .mapToInt(at -> (int) at);
    }

    private static long bounded(long index, int length, long low, long high) {
        return Math.max(low, Math.min(high, index < 0 ? index + length : index));
    }
}
