package dev.understudy.load.text;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Whole lines of a text.
 *
 * @param bytes where they are, among others
 * @param from their first byte
 * @param end the place behind their last
 */
record Chunk(byte[] bytes, int from, int end) {
    int length() {
        return end - from;
    }

    /** Without so many bytes at its beginning. */
    Chunk behind(int count) {
        return new Chunk(bytes, from + count, end);
    }

    /** As text, with U+FFFD where it is no UTF-8. */
    String text() {
        return new String(bytes, from, length(), UTF_8);
    }
}
