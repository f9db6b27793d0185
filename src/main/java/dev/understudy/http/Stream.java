package dev.understudy.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.nio.channels.ClosedChannelException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Content that is sent piece by piece, as fast as the client reads, with a mark at which something happens. */
final class Stream {
    /** A mark that is never reached. */
    static final long NOWHERE = Long.MAX_VALUE;

    private final HttpServerResponse out;
    private final Iterator<byte[]> pieces;
    private final AtMark atMark;
    private final Pause pause;
    private final Promise<Void> end = Promise.promise();
    private long mark;
    private long written;
    private @Nullable Buffer rest;
    private Future<Void> sent = Future.succeededFuture();
    private boolean begun;

    /** What happens at the mark: it goes on with the stream, or ends it. */
    interface AtMark {
        void reached(Stream stream);
    }

    /** The time between two pieces. */
    interface Pause {
        /** None at all. */
        Pause NONE = then -> false;

        /** Runs this when the time is over; false if there is none to wait for. */
        boolean before(Runnable then);
    }

    /** @param mark how many bytes are sent before; at the end, if there are fewer */
    Stream(HttpServerResponse out, Iterator<byte[]> pieces, long mark, AtMark atMark) {
        this(out, pieces, mark, atMark, Pause.NONE);
    }

    Stream(HttpServerResponse out, Iterator<byte[]> pieces, long mark, AtMark atMark, Pause pause) {
        this.pause = pause;
        this.out = out;
        this.pieces = pieces;
        this.mark = Math.max(0, mark);
        this.atMark = atMark;
    }

    /** Sends all that can be sent now, and the rest later. */
    Future<Void> begin() {
        out.closeHandler(closed -> {
            // HTTP/2 closes a stream of which all was sent, too.
            if (!out.ended()) {
                left();
            }
        });
        go();
        return end.future();
    }

    /** Is done when all that was sent so far has left. */
    Future<Void> sent() {
        return sent;
    }

    /** Nothing more is sent. */
    void end() {
        end.tryComplete();
    }

    /** The client did, before all of it was sent. */
    private void left() {
        end.tryFail(new ClosedChannelException());
    }

    void go() {
        try {
            send();
        } catch (RuntimeException e) {
            end.tryFail(e);
        }
    }

    private void send() {
        while (written < mark) {
            if (out.closed()) {
                left();
                return;
            }
            if (rest == null && !pieces.hasNext()) {
                break;
            }
            Buffer next = rest == null ? Buffer.buffer(pieces.next()) : rest;
            int now = (int) Math.min(next.length(), mark - written);
            rest = now == next.length() ? null : next.slice(now, next.length());
            written += now;
            begun = true;
            sent = out.write(next.slice(0, now));
            if (out.writeQueueFull()) {
                out.drainHandler(drained -> {
                    out.drainHandler(null);
                    go();
                });
                return;
            }
            if (rest == null && pieces.hasNext() && pause.before(this::go)) {
                return;
            }
        }
        if (mark == NOWHERE) {
            out.end().onComplete(end);
            return;
        }
        mark = NOWHERE;
        if (!begun) {
            begun = true;
            sent = out.writeHead();
        }
        atMark.reached(this);
    }
}
