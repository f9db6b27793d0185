package dev.understudy.exchange;

import dev.understudy.contract.Request;
import dev.understudy.contract.Response;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * Names the bytes of what is read with an entity tag, and does not send them to whoever has them (RFC 9110 sections
 * 8.8.3 and 13.1.2). A POST that reads is a POST still: its answers have no tag.
 */
public final class Conditional implements Filter {
    private static final byte[] NOTHING = {};

    /** The opaque part of a tag; the comparison of If-None-Match is the weak one. */
    private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[^\"]*\")");

    @Override
    public Exchange around(Exchange next) {
        return request -> {
            Answer answer = next.answer(request);
            boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
            return reads && answer.response().status() == 200
                    ? answer.with(tagged(request, answer.response()))
                    : answer;
        };
    }

    private static Response tagged(Request request, Response response) {
        var headers = new HashMap<>(response.headers());
        String tag = tag(response.body());
        headers.put("ETag", tag);
        if (!matches(request.headers().all("If-None-Match"), tag)) {
            return new Response(200, headers, response.body());
        }
        headers.keySet().removeIf(name -> name.startsWith("Content-"));
        return new Response(304, headers, NOTHING);
    }

    private static boolean matches(List<String> fields, String tag) {
        for (String field : fields) {
            if (field.strip().equals("*")) {
                return true;
            }
            Matcher known = TAG.matcher(field);
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
