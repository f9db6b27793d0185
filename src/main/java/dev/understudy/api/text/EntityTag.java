package dev.understudy.api.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import java.util.zip.GZIPOutputStream;

/** Computes entity tags of bytes, and compares them (RFC 9110 section 8.8.3). */
public final class EntityTag {
    /**
     * One element of a list of tags (RFC 9110 section 8.8.3), which may be empty (section 5.6.1), and its separator.
     */
    private static final Pattern ELEMENT =
            Pattern.compile("[ \\t]*+(?:(W/)?(\"[!#-~\\x80-\\x{10FFFF}]*+\")[ \\t]*+)?(?:,|$)");

    private EntityTag() {}

    /**
     * The tag of these bytes: two checksums with different polynomials, 64 bits that are cheap compared with sending
     * the bytes.
     */
    public static String of(byte[] body) {
        return '"' + hex(new CRC32C(), body) + hex(new CRC32(), body) + '"';
    }

    /** The tag of the same bytes in the content coding {@code gzip}, as the server sends them. */
    public static String ofGzipped(byte[] body) {
        return of(gzip(body));
    }

    /**
     * Whether the fields of a header such as {@code If-None-Match} contain the tag or are {@code *}; the comparison is
     * weak. Fields that are not a list of tags never match.
     */
    public static boolean matches(List<String> fields, String tag) {
        return matches(fields, tag, true);
    }

    /**
     * The same for a header such as {@code If-Match}, with a strong comparison (RFC 9110 section 13.1.1): a tag that is
     * marked as weak never matches.
     */
    public static boolean matchesStrongly(List<String> fields, String tag) {
        return matches(fields, tag, false);
    }

    private static boolean matches(List<String> fields, String tag, boolean weakly) {
        // Several fields form one list (RFC 9110 section 5.3).
        String all = String.join(",", fields).strip();
        if (all.equals("*")) {
            return true;
        }
        Matcher element = ELEMENT.matcher(all);
        boolean known = false;
        for (int at = 0; at < all.length(); at = element.end()) {
            if (!element.region(at, all.length()).lookingAt()) {
                return false;
            }
            known |= tag.equals(element.group(2)) && (weakly || element.group(1) == null);
        }
        return known;
    }

    /** Compresses bytes with gzip; equal bytes give equal results. */
    public static byte[] gzip(byte[] body) {
        var out = new ByteArrayOutputStream(body.length / 4);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return out.toByteArray();
    }

    private static String hex(Checksum sum, byte[] body) {
        sum.update(body, 0, body.length);
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
