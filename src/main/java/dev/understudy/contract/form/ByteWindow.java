package dev.understudy.contract.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.api.bytes.Bytes;

/** Bytes that are read once from the first to the last, a few in memory at a time. */
final class ByteWindow {
    private static final int SIZE = 64 << 10;

    /** So much stays in sight of what was passed. */
    private static final int BEHIND = 256;

    private final Bytes bytes;
    private final byte[] seen;
    private long start;
    private int count;

    ByteWindow(Bytes bytes) {
        this.bytes = bytes;
        this.seen = new byte[(int) Math.min(SIZE, bytes.length())];
    }

    long length() {
        return bytes.length();
    }

    /** The bytes from one place up to another, wherever they are. */
    Bytes slice(long from, long to) {
        return bytes.slice(from, to);
    }

    /** The byte at a place, which must be there. */
    byte at(long place) {
        if (place < start || place >= start + count) {
            look(place);
        }
        return seen[(int) (place - start)];
    }

    /** Whether this byte is there. */
    boolean is(long place, char wanted) {
        return place < length() && at(place) == wanted;
    }

    /** Whether these bytes are there, without the first few. */
    boolean are(long place, byte[] wanted, int without) {
        if (place + wanted.length - without > length()) {
            return false;
        }
        for (int i = without; i < wanted.length; i++) {
            if (at(place + i - without) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** The first place from there on that has this byte; the length if none has. */
    long next(char wanted, long from) {
        for (long place = from; place < length(); place = start + count) {
            at(place);
            for (int i = (int) (place - start); i < count; i++) {
                if (seen[i] == wanted) {
                    return start + i;
                }
            }
        }
        return length();
    }

    /** As UTF-8. */
    String text(long from, long to) {
        return new String(slice(from, to).whole(), UTF_8);
    }

    private void look(long place) {
        start = Math.max(0, Math.min(place - BEHIND, length() - seen.length));
        count = (int) Math.min(seen.length, length() - start);
        bytes.copy(start, seen, count);
    }
}
