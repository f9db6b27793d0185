package dev.understudy.load.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.api.Position;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Reads text that must be UTF-8. Jackson's own reading of bytes lets overlong forms pass, so it only sees bytes that
 * were found sound here.
 */
final class Utf8 {
    static final String MARK = "\uFEFF";
    static final int MARK_BYTES = 3;

    /** What is put in the place of bytes that are no UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    static BufferedReader reader(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, decoder()), 1 << 16);
    }

    /** Steps over a byte order mark; whether there was one. */
    static boolean skipMark(BufferedReader in) throws IOException {
        in.mark(1);
        if (in.read() == MARK.charAt(0)) {
            return true;
        }
        in.reset();
        return false;
    }

    /** Whole characters as text. */
    static String text(Chunk lines) throws CharacterCodingException {
        String text = lines.text();
        // Few texts have this character of their own.
        return text.indexOf(REPLACEMENT) < 0
                ? text
                : decoder()
                        .decode(ByteBuffer.wrap(lines.bytes(), lines.from(), lines.length()))
                        .toString();
    }

    /** How many lines the text has, however they end. */
    static int lines(String text) {
        if (text.indexOf('\r') >= 0) {
            return (int) text.lines().count();
        }
        int lines = text.endsWith("\n") ? 0 : 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            lines++;
        }
        return lines;
    }

    /** Where the first bytes are that are no UTF-8. */
    static Finding firstBadByte(Source source) throws IOException {
        CharsetDecoder decoder = decoder();
        ByteBuffer bytes = ByteBuffer.allocate(1 << 13);
        CharBuffer text = CharBuffer.allocate(1 << 13);
        int line = 1;
        int column = 1;
        try (InputStream in = source.open()) {
            for (boolean end = false; !end; ) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = read < 0;
                bytes.position(bytes.position() + Math.max(0, read)).flip();
                CoderResult result = decoder.decode(bytes, text, end);
                for (char c : text.flip().toString().toCharArray()) {
                    column = c == '\n' ? 1 : column + (c == MARK.charAt(0) ? 0 : 1);
                    line += c == '\n' ? 1 : 0;
                }
                if (result.isError()) {
                    return bad(bytes.get(bytes.position()) & 0xFF, new Position(line, column));
                }
                bytes.compact();
                text.clear();
            }
        }
        // Somebody corrected the file since.
        return bad(0xFF, Position.START);
    }

    private static Finding bad(int value, Position place) {
        Finding finding = Finding.of(FileLocation.FILE, "encoding", "be UTF-8", "byte 0x%02X".formatted(value))
                .at(place);
        boolean utf16 = place.equals(Position.START) && value >= 0xFE;
        return utf16 ? finding.hint("it looks like UTF-16; save it as UTF-8") : finding;
    }

    private static CharsetDecoder decoder() {
        return UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
