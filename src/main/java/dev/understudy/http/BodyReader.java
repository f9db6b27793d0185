package dev.understudy.http;

import dev.understudy.api.Body;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request while it comes, no more of it than the limit. The coding gzip, also called x-gzip, is taken off
 * (RFC 9110 section 8.4.1.3); whatever other codings it has, a contract has to judge.
 */
final class BodyReader {
    private static final Buffer NO_BYTES = Buffer.buffer(0);
    private static final byte[] NOTHING = {};

    private final int most;
    /** Of the bytes that come. */
    private final BodyLimit limit;

    private final @Nullable Gunzip gunzip;
    private Buffer bytes = NO_BYTES;
    private long length;
    private boolean announcedTooLarge;

    private BodyReader(int most, BodyLimit limit, @Nullable Gunzip gunzip) {
        this.most = most;
        this.limit = limit;
        this.gunzip = gunzip;
    }

    /**
     * For a request with these header fields.
     *
     * @param most how many bytes it may have, without its coding
     */
    static BodyReader of(MultiMap headers, int most) {
        var limit = new BodyLimit(most);
        List<String> coding = headers.contains(HttpHeaders.CONTENT_ENCODING)
                ? codings(headers.getAll(HttpHeaders.CONTENT_ENCODING))
                : List.of();
        boolean gzip = coding.equals(List.of("gzip")) || coding.equals(List.of("x-gzip"));
        return gzip ? new BodyReader(most, limit.gzipped(), new Gunzip(most)) : new BodyReader(most, limit, null);
    }

    /** Those that change something, in small letters. */
    private static List<String> codings(List<String> fields) {
        var codings = new ArrayList<String>();
        for (String member : String.join(",", fields).split(",")) {
            String coding = member.strip().toLowerCase(Locale.ROOT);
            if (!coding.isEmpty() && !coding.equals("identity")) {
                codings.add(coding);
            }
        }
        return codings;
    }

    /** Whether a Content-Length says that there will be too much; then nothing of it matters. */
    boolean isTooLarge(List<String> contentLengths) {
        announcedTooLarge = limit.exceeded(contentLengths);
        return announcedTooLarge;
    }

    /** Takes the next bytes; false if those that follow do not matter any more. */
    boolean add(Buffer more) {
        length += more.length();
        if (gunzip != null) {
            return gunzip.add(more.getBytes()) && length <= limit.bytes();
        }
        bytes = bytes == NO_BYTES ? more : bytes.appendBuffer(more);
        return length <= limit.bytes();
    }

    /** Whether it was gzipped, and is not any more. */
    boolean isInflated() {
        return gunzip != null;
    }

    /** What has come; to be asked for once. */
    Body body() {
        // Of a body that is too large only that matters, and a client that goes on sending keeps this reader.
        Body body = announcedTooLarge || length > limit.bytes() ? new Body.TooLarge(most) : whole();
        close();
        return body;
    }

    private Body whole() {
        if (gunzip != null && length > 0) {
            return gunzip.body();
        }
        return Body.of(bytes == NO_BYTES ? NOTHING : bytes.getBytes());
    }

    /** Nobody will ask for it. */
    void close() {
        bytes = NO_BYTES;
        if (gunzip != null) {
            gunzip.close();
        }
    }
}
