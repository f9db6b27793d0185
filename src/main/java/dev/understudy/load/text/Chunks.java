package dev.understudy.load.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Cuts a text into pieces of whole lines, about as large as is good to hand to another core. */
final class Chunks {
    private static final int SIZE = 1 << 17;

    private final InputStream in;
    private final Queue<byte[]> free = new ConcurrentLinkedQueue<>();
    private byte[] buffer = new byte[SIZE];
    private int filled;

    Chunks(InputStream in) {
        this.in = in;
    }

    /** The next lines, of which there is at least one; null at the end. */
    @Nullable
    Chunk next() throws IOException {
        while (true) {
            if (filled == buffer.length) {
                // A line that is larger.
                buffer = Arrays.copyOf(buffer, 2 * filled);
            }
            int wanted = Math.min(SIZE, buffer.length - filled);
            int read = in.readNBytes(buffer, filled, wanted);
            filled += read;
            int cut = read < wanted ? filled : behindLastLine(filled - read);
            if (cut > 0) {
                return take(cut);
            }
            if (read < wanted) {
                return null;
            }
        }
    }

    /**
     * Says that nobody looks at these lines any more, on any thread. Their place is taken by others: a large file would
     * else leave all that it has as garbage.
     */
    void giveBack(Chunk chunk) {
        if (chunk.bytes().length == SIZE) {
            free.add(chunk.bytes());
        }
    }

    private Chunk take(int cut) {
        var lines = new Chunk(buffer, 0, cut);
        byte[] other = free.poll();
        // What is left of the last line was read at once, so it fits.
        buffer = other == null ? new byte[SIZE] : other;
        filled -= cut;
        System.arraycopy(lines.bytes(), cut, buffer, 0, filled);
        return lines;
    }

    /** Zero if none ends behind this place. */
    private int behindLastLine(int from) {
        for (int end = filled; end > from; end--) {
            if (buffer[end - 1] == '\n') {
                return end;
            }
        }
        return 0;
    }
}
