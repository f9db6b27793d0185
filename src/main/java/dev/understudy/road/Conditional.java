package dev.understudy.road;

import dev.understudy.api.Body;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * Names the bytes of what is read with an entity tag, and does not send them to whoever has them (RFC 9110 sections
 * 8.8.3 and 13.1.2). A POST that reads is a POST still: its answers have no tag, and nothing has none.
 */
public final class Conditional implements Filter {
    private static final byte[] NOTHING = {};

    private static final String TAG = "ETag";

    /** The opaque part of a tag; the comparison of If-None-Match is the weak one. */
    private static final Pattern OPAQUE = Pattern.compile("(?:W/)?(\"[^\"]*\")");

    private enum Made {
        TAGGED,
        NOT_MODIFIED
    }

    @Override
    public Exchange around(Exchange next) {
        return incoming -> {
            Request request = incoming.request();
            Answer answer = next.answer(incoming);
            boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
            return reads
                            && answer.response().status() == 200
                            && answer.response().body() instanceof Body.Whole
                            && !answer.response().body().isEmpty()
                    ? unlessKnown(request, answer.changed(Made.TAGGED, Conditional::tagged))
                    : answer;
        };
    }

    private static Answer unlessKnown(Request request, Answer tagged) {
        String tag = Objects.requireNonNull(tagged.response().headers().get(TAG));
        return matches(request.headers().all("If-None-Match"), tag)
                ? tagged.changed(Made.NOT_MODIFIED, Conditional::notModified)
                : tagged;
    }

    private static Response tagged(Response response) {
        var headers = new HashMap<>(response.headers());
        // A documented one was made up, and would stay the same when the bytes change.
        headers.keySet().removeIf(TAG::equalsIgnoreCase);
        headers.put(TAG, tag(response.bytes()));
        return new Response(200, headers, response.bytes());
    }

    private static Response notModified(Response response) {
        var headers = new HashMap<>(response.headers());
        headers.keySet().removeIf(name -> name.startsWith("Content-"));
        return new Response(304, headers, NOTHING);
    }

    private static boolean matches(List<String> fields, String tag) {
        for (String field : fields) {
            if (field.strip().equals("*")) {
                return true;
            }
            Matcher known = OPAQUE.matcher(field);
            while (known.find()) {
                if (known.group(1).equals(tag)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Two checksums of different polynomials: 64 bits that cost little beside the sending. */
    private static String tag(byte[] body) {
        return '"' + hex(new CRC32C(), body) + hex(new CRC32(), body) + '"';
    }

    private static String hex(Checksum sum, byte[] body) {
        sum.update(body, 0, body.length);
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
