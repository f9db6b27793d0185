package dev.understudy.http.body;

import dev.understudy.api.Body;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Decodes gzip (RFC 1952) as it arrives, up to a limit. It accepts a single member with nothing after it. It must be
 * closed, as its memory is outside the heap.
 */
final class Gunzip implements AutoCloseable {
    private static final int TRAILER = 8;

    private final int most;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 sum = new CRC32();
    private final BodyBuffer inflated;
    private final byte[] piece = new byte[8192];
    /** The bytes of the header, and later of the trailer, that have arrived. */
    private byte[] frame = {};

    private boolean inData;
    private boolean tooLarge;
    private @Nullable String flaw;

    /**
     * @param most the maximum number of inflated bytes
     * @param inflated receives the inflated bytes
     */
    Gunzip(int most, BodyBuffer inflated) {
        this.most = most;
        this.inflated = inflated;
    }

    /** Adds bytes; false if any further bytes are irrelevant. */
    boolean add(byte[] bytes) {
        if (isDecided()) {
            return false;
        }
        if (inData) {
            inflate(bytes, 0);
        } else if (inflater.finished()) {
            trailer(bytes, 0);
        } else {
            header(bytes);
        }
        return !isDecided();
    }

    /** The inflated bytes, or the error; call this when all bytes have arrived, or the rest are irrelevant. */
    Body body() {
        if (tooLarge) {
            return new Body.TooLarge(most);
        }
        if (flaw == null && (!inflater.finished() || frame.length < TRAILER)) {
            flaw = "cut off";
        }
        if (flaw == null && (number(0) != sum.getValue() || number(4) != inflater.getBytesWritten())) {
            flaw = "damaged: its checksum is that of other bytes";
        }
        return flaw == null ? inflated.body() : new Body.Undecodable(flaw);
    }

    @Override
    public void close() {
        inflater.end();
    }

    private boolean isDecided() {
        return tooLarge || flaw != null;
    }

    private void header(byte[] bytes) {
        frame = joined(frame, bytes, 0);
        int data = GzipHeader.end(frame);
        if (GzipHeader.isOther(frame) || (data >= 0 && GzipHeader.isDamaged(frame, data))) {
            flaw = "not gzip";
        } else if (data >= 0) {
            byte[] all = frame;
            frame = new byte[0];
            inData = true;
            inflate(all, data);
        } else if (frame.length > GzipHeader.MOST) {
            flaw = "gzip with a header of more than " + GzipHeader.MOST + " bytes";
        }
    }

    private void inflate(byte[] bytes, int from) {
        inflater.setInput(bytes, from, bytes.length - from);
        try {
            for (int count = inflater.inflate(piece); count > 0; count = inflater.inflate(piece)) {
                if (inflater.getBytesWritten() > most) {
                    tooLarge = true;
                    return;
                }
                sum.update(piece, 0, count);
                inflated.add(piece, count);
            }
        } catch (DataFormatException e) {
            flaw = "broken after " + inflater.getBytesWritten() + " inflated bytes";
            return;
        }
        if (inflater.finished()) {
            inData = false;
            trailer(bytes, bytes.length - inflater.getRemaining());
        }
    }

    private void trailer(byte[] bytes, int from) {
        frame = joined(frame, bytes, from);
        if (frame.length > TRAILER) {
            flaw = "followed by other bytes";
        }
    }

    private static byte[] joined(byte[] some, byte[] more, int from) {
        byte[] all = Arrays.copyOf(some, some.length + more.length - from);
        System.arraycopy(more, from, all, some.length, more.length - from);
        return all;
    }

    /** Four bytes of the trailer as a number, lowest byte first. */
    private long number(int at) {
        long number = 0;
        for (int i = 3; i >= 0; i--) {
            number = number << 8 | (frame[at + i] & 0xFF);
        }
        return number;
    }
}
