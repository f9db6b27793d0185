package dev.understudy.http.body;

import dev.understudy.api.Body;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a request as it arrives, up to the limit, and moves large bodies to disk. It decodes gzip, also
 * called x-gzip (RFC 9110 section 8.4.1.3); other content codings are left to the contract.
 */
public final class BodyReader {
    /** In bytes of gzip; this many inflate to at most about a thousand times as much. */
    private static final int SLICE = 1024;

    private final int most;
    /** The limit for received bytes. */
    private final BodyLimit limit;

    private final @Nullable Gunzip gunzip;
    private final BodyBuffer bytes;
    /** Received bytes that are not inflated yet. */
    private Buffer rest = Buffer.buffer(0);

    private long length;
    private boolean announcedTooLarge;

    private BodyReader(int most, BodyLimit limit, BodyBuffer bytes, @Nullable Gunzip gunzip) {
        this.most = most;
        this.limit = limit;
        this.bytes = bytes;
        this.gunzip = gunzip;
    }

    /**
     * A reader for a request with these header fields.
     *
     * @param most the maximum size in bytes, after decoding
     */
    public static BodyReader of(MultiMap headers, int most) {
        var limit = new BodyLimit(most);
        List<String> coding = headers.contains(HttpHeaders.CONTENT_ENCODING)
                ? codings(headers.getAll(HttpHeaders.CONTENT_ENCODING))
                : List.of();
        boolean gzip = coding.equals(List.of("gzip")) || coding.equals(List.of("x-gzip"));
        var bytes = new BodyBuffer();
        return gzip
                ? new BodyReader(most, limit.gzipped(), bytes, new Gunzip(most, bytes))
                : new BodyReader(most, limit, bytes, null);
    }

    /** The codings other than {@code identity}, in lower case. */
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

    /** Whether a Content-Length announces a body that is too large; its bytes are then irrelevant. */
    public boolean isTooLarge(List<String> contentLengths) {
        announcedTooLarge = limit.exceeded(contentLengths);
        return announcedTooLarge;
    }

    /** Adds bytes; false if any further bytes are irrelevant. */
    public boolean add(Buffer more) {
        length += more.length();
        if (gunzip != null) {
            rest = more;
            return inflate(gunzip) && length <= limit.bytes();
        }
        bytes.add(more);
        return length <= limit.bytes();
    }

    /** Inflates as many of the remaining bytes as memory has room for; false if any further bytes are irrelevant. */
    private boolean inflate(Gunzip gzip) {
        boolean matters = true;
        int at = 0;
        while (matters && at < rest.length() && !bytes.isFull()) {
            int end = Math.min(rest.length(), at + SLICE);
            matters = gzip.add(rest.getBytes(at, end));
            at = end;
        }
        rest = rest.slice(at, rest.length());
        return matters;
    }

    /** Whether memory is full, and the body must be {@linkplain #store stored} before more bytes can be added. */
    public boolean isFull() {
        return bytes.isFull();
    }

    /** Whether part of the body is on disk. */
    public boolean isStored() {
        return bytes.isStored();
    }

    /**
     * Moves the received bytes to disk; false if any further bytes are irrelevant. This takes time, and no bytes may be
     * added meanwhile.
     */
    public boolean store() throws IOException {
        bytes.store();
        boolean matters = true;
        while (gunzip != null && matters && rest.length() > 0) {
            matters = inflate(gunzip);
            bytes.store();
        }
        return matters;
    }

    /** Whether the body was gzipped and has been decoded. */
    public boolean isInflated() {
        return gunzip != null;
    }

    /** The body received so far, available until this is closed. */
    public Body body() {
        // The content of a body that is too large is irrelevant, and the reader lives as long as its client keeps
        // sending.
        return announcedTooLarge || length > limit.bytes() ? new Body.TooLarge(most) : whole();
    }

    private Body whole() {
        if (gunzip != null && length > 0) {
            return gunzip.body();
        }
        return bytes.body();
    }

    /** Discards the body, which is no longer needed. */
    public void close() {
        bytes.close();
        if (gunzip != null) {
            gunzip.close();
        }
    }
}
