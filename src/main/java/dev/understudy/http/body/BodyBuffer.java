package dev.understudy.http.body;

import dev.understudy.api.Body;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The bytes of a body as they come: in memory up to a bound, and beyond it on the disk. */
final class BodyBuffer {
    /** In bytes; as much as a body may have by default, so that a server with a read-only disk takes those. */
    static final int IN_MEMORY = 1 << 20;

    /** How many bytes are written to the disk at once. */
    private static final int BATCH = 256 << 10;

    private static final Buffer NO_BYTES = Buffer.buffer(0);
    private static final byte[] NOTHING = {};

    private Buffer memory = NO_BYTES;
    private volatile @Nullable Spool disk;
    private volatile boolean closed;

    void add(Buffer more) {
        memory = memory == NO_BYTES ? more : memory.appendBuffer(more);
    }

    void add(byte[] piece, int count) {
        memory = (memory == NO_BYTES ? Buffer.buffer() : memory).appendBytes(piece, 0, count);
    }

    /** Whether the memory has as much as it may have, and is to be {@linkplain #store stored}. */
    boolean isFull() {
        return memory.length() > (isStored() ? BATCH : IN_MEMORY);
    }

    boolean isStored() {
        return disk != null;
    }

    /** Moves what is in memory to the disk; not on an event loop, as that takes time. */
    void store() throws IOException {
        Spool spool = disk;
        if (spool == null) {
            spool = Spool.make();
            disk = spool;
        }
        if (closed) {
            spool.close();
        }
        byte[] bytes = memory.getBytes();
        memory = NO_BYTES;
        spool.write(bytes);
    }

    /** All of it; what is on the disk is there until this is closed, and what is in memory for as long as one likes. */
    Body body() {
        Spool spool = disk;
        return spool == null ? Body.of(memory == NO_BYTES ? NOTHING : memory.getBytes()) : new Body.Stored(spool);
    }

    /** Forgets it. */
    void close() {
        closed = true;
        memory = NO_BYTES;
        Spool spool = disk;
        if (spool != null) {
            spool.close();
        }
    }
}
