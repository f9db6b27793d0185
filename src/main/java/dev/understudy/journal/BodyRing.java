package dev.understudy.journal;

import java.util.Arrays;
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
    /** Copies that begin before were forgotten. */
    private long forgotten;

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
            int at = (int) (end % size);
            int piece = at / PIECE;
            if (pieces[piece] == null) {
                pieces[piece] = new byte[(int) Math.min(PIECE, size - (long) piece * PIECE)];
            }
            int some = Math.min(length - done, pieces[piece].length - at % PIECE);
            System.arraycopy(bytes, done, pieces[piece], at % PIECE, some);
            done += some;
            end += some;
        }
        return begin;
    }

    private synchronized byte @Nullable [] read(long begin, int length) {
        if (length > 0 && (begin < forgotten || begin < end - size)) {
            return null;
        }
        byte[] bytes = new byte[length];
        for (int done = 0; done < length; ) {
            int at = (int) ((begin + done) % size);
            byte[] piece = pieces[at / PIECE];
            int some = Math.min(length - done, piece.length - at % PIECE);
            System.arraycopy(piece, at % PIECE, bytes, done, some);
            done += some;
        }
        return bytes;
    }

    /** How many bytes are kept. */
    synchronized long bytes() {
        return Math.min(end - forgotten, size);
    }

    /** Forgets all copies, and gives their memory back. */
    synchronized void clear() {
        forgotten = end;
        Arrays.fill(pieces, null);
    }

    /** A copy, until it is overwritten. */
    final class Copy {
        private final long begin;
        private final int length;

        private Copy(long begin, int length) {
            this.begin = begin;
            this.length = length;
        }

        /** The bytes; null if they were overwritten. */
        byte @Nullable [] bytes() {
            return read(begin, length);
        }
    }
}
