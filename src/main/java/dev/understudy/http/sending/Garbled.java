package dev.understudy.http.sending;

import java.util.Iterator;
import java.util.Random;

/** Pieces in which at least one byte in a hundred, and at least one per piece, is changed. */
final class Garbled implements Iterator<byte[]> {
    private static final int EVERY = 100;

    private final Iterator<byte[]> pieces;
    private final Random random;

    /** @param seed determines which bytes change, and how */
    Garbled(Iterator<byte[]> pieces, long seed) {
        this.pieces = pieces;
        this.random = new Random(seed);
    }

    @Override
    public boolean hasNext() {
        return pieces.hasNext();
    }

    @Override
    public byte[] next() {
        byte[] piece = pieces.next().clone();
        for (int from = 0; from < piece.length; from += EVERY) {
            int at = from + random.nextInt(Math.min(EVERY, piece.length - from));
            piece[at] ^= (byte) (1 + random.nextInt(255));
        }
        return piece;
    }
}
