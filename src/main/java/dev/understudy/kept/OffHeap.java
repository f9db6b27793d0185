package dev.understudy.kept;

import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Bytes outside the heap, from where they are sent without a copy. They are free again when the collector has found
 * that nobody has them, which may be long after; so what is waiting for it counts as taken.
 *
 * <p>It saves 5 of 35 µs of CPU of the same page of 100 records again (src/bench/run, "employees-100").
 */
public final class OffHeap {
    private static final Cleaner COLLECTED = Cleaner.create();

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    /** @param most how many bytes are taken at most */
    public OffHeap(long most) {
        this.most = most;
    }

    /** The same bytes, which nobody can change; null when there is no room for them. */
    @Nullable
    public ByteBuffer copy(byte[] bytes) {
        int length = bytes.length;
        AtomicLong counted = taken;
        if (counted.addAndGet(length) > most) {
            counted.addAndGet(-length);
            return null;
        }
        ByteBuffer outside = ByteBuffer.allocateDirect(length).put(bytes).flip();
        COLLECTED.register(outside, () -> counted.addAndGet(-length));
        return outside.asReadOnlyBuffer();
    }
}
