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
 * The body of a request while it comes, no more of it than the limit; what is too much for the memory goes to the disk.
 * The coding gzip, also called x-gzip, is taken off (RFC 9110 section 8.4.1.3); whatever other codings it has, a
 * contract has to judge.
 */
public final class BodyReader {
    /** In bytes of gzip: what is inflated of so many is a thousand times as much at the most. */
    private static final int SLICE = 1024;

    private final int most;
    /** Of the bytes that come. */
    private final BodyLimit limit;

    private final @Nullable Gunzip gunzip;
    private final BodyBuffer bytes;
    /** Of gzip, what is not inflated yet. */
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
     * For a request with these header fields.
     *
     * @param most how many bytes it may have, without its coding
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
    public boolean isTooLarge(List<String> contentLengths) {
        announcedTooLarge = limit.exceeded(contentLengths);
        return announcedTooLarge;
    }

    /** Takes the next bytes; false if those that follow do not matter any more. */
    public boolean add(Buffer more) {
        length += more.length();
        if (gunzip != null) {
            rest = more;
            return inflate(gunzip) && length <= limit.bytes();
        }
        bytes.add(more);
        return length <= limit.bytes();
    }

    /** Takes of the rest what the memory has room for; false if all that follows does not matter any more. */
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

    /** Whether the memory is full, and the next bytes are taken when it was {@linkplain #store stored}. */
    public boolean isFull() {
        return bytes.isFull();
    }

    /** Whether some of it is on the disk. */
    public boolean isStored() {
        return bytes.isStored();
    }

    /**
     * Moves what has come to the disk; false if what follows does not matter any more. It takes time, and no more bytes
     * may be added meanwhile.
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

    /** Whether it was gzipped, and is not any more. */
    public boolean isInflated() {
        return gunzip != null;
    }

    /** What has come, until this is closed. */
    public Body body() {
        // Of a body that is too large only that matters, and a client that goes on sending keeps this reader.
        return announcedTooLarge || length > limit.bytes() ? new Body.TooLarge(most) : whole();
    }

    private Body whole() {
        if (gunzip != null && length > 0) {
            return gunzip.body();
        }
        return bytes.body();
    }

    /** Nobody will ask for it any more. */
    public void close() {
        bytes.close();
        if (gunzip != null) {
            gunzip.close();
        }
    }
}
