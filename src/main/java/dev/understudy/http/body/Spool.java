package dev.understudy.http.body;

import dev.understudy.api.bytes.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Bytes in a temporary file in {@code java.io.tmpdir}. Where the system allows it, the file is deleted while it is
 * open, so that nothing remains however the server ends.
 */
final class Spool implements Bytes, AutoCloseable {
    /**
     * In bytes; for each thread, Java keeps a buffer outside the heap as large as the largest piece written or read.
     */
    private static final int PIECE = 64 << 10;

    private final FileChannel file;
    private long length;

    private Spool(FileChannel file) {
        this.file = file;
    }

    static Spool make() throws IOException {
        Path path = Files.createTempFile("understudy-", ".body");
        FileChannel file;
        try {
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
        try {
            Files.delete(path);
        } catch (IOException e) {
            // If the system does not allow that, the file is deleted when it is closed.
        }
        return new Spool(file);
    }

    /** Appends these bytes. */
    void write(byte[] bytes) throws IOException {
        for (int from = 0; from < bytes.length; from += PIECE) {
            ByteBuffer piece = ByteBuffer.wrap(bytes, from, Math.min(PIECE, bytes.length - from));
            while (piece.hasRemaining()) {
                length += file.write(piece, length);
            }
        }
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void copy(long from, byte[] into, int count) {
        try {
            for (int at = 0; at < count; ) {
                int read = file.read(ByteBuffer.wrap(into, at, Math.min(PIECE, count - at)), from + at);
                if (read < 0) {
                    throw new IOException("It is shorter than it was");
                }
                at += read;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The body of a request cannot be read from the disk", e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The body of a request cannot be removed from the disk", e);
        }
    }
}
