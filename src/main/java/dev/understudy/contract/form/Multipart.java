package dev.understudy.contract.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.api.MessageText;
import dev.understudy.api.bytes.Bytes;
import dev.understudy.contract.text.MediaType;
import java.util.ArrayList;
import java.util.List;

/** Takes a multipart body apart (RFC 2046 section 5.1). */
final class Multipart {
    private static final int LONGEST_BOUNDARY = 70;

    private final ByteWindow body;
    private final String boundary;
    private final byte[] delimiter;

    private Multipart(ByteWindow body, String boundary) {
        this.body = body;
        this.boundary = boundary;
        this.delimiter = ("\r\n--" + boundary).getBytes(UTF_8);
    }

    /** The parts, in their order. */
    static List<FormPart> parts(MediaType type, Bytes body) throws MalformedForm {
        String boundary = type.parameters().getOrDefault("boundary", "");
        if (boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
            throw new MalformedForm(
                    "have a boundary of 1 to 70 characters in its Content-Type, as in " + type.type() + "; boundary=x",
                    boundary.isEmpty() ? "without one" : "with one of " + boundary.length());
        }
        return new Multipart(new ByteWindow(body), boundary).parts();
    }

    private List<FormPart> parts() throws MalformedForm {
        var parts = new ArrayList<FormPart>();
        long end = first();
        while (!isLast(end)) {
            long head = lineEnd(end, parts.size());
            PartHead read = PartHead.read(body, head, parts.size() + 1);
            long next = delimiter(read.end());
            if (next < 0) {
                throw cut("in part " + (parts.size() + 1));
            }
            Bytes content = body.slice(read.end(), Math.max(next, read.end()));
            parts.add(new FormPart(read.name(), read.fileName(), read.headers(), content));
            end = next + delimiter.length;
        }
        return parts;
    }

    /** Where the first delimiter ends. */
    private long first() throws MalformedForm {
        // At the beginning of the body it stands without the line break.
        boolean first = body.are(0, delimiter, 2) && isWhole(delimiter.length - 2);
        long at = first ? -2 : delimiter(0);
        if (at == -1) {
            String line = new String(body.slice(0, Math.min(body.length(), 100)).whole(), ISO_8859_1);
            boolean lineFeeds = line.startsWith("--" + boundary + "\n");
            throw new MalformedForm(
                    "have lines that begin with --" + boundary + ", as its Content-Type says, and end with CR LF",
                    lineFeeds
                            ? "with LF alone"
                            : MessageText.text(line.lines().findFirst().orElse("")));
        }
        return at + delimiter.length;
    }

    private boolean isLast(long end) {
        return body.is(end, '-') && body.is(end + 1, '-');
    }

    /** The place after the end of the line that is a delimiter: blanks may stand there. */
    private long lineEnd(long end, int before) throws MalformedForm {
        long at = blanks(end);
        if (at + 1 >= body.length()) {
            throw cut(before == 0 ? "before the first part" : "after part " + before);
        }
        return at + 2;
    }

    private long blanks(long at) {
        long end = at;
        while (body.is(end, ' ') || body.is(end, '\t')) {
            end++;
        }
        return end;
    }

    private MalformedForm cut(String where) {
        return new MalformedForm("end with --" + boundary + "--", "cut short " + where);
    }

    /** Where the next delimiter begins; -1 if there is none. */
    private long delimiter(long from) {
        // The line break before it may be the one that ends the head of the part.
        long at = body.next('\r', Math.max(0, from - 2));
        while (at < body.length()) {
            if (body.are(at, delimiter, 0) && isWhole(at + delimiter.length)) {
                return at;
            }
            at = body.next('\r', at + 1);
        }
        return -1;
    }

    /** Whether a delimiter ends there, and not only the beginning of a longer one. */
    private boolean isWhole(long end) {
        long at = blanks(end);
        return isLast(end) || at == body.length() || body.is(at, '\r') && body.is(at + 1, '\n');
    }
}
