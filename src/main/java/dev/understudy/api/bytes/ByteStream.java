package dev.understudy.api.bytes;

import java.io.InputStream;

/** A stream of bytes that reads in pieces of 64 KiB. */
final class ByteStream extends InputStream {
    private static final int PIECE = 64 << 10;

    private final Bytes bytes;
    private final byte[] piece;
    private long next;
    private int at;
    private int end;

    ByteStream(Bytes bytes) {
        this.bytes = bytes;
        this.piece = new byte[(int) Math.min(PIECE, bytes.length())];
    }

    @Override
    public int read() {
        return isOver() ? -1 : piece[at++] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) {
        if (most == 0) {
            return 0;
        } else if (isOver()) {
            return -1;
        }
        int count = Math.min(most, end - at);
        System.arraycopy(piece, at, into, from, count);
        at += count;
        return count;
    }

    private boolean isOver() {
        if (at == end && next < bytes.length()) {
            end = (int) Math.min(piece.length, bytes.length() - next);
            bytes.copy(next, piece, end);
            next += end;
            at = 0;
        }
        return at == end;
    }
}
