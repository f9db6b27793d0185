package dev.understudy.http.body;

import java.util.zip.CRC32;

/** Parses the header of gzipped data, which may have any length up to a limit (RFC 1952 section 2.3). */
final class GzipHeader {
    /** In bytes; no known client writes more, although a file name in the header may have any length. */
    static final int MOST = 8192;

    private static final int FIXED = 10;
    private static final int CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private GzipHeader() {}

    /** Whether these bytes, as far as they go, cannot be the start of a gzip header. */
    static boolean isOther(byte[] bytes) {
        return differs(bytes, 0, 0x1F)
                || differs(bytes, 1, 0x8B)
                || differs(bytes, 2, 8)
                || (bytes.length > 3 && (bytes[3] & RESERVED) != 0);
    }

    /** The index at which the data starts; negative if that is not known yet. */
    static int end(byte[] bytes) {
        if (bytes.length < FIXED) {
            return -1;
        }
        int flags = bytes[3];
        int at = FIXED;
        if ((flags & EXTRA) != 0) {
            if (bytes.length < at + 2) {
                return -1;
            }
            at += 2 + (bytes[at] & 0xFF) + ((bytes[at + 1] & 0xFF) << 8);
        }
        for (int text : new int[] {NAME, COMMENT}) {
            if ((flags & text) != 0) {
                at = behindZero(bytes, at);
            }
        }
        if ((flags & CHECKSUM) != 0) {
            at += 2;
        }
        return at <= bytes.length ? at : -1;
    }

    /** Whether the header that ends at this index has a checksum that does not match. */
    static boolean isDamaged(byte[] bytes, int end) {
        if ((bytes[3] & CHECKSUM) == 0) {
            return false;
        }
        var sum = new CRC32();
        sum.update(bytes, 0, end - 2);
        int written = (bytes[end - 2] & 0xFF) | (bytes[end - 1] & 0xFF) << 8;
        return written != (sum.getValue() & 0xFFFF);
    }

    /** The index after the zero-terminated text that starts at this index; past all bytes if it has not ended. */
    private static int behindZero(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != 0) {
            at++;
        }
        return at + 1;
    }

    private static boolean differs(byte[] bytes, int at, int expected) {
        return bytes.length > at && (bytes[at] & 0xFF) != expected;
    }
}
