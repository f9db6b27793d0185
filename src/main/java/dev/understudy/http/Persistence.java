package dev.understudy.http;

import io.netty.handler.codec.http2.Http2Error;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;

/**
 * Whether a connection goes on after an answer (RFC 9112 section 9.3), and its end if it does not. One of HTTP/2 always
 * goes on: there the stream ends alone, and its client is asked to send no more of the request (RFC 9113 section 8.1).
 */
final class Persistence {
    private final HttpServerRequest request;
    private final Connection connection;
    private final Drain drain;
    private boolean last;
    /** Whether the server was about to end when the answer was sent, and nothing follows on its connection. */
    private boolean leaving;

    Persistence(HttpServerRequest request, Connection connection, Drain drain) {
        this.request = request;
        this.connection = connection;
        this.drain = drain;
    }

    /** The connection ends with this answer, and of HTTP/2 the stream, if that holds. */
    void endIf(boolean ends) {
        last |= ends;
    }

    /**
     * Sends the answer. One of HTTP/1 during the drain says that it is the last one of its connection (RFC 9112 section
     * 9.6), unless another request came behind its own; so what has come is read first.
     *
     * @param later does the same after that
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

    /** Says it in the answer if that is the last one. */
    void say(HttpServerResponse out) {
        if (OutsideRequest.isHttp1(request) && (last || leaving || !isKeptAlive())) {
            HeaderFields.close(out.headers());
        }
    }

    /** Whether the client wants to go on after the answer to this request of HTTP/1 (RFC 9112 section 9.3). */
    private boolean isKeptAlive() {
        return request.version() == HttpVersion.HTTP_1_1
                ? !request.headers().contains(HttpHeaders.CONNECTION, HttpHeaders.CLOSE, true)
                : request.headers().contains(HttpHeaders.CONNECTION, HttpHeaders.KEEP_ALIVE, true);
    }

    /** Whether nothing more of the request is taken after this answer, and the connection goes on. */
    boolean endsStream() {
        return last && !OutsideRequest.isHttp1(request);
    }

    /** The answer is sent, whether all of the request has come or not. */
    void answered() {
        if (endsStream()) {
            // This does nothing if all of the request has come.
            request.response().reset(Http2Error.NO_ERROR.code());
        } else if (last) {
            request.connection().close();
        }
    }

    /** All of the request has come, and all of its answer is sent. */
    void over() {
        if (leaving && OutsideRequest.isHttp1(request)) {
            request.connection().close();
        } else if (leaving) {
            connection.leaveSoon();
        }
    }
}
