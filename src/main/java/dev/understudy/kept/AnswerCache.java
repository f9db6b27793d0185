package dev.understudy.kept;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import java.util.function.BiFunction;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Validated answers by what they were asked for with, bounded by their weight. They are kept when they are asked for
 * the second time: what comes once, as the pages of a walk do, would only push out what comes again.
 */
public final class AnswerCache<K, V> {
    private static final int REMEMBERED = 1 << 14;

    private final Cache<K, V> values;
    private final OffHeap bodies;
    private final BiFunction<V, OffHeap, V> keeping;
    /** Hashes of what came lately; a lost or a wrong one does no harm. */
    private final int[] seen = new int[REMEMBERED];

    /**
     * Nothing kept yet.
     *
     * @param bytes how many are kept at most
     * @param weight how many an entry takes
     * @param keeping what is put in the place of a value that is kept
     * @param use hears of each hit and miss
     */
    public AnswerCache(long bytes, ToIntBiFunction<K, V> weight, BiFunction<V, OffHeap, V> keeping, StatsCounter use) {
        this.keeping = keeping;
        bodies = new OffHeap(bytes / 2);
        values = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher(weight::applyAsInt)
                .recordStats(() -> use)
                // Evicting beside the request would hop to another thread for each miss.
                .executor(Runnable::run)
                .build();
    }

    /** The value that is kept for this key; null if none is. */
    public @Nullable V get(K key) {
        return values.getIfPresent(key);
    }

    /** Keeps the value if its key was offered before, lately. */
    public void offer(K key, V value) {
        int hash = key.hashCode();
        int place = (hash ^ (hash >>> 16)) & (REMEMBERED - 1);
        if (seen[place] == hash) {
            values.put(key, keeping.apply(value, bodies));
        } else {
            seen[place] = hash;
        }
    }

    /** How much all that is kept weighs now. */
    public long bytes() {
        return values.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }
}
