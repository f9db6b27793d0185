package dev.understudy.http;

import dev.understudy.api.Body;
import dev.understudy.api.Response;
import dev.understudy.kept.Memo;
import dev.understudy.road.Answer;
import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.time.Duration;
import java.util.function.Supplier;

/** Builds the header fields of answers for Vert.x: those of the response, and those that every answer has. */
final class HeaderFields {
    private static final AsciiString KEEP_ALIVE = AsciiString.of("keep-alive");

    private final AsciiString timeout;

    /** @param idle how long a connection may wait for its next request */
    HeaderFields(Duration idle) {
        timeout = AsciiString.of("timeout=" + idle.toSeconds());
    }

    /**
     * Adds the fields that are not set yet; for HTTP/1 they include how long the connection waits for the next request.
     */
    void put(Answer answer, boolean http1, MultiMap into) {
        AsciiString now = DateField.NOW.text();
        Memo memo = answer.memo();
        if (memo == null) {
            set(answer.response(), http1, now, into);
        } else {
            into.setAll(memo.get(http1 ? Form.HTTP_1 : Form.HTTP_2, Latest.class, Latest::new)
                    .at(now, () -> unchangeable(answer.response(), http1, now)));
        }
    }

    /** Marks the answer as the last one on its HTTP/1 connection (RFC 9112 section 9.6). */
    static void close(MultiMap fields) {
        fields.set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE).remove(KEEP_ALIVE);
    }

    /** Vert.x uses immutable fields as they are, but checks and copies all others one by one. */
    private MultiMap unchangeable(Response response, boolean http1, AsciiString now) {
        return set(response, http1, now, HttpHeaders.headers()).copy(false);
    }

    private MultiMap set(Response response, boolean http1, AsciiString now, MultiMap into) {
        response.headers().forEach(into::set);
        general(http1, now, into);
        // RFC 9110 section 8.6
        boolean sized = response.status() != 204 && response.status() != 304;
        long length = length(response.body());
        return sized && length >= 0
                ? into.set(HttpHeaders.CONTENT_LENGTH, AsciiString.of(String.valueOf(length)))
                : into;
    }

    /** Adds the fields that every answer has. */
    void general(boolean http1, MultiMap into) {
        general(http1, DateField.NOW.text(), into);
    }

    private void general(boolean http1, AsciiString now, MultiMap into) {
        into.set(HttpHeaders.DATE, now);
        if (http1) {
            // A field about the connection must be listed in Connection (RFC 9110 section 7.6.1).
            into.set(HttpHeaders.CONNECTION, KEEP_ALIVE).set(KEEP_ALIVE, timeout);
        }
    }

    /** The length in bytes; negative if it is not known in advance. */
    private static long length(Body body) {
        if (body instanceof Body.File file) {
            return file.length();
        }
        return body instanceof Body.Items ? -1 : body.bytes().length;
    }

    /** The names under which the fields are kept with their answer. */
    private enum Form {
        HTTP_1,
        HTTP_2
    }

    /** The fields of a kept answer, for the second in which it was last sent. */
    private static final class Latest {
        private volatile Dated dated = new Dated(AsciiString.EMPTY_STRING, HttpHeaders.headers());

        private record Dated(AsciiString date, MultiMap fields) {}

        MultiMap at(AsciiString now, Supplier<MultiMap> make) {
            Dated known = dated;
            if (!known.date().equals(now)) {
                known = new Dated(now, make.get());
                dated = known;
            }
            return known.fields();
        }
    }
}
