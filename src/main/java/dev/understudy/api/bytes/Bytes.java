package dev.understudy.api.bytes;

import java.io.InputStream;
import java.util.Arrays;

/**
 * Bytes in memory or on the disk. They stay as they are for as long as the call lasts that they belong to; whoever
 * keeps them longer copies them. Where a disk cannot be read, its methods throw {@link java.io.UncheckedIOException}.
 */
public interface Bytes {
    /** How many there are. */
    long length();

    /**
     * Copies bytes to the beginning of an array.
     *
     * @param from the place of the first one
     * @param count how many; no more than there are from that place on
     */
    void copy(long from, byte[] into, int count);

    /** All of them; nobody changes the array. */
    default byte[] whole() {
        byte[] all = new byte[Math.toIntExact(length())];
        copy(0, all, all.length);
        return all;
    }

    /** Those from one place up to another. */
    default Bytes slice(long from, long to) {
        return new Slice(this, from, to - from);
    }

    /** All of them, from the first to the last; the stream need not be closed. */
    default InputStream open() {
        return new ByteStream(this);
    }

    /** These, in memory. */
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

    /** Some of other bytes. */
    record Slice(Bytes of, long start, long length) implements Bytes {
        @Override
        public void copy(long from, byte[] into, int count) {
            of.copy(start + from, into, count);
        }
    }
}
