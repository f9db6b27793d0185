package dev.understudy.http;

import io.netty.handler.codec.http2.Http2Error;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;

/**
 * Decides whether a connection stays open after an answer (RFC 9112 section 9.3), and closes it if not. An HTTP/2
 * connection stays open: only the stream ends, and its client is asked to send no more of the request (RFC 9113 section
 * 8.1).
 */
final class Persistence {
    private final HttpServerRequest request;
    private final Connection connection;
    private final Drain drain;
    private boolean last;
    /**
     * Whether the server was shutting down when the answer was sent, and no other request follows on the connection.
     */
    private boolean leaving;

    Persistence(HttpServerRequest request, Connection connection, Drain drain) {
        this.request = request;
        this.connection = connection;
        this.drain = drain;
    }

    /** Ends the connection, or the HTTP/2 stream, after this answer if the condition holds. */
    void endIf(boolean ends) {
        last |= ends;
    }

    /**
     * Sends the answer. During a drain, an HTTP/1 answer says that it is the last one on its connection (RFC 9112
     * section 9.6), unless another request has already arrived; so pending data is read first.
     *
     * @param later sends the answer after pending data was read
     */
    void whenSure(Runnable send, Runnable later) {
        leaving = drain.begun() && !last;
        if (!leaving || !OutsideRequest.isHttp1(request)) {
            send.run();
            return;
        }
        connection.whenRead(() -> {
            leaving = !connection.hasNext();
            later.run();
        });
    }

    /** Adds Connection: close if the answer is the last one. */
    void say(HttpServerResponse out) {
        if (OutsideRequest.isHttp1(request) && (last || leaving || !isKeptAlive())) {
            HeaderFields.close(out.headers());
        }
    }

    /** Whether the client of this HTTP/1 request wants to keep the connection (RFC 9112 section 9.3). */
    private boolean isKeptAlive() {
        return request.version() == HttpVersion.HTTP_1_1
                ? !request.headers().contains(HttpHeaders.CONNECTION, HttpHeaders.CLOSE, true)
                : request.headers().contains(HttpHeaders.CONNECTION, HttpHeaders.KEEP_ALIVE, true);
    }

    /**
     * Whether the stream ends with this answer and the rest of the request is ignored, while the connection stays open.
     */
    boolean endsStream() {
        return last && !OutsideRequest.isHttp1(request);
    }

    /** Ends what has to end after the answer was sent, whether the request is complete or not. */
    void answered() {
        if (endsStream()) {
            // Does nothing if the request is complete.
            request.response().reset(Http2Error.NO_ERROR.code());
        } else if (last) {
            request.connection().close();
        }
    }

    /** Closes the connection if the server is shutting down; the request is complete, and its answer was sent. */
    void over() {
        if (leaving && OutsideRequest.isHttp1(request)) {
            request.connection().close();
        } else if (leaving) {
            connection.leaveSoon();
        }
    }
}
