package dev.understudy.http.body;

import dev.understudy.api.Body;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The bytes of a body as they arrive: in memory up to a limit, and on disk beyond it. */
final class BodyBuffer {
    /**
     * In bytes; the default limit of a body, so that a server with a read-only disk can take bodies up to that size.
     */
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

    /** Whether the memory limit is reached, and the bytes must be {@linkplain #store stored}. */
    boolean isFull() {
        return memory.length() > (isStored() ? BATCH : IN_MEMORY);
    }

    boolean isStored() {
        return disk != null;
    }

    /** Moves the bytes in memory to disk; this takes time, so do not call it on an event loop. */
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

    /** The whole body; bytes on disk are available until this is closed, and bytes in memory without limit. */
    Body body() {
        Spool spool = disk;
        return spool == null ? Body.of(memory == NO_BYTES ? NOTHING : memory.getBytes()) : new Body.Stored(spool);
    }

    /** Discards the body. */
    void close() {
        closed = true;
        memory = NO_BYTES;
        Spool spool = disk;
        if (spool != null) {
            spool.close();
        }
    }
}
