package dev.understudy.exchange;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Validated answers by what they were asked for with, bounded by their weight. They are kept when they are asked for
 * the second time: what comes once, as the pages of a walk do, would only push out what comes again.
 */
final class Kept<K> {
    private static final int REMEMBERED = 1 << 14;

    private final Cache<K, Answer> values;
    private final OffHeap bodies;
    /** Hashes of what came lately; a lost or a wrong one does no harm. */
    private final int[] seen = new int[REMEMBERED];

    /** @param use hears of each hit and miss */
    Kept(long bytes, ToIntBiFunction<K, Answer> weight, StatsCounter use) {
        bodies = new OffHeap(bytes / 2);
        values = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher(weight::applyAsInt)
                .recordStats(() -> use)
                // Evicting beside the request would hop to another thread for each miss.
                .executor(Runnable::run)
                .build();
    }

    @Nullable
    Answer get(K key) {
        return values.getIfPresent(key);
    }

    void offer(K key, Answer answer) {
        int hash = key.hashCode();
        int place = (hash ^ (hash >>> 16)) & (REMEMBERED - 1);
        if (seen[place] == hash) {
            values.put(key, answer.kept(bodies));
        } else {
            seen[place] = hash;
        }
    }

    /** How much all that is kept weighs now. */
    long bytes() {
        return values.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }
}
