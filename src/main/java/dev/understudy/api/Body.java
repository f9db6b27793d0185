package dev.understudy.api;

import dev.understudy.api.bytes.Bytes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.function.Supplier;

/** The content of a request or of an answer, in one of the ways in which it may be had. */
public sealed interface Body {
    /** No content. */
    Whole NONE = new Whole(new byte[0]);

    /** All bytes in memory; nobody changes them. */
    record Whole(byte[] bytes) implements Body {}

    /** The bytes of a request that are too many for the memory; they are there until the call is answered. */
    record Stored(Bytes content) implements Body {}

    /**
     * Bytes in a file, which stays as it is for as long as the body is used.
     *
     * @param length how many bytes it has
     */
    record File(Path path, long length) implements Body {}

    /**
     * Bytes that are made piece by piece, as fast as they are taken.
     *
     * @param pieces gives the pieces from the first on, each time that it is asked
     * @param every the time from one piece to the next; zero for none
     */
    record Items(Supplier<Iterator<byte[]>> pieces, Duration every) implements Body {
        /** As fast as they are taken. */
        public Items(Supplier<Iterator<byte[]>> pieces) {
            this(pieces, Duration.ZERO);
        }
    }

    /**
     * More bytes than are read.
     *
     * @param most how many would have been
     */
    record TooLarge(long most) implements Body {}

    /**
     * Bytes that are not what their content coding says.
     *
     * @param got what they are instead; completes "was …"
     */
    record Undecodable(String got) implements Body {}

    /** What came with a request that was admitted, and is not kept any more. */
    record Forgotten() implements Body {}

    /** These bytes. */
    static Whole of(byte[] bytes) {
        return bytes.length == 0 ? NONE : new Whole(bytes);
    }

    /** Whether there is no content. */
    default boolean isEmpty() {
        return this instanceof Whole whole && whole.bytes().length == 0;
    }

    /** How many bytes of a request there are; none where they are not there to be read. */
    default long length() {
        return this instanceof Stored stored ? stored.content().length() : bytes().length;
    }

    /** What came with a request, in memory or not; nothing where it is not there to be read. */
    default Bytes received() {
        return this instanceof Stored stored ? stored.content() : Bytes.of(bytes());
    }

    /** The bytes of a body that is whole; none of any other. */
    default byte[] bytes() {
        return this instanceof Whole whole ? whole.bytes() : NONE.bytes();
    }
}
