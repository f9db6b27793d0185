package dev.understudy.api.text;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Percent-encoding (RFC 3986 section 2.1). Decoding is strict: every escape must have two hexadecimal digits, and the
 * result must be UTF-8 without NUL, which ends a text for many programs.
 */
public final class Percent {
    private Percent() {}

    /** The decoded text; empty if it is malformed. In a query, a plus means a space, as in HTML forms. */
    public static Optional<String> decode(String raw, boolean plusIsBlank) {
        if (isPlain(raw, plusIsBlank)) {
            return Optional.of(raw);
        }
        var bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c > 127) {
                // A URI contains no unencoded characters of this kind (RFC 3986 section 2), so the original bytes are
                // unknown.
                return Optional.empty();
            } else if (c == '%') {
                int octet = i + 2 < raw.length() ? octet(raw.charAt(i + 1), raw.charAt(i + 2)) : -1;
                if (octet <= 0) {
                    return Optional.empty();
                }
                bytes.write(octet);
                i += 2;
            } else {
                bytes.write(c == '+' && plusIsBlank ? ' ' : c);
            }
        }
        return utf8(bytes.toByteArray());
    }

    /** Whether the text contains no escapes; most texts do not. */
    private static boolean isPlain(String raw, boolean plusIsBlank) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c > 127 || c == '%' || c == '+' && plusIsBlank) {
                return false;
            }
        }
        return true;
    }

    /** Encodes a text as one part of a path or query; spaces become {@code %20}, not a plus. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static int octet(char high, char low) {
        return hex(high) < 0 || hex(low) < 0 ? -1 : hex(high) * 16 + hex(low);
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static int hex(char c) {
        // Character.digit also accepts digits of other scripts.
        return c < 128 ? Character.digit(c, 16) : -1;
    }
}
