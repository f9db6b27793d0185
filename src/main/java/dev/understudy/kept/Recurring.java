package dev.understudy.kept;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Remembers objects by hash, from the second time they come within some thousands, until others take their place. Most
 * objects come only once, and remembering these would waste memory. Lookups are frequent, so the tables must fit into a
 * core's cache. Several threads may use it at once: at worst, one loses what another has just remembered. Remembered
 * objects must be immutable.
 */
final class Recurring<T> {
    private static final int PLACES = 1 << 14;

    /** The number of adjacent places that an object may be in. */
    private static final int WAYS = 4;

    private final @Nullable Object[] known = new Object[PLACES];

    /** The hashes of the remembered objects, which are enough to rule out most candidates. */
    private final int[] hashes = new int[PLACES];

    /** The hashes of recent objects. */
    private final int[] seen = new int[PLACES];

    /** The remembered object with this hash that passes the test; null if there is none. */
    @Nullable
    T find(int hash, Predicate<T> isIt) {
        int first = first(hash);
        for (int place = first; place < first + WAYS; place++) {
            @SuppressWarnings("unchecked") // Nothing else is put in.
            T candidate = hashes[place] == hash ? (T) known[place] : null;
            if (candidate != null && isIt.test(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    /** Notes this hash, and returns whether it was noted before, recently. */
    boolean comesAgain(int hash) {
        int slot = mixed(hash) & PLACES - 1;
        boolean again = seen[slot] == hash;
        seen[slot] = hash;
        return again;
    }

    void remember(int hash, T thing) {
        int first = first(hash);
        // If no place is free, the choice is as good as random.
        int place = first + (hash >>> 8 & WAYS - 1);
        for (int other = first; other < first + WAYS; other++) {
            if (known[other] == null) {
                place = other;
            }
        }
        known[place] = thing;
        hashes[place] = hash;
    }

    private int first(int hash) {
        return mixed(hash) & PLACES - WAYS;
    }

    private static int mixed(int hash) {
        return hash ^ hash >>> 16;
    }
}
