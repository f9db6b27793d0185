package dev.understudy.http.sending;

import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Pieces split into slices, so that about ten slices a second keep the rate; a slice has at least one byte. */
final class Throttled implements Iterator<byte[]> {
    private static final int SLICES = 10;
    /** In bytes. */
    private static final int LARGEST = 64 << 10;

    private final Iterator<byte[]> pieces;
    private final Duration every;
    private final long rate;
    private byte[] piece = {};
    private int at;
    private int slice;

    /**
     * Splits these pieces.
     *
     * @param every the time between two pieces, in addition to the time for their bytes
     * @param rate in bytes per second
     */
    Throttled(Iterator<byte[]> pieces, Duration every, long rate) {
        this.pieces = pieces;
        this.every = every;
        this.rate = rate;
    }

    @Override
    public boolean hasNext() {
        return at < piece.length || pieces.hasNext();
    }

    @Override
    public byte[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (at == piece.length) {
            piece = pieces.next();
            at = 0;
        }
        slice = (int) Math.min(piece.length - at, Math.max(1, Math.min(LARGEST, rate / SLICES)));
        at += slice;
        return Arrays.copyOfRange(piece, at - slice, at);
    }

    /** The pause between the last slice and the next. */
    Duration pause() {
        Duration time = Duration.ofNanos(slice * 1_000_000_000L / rate);
        return at == piece.length ? time.plus(every) : time;
    }
}
