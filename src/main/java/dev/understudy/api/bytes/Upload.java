package dev.understudy.api.bytes;

import com.fasterxml.jackson.databind.node.BinaryNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * The binary value of a body or of a part of a body. Reading it as a stream does not load it into memory;
 * {@link #binaryValue} does. It can be read any number of times until the call has been answered.
 */
public final class Upload extends BinaryNode {
    private static final long serialVersionUID = 1;

    private final transient Bytes content;
    private final String mediaType;

    /** @param mediaType as the client sent it, such as {@code image/png}; empty if it sent none */
    public Upload(Bytes content, String mediaType) {
        // Jackson uses these bytes when a node is printed, as in a message.
        super(content instanceof Bytes.InMemory memory ? memory.bytes() : new byte[0]);
        this.content = content;
        this.mediaType = mediaType;
    }

    /** The media type that the client sent; empty if it sent none. */
    public String mediaType() {
        return mediaType;
    }

    /** The length in bytes. */
    public long length() {
        return content.length();
    }

    /** A stream of the bytes. */
    public InputStream open() {
        return content.open();
    }

    /** The bytes, in memory or on disk. */
    public Bytes content() {
        return content;
    }

    @Override
    public byte[] binaryValue() {
        return content.whole();
    }

    @Override
    public String asText() {
        return new BinaryNode(binaryValue()).asText();
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || other instanceof Upload upload && same(content, upload.content)
                || other != null && other.getClass() == BinaryNode.class && other.equals(new BinaryNode(binaryValue()));
    }

    @Override
    public int hashCode() {
        byte[] first = new byte[(int) Math.min(64, length())];
        content.copy(0, first, first.length);
        return 31 * Long.hashCode(length()) + Arrays.hashCode(first);
    }

    /** Whether the bytes are equal. */
    static boolean same(Bytes some, Bytes others) {
        if (some.length() != others.length()) {
            return false;
        }
        try (InputStream left = some.open();
                InputStream right = others.open()) {
            byte[] piece = left.readNBytes(8192);
            while (piece.length > 0 && Arrays.equals(piece, right.readNBytes(8192))) {
                piece = left.readNBytes(8192);
            }
            return piece.length == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
