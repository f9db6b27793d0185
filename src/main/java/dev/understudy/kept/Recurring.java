package dev.understudy.kept;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Remembers things by their hash: each from the second time it comes within some thousands, until others take its
 * place. Much comes only once; to remember that too would keep it alive for nothing. It is asked very often, so it has
 * to fit in the cache of a core. Several threads may use it at once: one of them at times forgets what another has just
 * remembered, no more; but what is remembered may not change.
 */
final class Recurring<T> {
    private static final int PLACES = 1 << 14;

    /** What is known stands in one of so many places, side by side. */
    private static final int WAYS = 4;

    private final @Nullable Object[] known = new Object[PLACES];

    /** The hashes of what is known: most is told apart by these alone. */
    private final int[] hashes = new int[PLACES];

    /** The hashes of what came last. */
    private final int[] seen = new int[PLACES];

    /** What has this hash and is the one that is looked for; null if that is not known. */
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

    /** Takes note that something with this hash comes, and whether it came before, lately. */
    boolean comesAgain(int hash) {
        int slot = mixed(hash) & PLACES - 1;
        boolean again = seen[slot] == hash;
        seen[slot] = hash;
        return again;
    }

    void remember(int hash, T thing) {
        int first = first(hash);
        // As good as by chance, where no place is free.
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
