package dev.understudy.mocks.anyspec;

import dev.understudy.generate.values.SampleFiles;
import java.nio.ByteBuffer;

/** Content that is neither JSON nor text: the smallest valid file of its type, if it is known. */
final class SampleBytes {
    private SampleBytes() {}

    /** A file of this type; 32 bytes from the seed if the type is unknown. */
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
