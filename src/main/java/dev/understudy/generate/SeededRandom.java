package dev.understudy.generate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Decisions that look random, and are the same again for the same seed, name and index: a record does not depend on
 * those before it.
 */
public final class SeededRandom {
    private static final long ODD = 0xD1B54A32D192ED03L;

    private final SplittableRandom random;

    /** The decisions about one thing, which has a name and an index. */
    public SeededRandom(long seed, String name, long index) {
        long start = new SplittableRandom(seed ^ name.hashCode() * ODD).nextLong();
        this.random = new SplittableRandom(start + index * ODD);
    }

    /** From 0 up to, but not including, the bound. */
    public int below(int bound) {
        return (int) below((long) bound);
    }

    /** The same for large bounds. */
    public long below(long bound) {
        // Not the bounded methods of the library: how they cut a number down may change from one Java to the next.
        return Math.floorMod(random.nextLong(), bound);
    }

    /** True in so many of a hundred cases. */
    public boolean percent(int share) {
        return below(100) < share;
    }

    /** One of these. */
    public <T> T pick(List<T> list) {
        return list.get(below(list.size()));
    }

    /** An element of this array of JSON. */
    JsonNode pick(JsonNode array) {
        return array.get(below(array.size()));
    }

    /** A UUID of version 4. */
    public String uuid() {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() & ~(3L << 62) | 1L << 63;
        return new UUID(high, low).toString();
    }
}
