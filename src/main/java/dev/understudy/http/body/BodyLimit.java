package dev.understudy.http.body;

import java.util.List;

/**
 * How large the body of a request may be; whoever reads one may stop as soon as it is larger.
 *
 * @param bytes the most
 */
record BodyLimit(int bytes) {
    /**
     * What a gzipped body may have if its content may have that much: data that cannot be made smaller grows a little.
     */
    BodyLimit gzipped() {
        return new BodyLimit((int) Math.min(Integer.MAX_VALUE, bytes + bytes / 1024L + GzipHeader.MOST));
    }

    /** Whether a Content-Length (RFC 9112 section 6.2) announces a body that is too large. */
    boolean exceeded(List<String> contentLengths) {
        for (String length : contentLengths) {
            if (announced(length) > bytes) {
                return true;
            }
        }
        return false;
    }

    private static long announced(String length) {
        try {
            return Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            // More digits than a long has, or no number: the one is too large, the other is refused elsewhere.
            return length.strip().matches("\\d+") ? Long.MAX_VALUE : 0;
        }
    }
}
