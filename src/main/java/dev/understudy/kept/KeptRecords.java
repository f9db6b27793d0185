package dev.understudy.kept;

import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import dev.understudy.api.Json;
import dev.understudy.schema.SchemaCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records of earlier replies as checked bytes, bounded by size. Records are immutable, so a record has the same bytes
 * on every page. They are found by identity, since comparing their content would cost more than sending it. Contracts
 * may share an instance.
 *
 * <p>It is a table of its own because a general cache, for a page of a hundred records, touches memory in so many
 * places that this takes half the time of the request.
 */
public final class KeptRecords {
    /** In bytes: the cost of a record besides its bytes, for the object and its place in the table. */
    private static final int OVERHEAD = 400;

    /** How many places, starting from the one for its hash, a record may be in. */
    private static final int NEAR = 8;

    private final long most;
    private final StatsCounter use;
    /** Any thread may read it at any time: an entry never changes, and an old one does no harm. */
    private final @Nullable KeptNode[] entries;

    private volatile long bytes;
    private int hand;

    /**
     * An empty table.
     *
     * @param most the maximum size in bytes
     * @param use counts, for each record in a reply, whether it was kept
     */
    public KeptRecords(long most, StatsCounter use) {
        this.most = most;
        this.use = use;
        this.entries = new KeptNode[Math.max(NEAR, Integer.highestOneBit((int) (most / OVERHEAD)))];
    }

    /** The current size in bytes. */
    public long bytes() {
        return bytes;
    }

    @Nullable
    KeptNode get(Object record) {
        if (record instanceof CheckedValue value) {
            return value.node();
        }
        int hash = System.identityHashCode(record);
        for (int i = 0; i < NEAR; i++) {
            KeptNode node = entries[place(hash + i)];
            if (node != null && node.record() == record) {
                return node;
            }
        }
        return null;
    }

    /** Call this once for a page: a counter costs as much as a lookup. */
    void count(int hits, int misses) {
        use.recordHits(hits);
        use.recordMisses(misses);
    }

    synchronized void keep(KeptNode node) {
        if (weight(node) > most) {
            return;
        }
        int hash = System.identityHashCode(node.record());
        int place = place(hash);
        for (int i = 1; i < NEAR && entries[place] != null; i++) {
            place = place(hash + i);
        }
        remove(place);
        while (bytes + weight(node) > most) {
            // This is as good as a random choice, since the order of hashes is unrelated to the order of requests.
            hand = place(hand + 1);
            remove(hand);
        }
        entries[place] = node;
        bytes += weight(node);
        if (node.record() instanceof CheckedValue value) {
            value.keep(node);
        }
    }

    private void remove(int place) {
        KeptNode gone = entries[place];
        if (gone != null) {
            entries[place] = null;
            bytes -= weight(gone);
            if (gone.record() instanceof CheckedValue value) {
                value.drop(gone);
            }
        }
    }

    private static long weight(KeptNode node) {
        return OVERHEAD + node.bytes().length;
    }

    private int place(int hash) {
        return hash & (entries.length - 1);
    }

    /** The bytes of a record that is the whole body, if they keep the schema; otherwise empty. */
    public Optional<byte[]> checked(CheckedValue body, SchemaCheck check) {
        KeptNode known = get(body);
        KeptNode node = known == null ? new KeptNode(body, Json.write(body)) : known;
        if (known == null) {
            keep(node);
        }
        count(known == null ? 0 : 1, known == null ? 1 : 0);
        return check.passes(node) ? Optional.of(node.bytes()) : Optional.empty();
    }

    /** Renders a reply's body, with a list of records, if it has one, as a separate part. */
    public Page page(Object body) {
        var page = new Page(this);
        try {
            page.render(body);
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException("A value of type " + body.getClass() + " cannot be written as JSON", e);
        }
    }
}
