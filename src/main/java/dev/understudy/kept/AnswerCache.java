package dev.understudy.kept;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import java.util.function.BiFunction;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A cache of validated answers, bounded by weight. An entry is added only when its key comes for the second time;
 * otherwise keys that come once, such as the pages of a walk, would displace those that come again.
 */
public final class AnswerCache<K, V> {
    private static final int REMEMBERED = 1 << 14;

    private final Cache<K, V> values;
    private final OffHeap bodies;
    private final BiFunction<V, OffHeap, V> keeping;
    /** Hashes of recent keys; collisions and lost updates do no harm. */
    private final int[] seen = new int[REMEMBERED];

    /**
     * An empty cache.
     *
     * @param bytes the maximum total weight in bytes
     * @param weight the weight of an entry in bytes
     * @param keeping converts a value to the one that is cached
     * @param use counts hits and misses
     */
    public AnswerCache(long bytes, ToIntBiFunction<K, V> weight, BiFunction<V, OffHeap, V> keeping, StatsCounter use) {
        this.keeping = keeping;
        bodies = new OffHeap(bytes / 2);
        values = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher(weight::applyAsInt)
                .recordStats(() -> use)
                // Evict on the calling thread: another one would cost a hop for each miss.
                .executor(Runnable::run)
                .build();
    }

    /** The cached value for this key; null if there is none. */
    public @Nullable V get(K key) {
        return values.getIfPresent(key);
    }

    /** Caches the value if its key was offered before, recently. */
    public void offer(K key, V value) {
        int hash = key.hashCode();
        int place = (hash ^ (hash >>> 16)) & (REMEMBERED - 1);
        if (seen[place] == hash) {
            values.put(key, keeping.apply(value, bodies));
        } else {
            seen[place] = hash;
        }
    }

    /** The current total weight in bytes. */
    public long bytes() {
        return values.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }
}
