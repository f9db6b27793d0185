package dev.understudy.contract.form;

import dev.understudy.api.Headers;
import dev.understudy.api.MessageText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The header fields of a part of a multipart body (RFC 7578 section 4).
 *
 * @param name of the field that it is; null if it says none
 * @param end where its content begins
 */
record PartHead(@Nullable String name, @Nullable String fileName, Headers headers, long end) {
    /** In bytes, all fields together; as servers bound the head of a request. */
    static final int LONGEST = 16_384;

    private static final byte[] END = {'\r', '\n', '\r', '\n'};

    /** What is written at this place. */
    static PartHead read(ByteWindow body, long from, int number) throws MalformedForm {
        long end = end(body, from, number);
        var fields = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        String text = body.text(from, end).replaceAll("\r\n[ \\t]+", " ");
        for (String line : text.split("\r\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.computeIfAbsent(line.substring(0, colon).strip(), key -> new ArrayList<>())
                        .add(line.substring(colon + 1).strip());
            } else if (!line.isEmpty()) {
                throw new MalformedForm(
                        "have header fields, an empty line and the content in each part",
                        MessageText.text(line) + " in part " + number);
            }
        }
        plain(fields, number);
        String disposition =
                fields.getOrDefault("Content-Disposition", List.of("")).get(0);
        Map<String, String> parameters = Disposition.parameters(disposition);
        String fileName = parameters.getOrDefault("filename", parameters.get("filename*"));
        return new PartHead(parameters.get("name"), fileName, Headers.of(fields), end);
    }

    private static long end(ByteWindow body, long from, int number) throws MalformedForm {
        long last = Math.min(body.length() - 1, from + LONGEST);
        if (body.is(from, '\r') && body.is(from + 1, '\n')) {
            return from + 2;
        }
        for (long at = from; at + 2 < last; at++) {
            if (body.are(at, END, 0)) {
                return at + 4;
            }
        }
        throw last < body.length() - 1
                ? new MalformedForm("have at most " + LONGEST + " bytes of header fields in each part", more(number))
                : new MalformedForm(
                        "have an empty line after the header fields of each part", "cut short in part " + number);
    }

    private static String more(int number) {
        return "more in part " + number;
    }

    /** Codings of mail would make other bytes of the content (RFC 7578 section 4.7). */
    private static void plain(Map<String, List<String>> fields, int number) throws MalformedForm {
        String coding = fields.getOrDefault("Content-Transfer-Encoding", List.of("binary"))
                .get(0);
        if (!coding.toLowerCase(Locale.ROOT).matches("7bit|8bit|binary")) {
            throw new MalformedForm(
                    "have parts without Content-Transfer-Encoding (RFC 7578 section 4.7)",
                    MessageText.text(coding) + " in part " + number);
        }
    }
}
