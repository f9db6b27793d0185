package dev.understudy.http.body;

import java.util.List;

/**
 * The maximum size of a request body; a reader may stop as soon as it is exceeded.
 *
 * @param bytes the maximum number of bytes
 */
record BodyLimit(int bytes) {
    /** The limit for a gzipped body whose content has this limit: incompressible data grows a little. */
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
            // More digits than a long can hold mean that it is too large; anything that is not a number is refused
            // elsewhere.
            return length.strip().matches("\\d+") ? Long.MAX_VALUE : 0;
        }
    }
}
