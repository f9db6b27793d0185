package dev.understudy.api;

import dev.understudy.api.bytes.Bytes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.function.Supplier;

/** The content of a request or response, in one of several forms. */
public sealed interface Body {
    /** No content. */
    Whole NONE = new Whole(new byte[0]);

    /** All bytes in memory; nobody changes them. */
    record Whole(byte[] bytes) implements Body {}

    /** The bytes of a request that is too large for memory; they are available until the call has been answered. */
    record Stored(Bytes content) implements Body {}

    /**
     * Bytes in a file, which must not change while the body is in use.
     *
     * @param length the file's size in bytes
     */
    record File(Path path, long length) implements Body {}

    /**
     * Bytes that are generated piece by piece, as fast as they are read.
     *
     * @param pieces supplies the pieces from the start, each time it is called
     * @param every the time between two pieces; zero for no pause
     */
    record Items(Supplier<Iterator<byte[]>> pieces, Duration every) implements Body {
        /** Pieces without pauses between them. */
        public Items(Supplier<Iterator<byte[]>> pieces) {
            this(pieces, Duration.ZERO);
        }
    }

    /**
     * A body that exceeds the limit and was not read.
     *
     * @param most the limit in bytes
     */
    record TooLarge(long most) implements Body {}

    /**
     * Bytes that cannot be decoded with their content coding.
     *
     * @param got what they are instead; completes "was …"
     */
    record Undecodable(String got) implements Body {}

    /** The body of an admitted request that is no longer kept. */
    record Forgotten() implements Body {}

    /** A body with these bytes, in memory. */
    static Whole of(byte[] bytes) {
        return bytes.length == 0 ? NONE : new Whole(bytes);
    }

    /** Whether the body has no content. */
    default boolean isEmpty() {
        return this instanceof Whole whole && whole.bytes().length == 0;
    }

    /** The number of bytes of a request body; 0 if they cannot be read. */
    default long length() {
        return this instanceof Stored stored ? stored.content().length() : bytes().length;
    }

    /** The bytes of a request body, in memory or not; none if they cannot be read. */
    default Bytes received() {
        return this instanceof Stored stored ? stored.content() : Bytes.of(bytes());
    }

    /** The bytes of a body that is in memory; none for any other body. */
    default byte[] bytes() {
        return this instanceof Whole whole ? whole.bytes() : NONE.bytes();
    }
}
