package dev.understudy.api.bytes;

import com.fasterxml.jackson.databind.node.BinaryNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * The value of a body, or of a part of one, that is bytes. To read it takes no memory for the whole of it unless it is
 * asked for {@link #binaryValue}; it can be read as often as one likes, until its call is answered.
 */
public final class Upload extends BinaryNode {
    private static final long serialVersionUID = 1;

    private final transient Bytes content;
    private final String mediaType;

    /** @param mediaType as the client wrote it, such as {@code image/png}; empty if it wrote none */
    public Upload(Bytes content, String mediaType) {
        // Jackson writes these, as in a message that shows what it is in.
        super(content instanceof Bytes.InMemory memory ? memory.bytes() : new byte[0]);
        this.content = content;
        this.mediaType = mediaType;
    }

    /** The media type that the client wrote; empty if it wrote none. */
    public String mediaType() {
        return mediaType;
    }

    /** In bytes. */
    public long length() {
        return content.length();
    }

    /** Its bytes, from the first one on. */
    public InputStream open() {
        return content.open();
    }

    /** Its bytes. */
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

    /** Whether they are equal one by one. */
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
