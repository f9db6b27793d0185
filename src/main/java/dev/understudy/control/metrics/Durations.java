package dev.understudy.control.metrics;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * How long something took: how often between two bounds, all together, and the longest of late. Times are nanoseconds.
 */
final class Durations {
    /** The highest duration of each bucket but the last, which has all that is longer. */
    static final long[] BOUNDS = {
        100_000,
        250_000,
        500_000,
        1_000_000,
        2_500_000,
        5_000_000,
        10_000_000,
        25_000_000,
        50_000_000,
        100_000_000,
        250_000_000,
        1_000_000_000
    };

    private static final long PERIOD = TimeUnit.MINUTES.toNanos(1);

    private final LongAdder[] buckets =
            Stream.generate(LongAdder::new).limit(BOUNDS.length + 1).toArray(LongAdder[]::new);
    private final LongAdder sum = new LongAdder();
    private volatile LongAccumulator longest = new LongAccumulator(Math::max, 0);
    private long longestBefore;
    private long since;

    Durations(long now) {
        since = now;
    }

    void add(long duration) {
        int bucket = 0;
        while (bucket < BOUNDS.length && duration > BOUNDS[bucket]) {
            bucket++;
        }
        buckets[bucket].increment();
        sum.add(duration);
        longest.accumulate(duration);
    }

    /** How many there were in each bucket. */
    long[] counts() {
        return Arrays.stream(buckets).mapToLong(LongAdder::sum).toArray();
    }

    long sum() {
        return sum.sum();
    }

    /**
     * The longest of at least the last minute, or of all the time since the last reading. An older one is forgotten
     * only when this is called, so that adding needs no clock.
     */
    synchronized long longest(long now) {
        if (now - since >= PERIOD) {
            LongAccumulator before = longest;
            longest = new LongAccumulator(Math::max, 0);
            longestBefore = before.get();
            since = now;
        }
        return Math.max(longestBefore, longest.get());
    }
}
