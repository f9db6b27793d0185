package dev.understudy.api.bytes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Base64;

/**
 * A text node whose text is made from bytes, with one character per byte or as base64. The text is built only when it
 * is asked for; its length is known beforehand.
 */
public final class ByteText extends TextNode {
    private static final long serialVersionUID = 1;

    private final transient Bytes bytes;
    private final boolean encoded;
    private final boolean base64;

    private ByteText(Bytes bytes, boolean encoded, boolean base64) {
        // Jackson uses this text when a node is printed, as in a message.
        super("(a long text)");
        this.bytes = bytes;
        this.encoded = encoded;
        this.base64 = base64;
    }

    /** A text with one character for each byte. */
    public static ByteText of(Bytes bytes) {
        return new ByteText(bytes, false, false);
    }

    /** The bytes encoded as base64 (RFC 4648 section 4). */
    public static ByteText base64(Bytes bytes) {
        return new ByteText(bytes, true, true);
    }

    /** A text with one character for each byte that is already known to be base64. */
    public static ByteText ofBase64(Bytes bytes) {
        return new ByteText(bytes, false, true);
    }

    /** The length in characters. */
    public long length() {
        return encoded ? (bytes.length() + 2) / 3 * 4 : bytes.length();
    }

    /** Whether the text is known to be base64. */
    public boolean isBase64() {
        return base64;
    }

    /** The bytes that the text is made from. */
    public Bytes bytes() {
        return bytes;
    }

    @Override
    public String textValue() {
        return encoded ? Base64.getEncoder().encodeToString(bytes.whole()) : new String(bytes.whole(), ISO_8859_1);
    }

    @Override
    public String asText() {
        return textValue();
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || other instanceof ByteText text && encoded == text.encoded && Upload.same(bytes, text.bytes);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(length());
    }
}
