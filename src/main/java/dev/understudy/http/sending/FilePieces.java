package dev.understudy.http.sending;

import dev.understudy.api.Body;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The bytes of a file in pieces. The file is open only while a piece is read, so there is nothing to close. */
final class FilePieces implements Iterator<byte[]> {
    private static final int PIECE = 64 << 10;

    private final Body.File file;
    private long position;

    FilePieces(Body.File file) {
        this.file = file;
    }

    @Override
    public boolean hasNext() {
        return position < file.length();
    }

    @Override
    public byte[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, file.length() - position));
        try (FileChannel channel = FileChannel.open(file.path())) {
            int read = channel.read(piece, position);
            if (read < 0) {
                throw new IOException(file.path().getFileName() + " is shorter than it was");
            }
            position += read;
            return Arrays.copyOf(piece.array(), read);
        } catch (IOException e) {
            throw new UncheckedIOException("A file that is an answer cannot be read", e);
        }
    }
}
