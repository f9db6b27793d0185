package dev.understudy.http.sending;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The first bytes of these pieces. */
final class Truncated implements Iterator<byte[]> {
    private final Iterator<byte[]> pieces;
    private long left;

    /** @param length the maximum number of bytes */
    Truncated(Iterator<byte[]> pieces, long length) {
        this.pieces = pieces;
        this.left = length;
    }

    @Override
    public boolean hasNext() {
        return left > 0 && pieces.hasNext();
    }

    @Override
    public byte[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        byte[] piece = pieces.next();
        byte[] kept = piece.length <= left ? piece : Arrays.copyOf(piece, (int) left);
        left -= kept.length;
        return kept;
    }
}
