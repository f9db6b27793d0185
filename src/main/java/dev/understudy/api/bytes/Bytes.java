package dev.understudy.api.bytes;

import java.io.InputStream;
import java.util.Arrays;

/**
 * Bytes in memory or on disk. They do not change until the call they belong to has ended; to keep them longer, copy
 * them. The methods throw {@link java.io.UncheckedIOException} if the disk cannot be read.
 */
public interface Bytes {
    /** The number of bytes. */
    long length();

    /**
     * Copies bytes to the start of an array.
     *
     * @param from the index of the first byte to copy
     * @param count how many bytes to copy; at most the number that follow {@code from}
     */
    void copy(long from, byte[] into, int count);

    /** All bytes; nobody changes the array. */
    default byte[] whole() {
        byte[] all = new byte[Math.toIntExact(length())];
        copy(0, all, all.length);
        return all;
    }

    /** The bytes between two indexes; the second is exclusive. */
    default Bytes slice(long from, long to) {
        return new Slice(this, from, to - from);
    }

    /** A stream of all bytes; it need not be closed. */
    default InputStream open() {
        return new ByteStream(this);
    }

    /** These bytes, in memory. */
    static Bytes of(byte[] bytes) {
        return new InMemory(bytes);
    }

    /** Bytes in memory. */
    record InMemory(byte[] bytes) implements Bytes {
        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public void copy(long from, byte[] into, int count) {
            System.arraycopy(bytes, Math.toIntExact(from), into, 0, count);
        }

        @Override
        public byte[] whole() {
            return bytes;
        }

        @Override
        public Bytes slice(long from, long to) {
            return new InMemory(Arrays.copyOfRange(bytes, Math.toIntExact(from), Math.toIntExact(to)));
        }
    }

    /** A section of other bytes. */
    record Slice(Bytes of, long start, long length) implements Bytes {
        @Override
        public void copy(long from, byte[] into, int count) {
            of.copy(start + from, into, count);
        }
    }
}
