package dev.understudy.journal;

import org.jspecify.annotations.Nullable;

/**
 * Copies of the last bodies, one behind the other in a piece of memory that is written round and round. Bodies of their
 * own would live just long enough to be moved by the collector, again and again: half of the time of the launcher's
 * server when no answer came twice.
 */
final class BodyRing {
    private static final int PIECE = 1 << 18;

    private final long size;
    /** Pieces of this ring, each made when it is first reached. */
    private final byte[][] pieces;
    /** How many bytes have been written, all in all. */
    private long end;

    /** @param size in bytes; 0 keeps nothing */
    BodyRing(long size) {
        this.size = size;
        this.pieces = new byte[(int) ((size + PIECE - 1) / PIECE)][];
    }

    /** A copy of this many of the first bytes, or of as many as the ring has room for. */
    Copy copy(byte[] bytes, int most) {
        int length = (int) Math.min(size, Math.min(most, bytes.length));
        return new Copy(write(bytes, length), length);
    }

    private synchronized long write(byte[] bytes, int length) {
        long begin = end;
        for (int done = 0; done < length; ) {
            int piece = (int) (end % size / PIECE);
            int at = (int) (end % size % PIECE);
            if (pieces[piece] == null) {
                pieces[piece] = new byte[(int) Math.min(PIECE, size - (long) piece * PIECE)];
            }
            int some = Math.min(length - done, pieces[piece].length - at);
            System.arraycopy(bytes, done, pieces[piece], at, some);
            done += some;
            end += some;
        }
        return begin;
    }

    private synchronized byte @Nullable [] read(long begin, int length) {
        if (length > 0 && begin < end - size) {
            return null;
        }
        byte[] bytes = new byte[length];
        for (int done = 0; done < length; ) {
            long place = (begin + done) % size;
            byte[] piece = pieces[(int) (place / PIECE)];
            int at = (int) (place % PIECE);
            int some = Math.min(length - done, piece.length - at);
            System.arraycopy(piece, at, bytes, done, some);
            done += some;
        }
        return bytes;
    }

    private synchronized boolean isKept(long begin) {
        return begin >= end - size;
    }

    /** A copy, until it is overwritten. */
    final class Copy {
        private final long begin;
        private final int length;

        private Copy(long begin, int length) {
            this.begin = begin;
            this.length = length;
        }

        /** How many bytes it has; 0 if they were overwritten. */
        int length() {
            return isKept(begin) ? length : 0;
        }

        /** The bytes; null if they were overwritten. */
        byte @Nullable [] bytes() {
            return read(begin, length);
        }
    }
}
