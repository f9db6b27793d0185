package dev.understudy.contract;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-decoding (RFC 3986 section 2.1), strict: every escape has two digits, and all of them together are UTF-8. */
final class Percent {
    private Percent() {}

    /** The decoded text; empty if it is malformed. In queries a plus is a blank, as forms have it. */
    static Optional<String> decode(String raw, boolean plusIsBlank) {
        if (raw.indexOf('%') < 0) {
            return Optional.of(plusIsBlank ? raw.replace('+', ' ') : raw);
        }
        var bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                boolean whole = i + 2 < raw.length();
                int high = whole ? hex(raw.charAt(i + 1)) : -1;
                int low = whole ? hex(raw.charAt(i + 2)) : -1;
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                bytes.write(high * 16 + low);
                i += 2;
            } else if (c == '+' && plusIsBlank) {
                bytes.write(' ');
            } else {
                int end = raw.offsetByCodePoints(i, 1);
                bytes.writeBytes(raw.substring(i, end).getBytes(StandardCharsets.UTF_8));
                i = end - 1;
            }
        }
        return utf8(bytes.toByteArray());
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
        // Character.digit also takes digits of other scripts.
        return c < 128 ? Character.digit(c, 16) : -1;
    }
}
