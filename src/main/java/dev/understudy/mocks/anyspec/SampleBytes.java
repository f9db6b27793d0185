package dev.understudy.mocks.anyspec;

import dev.understudy.generate.values.SampleFiles;
import java.nio.ByteBuffer;

/** Content that is neither JSON nor text: the smallest whole file of its type, where we know one. */
final class SampleBytes {
    private SampleBytes() {}

    /** A file of this type; 32 bytes of the seed where we know none. */
    static byte[] of(String type, long seed) {
        return SampleFiles.of(type).orElseGet(() -> {
            ByteBuffer bytes = ByteBuffer.allocate(4 * Long.BYTES);
            for (long part = seed; bytes.hasRemaining(); part = part * 0x5DEECE66DL + 11) {
                bytes.putLong(part);
            }
            return bytes.array();
        });
    }
}
