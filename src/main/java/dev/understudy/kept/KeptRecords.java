package dev.understudy.kept;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import dev.understudy.api.Json;
import dev.understudy.schema.SchemaCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records that were in replies, as bytes that were checked, bounded by their size. Nobody changes a record: the same
 * one has the same bytes, whatever page it stands in. It is known by being the same object, since comparing its content
 * would cost more than sending it. Contracts may share what is kept.
 *
 * <p>A table of its own: of a page of a hundred records a general cache touches the memory in so many places that half
 * the time of the request goes there.
 */
public final class KeptRecords {
    /** What a record costs besides its bytes: itself, and its place here. */
    private static final int OVERHEAD = 400;

    /** A record is looked for from where its hash points, in so many places. */
    private static final int NEAR = 8;

    private static final ObjectMapper MAPPER = Json.mapper()
            .copy()
            .registerModule(new SimpleModule().setSerializerModifier(new ListSerializer.Modifier()));

    private final long most;
    private final StatsCounter use;
    /** Read by anybody at any time: an entry never changes, and an old one does no harm. */
    private final @Nullable KeptNode[] entries;

    private volatile long bytes;
    private int hand;

    /**
     * No records yet.
     *
     * @param most how many bytes are kept at most
     * @param use hears of each record in a reply whether it was kept
     */
    public KeptRecords(long most, StatsCounter use) {
        this.most = most;
        this.use = use;
        this.entries = new KeptNode[Math.max(NEAR, Integer.highestOneBit((int) (most / OVERHEAD)))];
    }

    /** How many bytes are kept now. */
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

    /** To be called once for a page: a counter costs as much as a look. */
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
            // As good as by chance: the order of hashes is not that in which records are asked for.
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

    /** The bytes of a record that is the whole body, if they keep the schema; empty if they do not. */
    public Optional<byte[]> checked(CheckedValue body, SchemaCheck check) {
        KeptNode known = get(body);
        KeptNode node = known == null ? new KeptNode(body, written(body)) : known;
        if (known == null) {
            keep(node);
        }
        count(known == null ? 0 : 1, known == null ? 1 : 0);
        return check.passes(node) ? Optional.of(node.bytes()) : Optional.empty();
    }

    private static byte[] written(CheckedValue body) {
        try {
            return MAPPER.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException("A record cannot be written as JSON", e);
        }
    }

    /** The reply's body, with one list of its records set apart if it has one. */
    public Page page(Object body) {
        var page = new Page(this);
        try {
            MAPPER.writeValue(page, body);
            page.end();
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException("A value of type " + body.getClass() + " cannot be written as JSON", e);
        }
    }
}
