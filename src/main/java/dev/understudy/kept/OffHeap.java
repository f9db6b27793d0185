package dev.understudy.kept;

import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Copies bytes outside the heap, from where they can be sent without another copy. They are freed when the garbage
 * collector finds them unreachable, possibly much later; until then they count as used.
 *
 * <p>This saves 5 of 35 µs of CPU for a repeated page of 100 records (src/bench/run, "employees-100").
 */
public final class OffHeap {
    private static final Cleaner COLLECTED = Cleaner.create();

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    /** @param most the maximum size of all copies, in bytes */
    public OffHeap(long most) {
        this.most = most;
    }

    /** A read-only copy of these bytes; null if there is no room. */
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
