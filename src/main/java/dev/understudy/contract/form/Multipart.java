package dev.understudy.contract.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.api.Shown;
import dev.understudy.contract.text.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes a multipart body apart (RFC 2046 section 5.1). */
final class Multipart {
    private static final int LONGEST_BOUNDARY = 70;

    private final byte[] body;
    private final String boundary;
    private final byte[] delimiter;

    private Multipart(byte[] body, String boundary) {
        this.body = body;
        this.boundary = boundary;
        this.delimiter = ("\r\n--" + boundary).getBytes(UTF_8);
    }

    /** The parts, in their order. */
    static List<FormPart> parts(MediaType type, byte[] body) throws MalformedForm {
        String boundary = type.parameters().getOrDefault("boundary", "");
        if (boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
            throw new MalformedForm(
                    "have a boundary of 1 to 70 characters in its Content-Type, as in " + type.type() + "; boundary=x",
                    boundary.isEmpty() ? "without one" : "with one of " + boundary.length());
        }
        return new Multipart(body, boundary).parts();
    }

    private List<FormPart> parts() throws MalformedForm {
        var parts = new ArrayList<FormPart>();
        int end = first();
        while (!isLast(end)) {
            int head = lineEnd(end, parts.size());
            PartHead read = PartHead.read(body, head, parts.size() + 1);
            int next = delimiter(read.end());
            if (next < 0) {
                throw cut("in part " + (parts.size() + 1));
            }
            parts.add(new FormPart(
                    read.name(), read.fileName(), read.headers(), body, read.end(), Math.max(next, read.end())));
            end = next + delimiter.length;
        }
        return parts;
    }

    /** Where the first delimiter ends. */
    private int first() throws MalformedForm {
        // At the beginning of the body it stands without the line break.
        int length = delimiter.length - 2;
        boolean first = body.length >= length
                && Arrays.equals(body, 0, length, delimiter, 2, delimiter.length)
                && isWhole(length);
        int at = first ? -2 : delimiter(0);
        if (at == -1) {
            String line = new String(body, 0, Math.min(body.length, 100), StandardCharsets.ISO_8859_1);
            boolean lineFeeds = line.startsWith("--" + boundary + "\n");
            throw new MalformedForm(
                    "have lines that begin with --" + boundary + ", as its Content-Type says, and end with CR LF",
                    lineFeeds
                            ? "with LF alone"
                            : Shown.text(line.lines().findFirst().orElse("")));
        }
        return at + delimiter.length;
    }

    private boolean isLast(int end) {
        return end + 1 < body.length && body[end] == '-' && body[end + 1] == '-';
    }

    /** The place after the end of the line that is a delimiter: blanks may stand there. */
    private int lineEnd(int end, int before) throws MalformedForm {
        int at = blanks(end);
        if (at + 1 >= body.length) {
            throw cut(before == 0 ? "before the first part" : "after part " + before);
        }
        return at + 2;
    }

    private int blanks(int at) {
        int end = at;
        while (end < body.length && (body[end] == ' ' || body[end] == '\t')) {
            end++;
        }
        return end;
    }

    private MalformedForm cut(String where) {
        return new MalformedForm("end with --" + boundary + "--", "cut short " + where);
    }

    /** Where the next delimiter begins; -1 if there is none. */
    private int delimiter(int from) {
        // The line break before it may be the one that ends the head of the part.
        for (int at = Math.max(0, from - 2); at <= body.length - delimiter.length; at++) {
            if (body[at] == '\r'
                    && Arrays.equals(body, at, at + delimiter.length, delimiter, 0, delimiter.length)
                    && isWhole(at + delimiter.length)) {
                return at;
            }
        }
        return -1;
    }

    /** Whether a delimiter ends there, and not only the beginning of a longer one. */
    private boolean isWhole(int end) {
        int at = blanks(end);
        return isLast(end) || at == body.length || body[at] == '\r' && at + 1 < body.length && body[at + 1] == '\n';
    }
}
