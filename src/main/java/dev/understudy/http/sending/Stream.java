package dev.understudy.http.sending;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Sends content piece by piece, as fast as the client reads, with stops at which something happens. */
final class Stream {
    private final HttpServerResponse out;
    private final Iterator<byte[]> pieces;
    private final Queue<Script.Stop> stops;
    private final Conduct conduct;
    private final Promise<Void> end = Promise.promise();
    private long written;
    private @Nullable Buffer rest;
    private Future<Void> sent = Future.succeededFuture();
    private boolean begun;
    private boolean ending;

    /** Controls what happens while the content is sent. */
    interface Conduct {
        /** Runs this after the time between two pieces; false if there is none. */
        boolean pause(Runnable then);

        /** A stop was reached; the conduct continues or ends the stream. */
        void stopped(Stream stream, Script.Stop stop);

        /** The rest of the answer is about to be sent; this many bytes of its content will then have been sent. */
        void ending(long written);
    }

    Stream(HttpServerResponse out, Iterator<byte[]> pieces, Script script, Conduct conduct) {
        this.out = out;
        this.pieces = pieces;
        this.stops = new ArrayDeque<>(script.stops());
        this.conduct = conduct;
    }

    /** Sends what can be sent now, and the rest later. */
    Future<Void> begin() {
        go();
        return end.future();
    }

    /** Completes when everything sent so far has left. */
    Future<Void> sent() {
        return sent;
    }

    /** Ends the stream without sending more. */
    void end() {
        end.tryComplete();
    }

    void go() {
        try {
            send();
        } catch (RuntimeException | OutOfMemoryError e) {
            end.tryFail(e);
        }
    }

    private void send() {
        while (!isAtStop() && hasMore()) {
            if (out.closed()) {
                // The client closed the connection before everything was sent.
                end.tryFail(new ClosedChannelException());
                return;
            }
            write();
            if (out.writeQueueFull()) {
                out.drainHandler(drained -> {
                    out.drainHandler(null);
                    go();
                });
                return;
            }
            if (!isAtStop() && rest == null && pieces.hasNext() && conduct.pause(this::go)) {
                return;
            }
        }
        Script.Stop stop = stops.poll();
        if (stop != null) {
            if (!begun) {
                begun = true;
                sent = out.writeHead();
            }
            conduct.stopped(this, stop);
            return;
        }
        ending();
        out.end().onComplete(end);
    }

    private void ending() {
        if (!ending) {
            ending = true;
            conduct.ending(written);
        }
    }

    private boolean isAtStop() {
        return !stops.isEmpty() && written >= stops.element().at();
    }

    private boolean hasMore() {
        return rest != null || pieces.hasNext();
    }

    private void write() {
        Buffer next = rest == null ? Buffer.buffer(pieces.next()) : rest;
        int now = stops.isEmpty()
                ? next.length()
                : (int) Math.min(next.length(), stops.element().at() - written);
        rest = now == next.length() ? null : next.slice(now, next.length());
        written += now;
        if (stops.isEmpty() && !hasMore()) {
            ending();
        }
        begun = true;
        sent = out.write(next.slice(0, now));
    }
}
