package dev.understudy.control;

import dev.understudy.api.Response;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Requests for {@code /-/ready} that wait for a revision to be served. No thread waits with them. */
public final class RevisionWaits {
    /** Others are answered at once. */
    private static final int MOST = 1_000;

    private final Readiness readiness;
    private final Set<Wait> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    public RevisionWaits(Readiness readiness) {
        this.readiness = readiness;
    }

    /** Has this send the answer when the revision is served, or was refused, or the time is over. */
    void open(Vertx vertx, HttpServerRequest request, ReadyQuery query, Consumer<Response> send) {
        if (closed || open.size() >= MOST || query.flaw() != null || readiness.isDecided(query)) {
            send.accept(readiness.answer(query));
            return;
        }
        var wait = new Wait(vertx, query, send);
        open.add(wait);
        // A reset comes here too; the handler of exceptions is the one that ends the exchange.
        request.response().closeHandler(gone -> wait.end());
        wait.begin();
    }

    /** Answers all of them, since the server is about to end. */
    public void close() {
        closed = true;
        open.forEach(Wait::answer);
    }

    private final class Wait {
        private final Vertx vertx;
        private final Context context;
        private final ReadyQuery query;
        private final Consumer<Response> send;
        private final Runnable follower = this::look;
        private final long timer;
        private boolean over;

        Wait(Vertx vertx, ReadyQuery query, Consumer<Response> send) {
            this.vertx = vertx;
            this.context = vertx.getOrCreateContext();
            this.query = query;
            this.send = send;
            this.timer = vertx.setTimer(query.longest().toMillis(), passed -> answer());
        }

        void begin() {
            readiness.follow(follower);
            // It may have changed since it was looked at.
            look();
        }

        private void look() {
            if (readiness.isDecided(query)) {
                answer();
            }
        }

        void answer() {
            context.runOnContext(now -> {
                if (!over) {
                    end();
                    send.accept(readiness.answer(query));
                }
            });
        }

        /** On the context of its request. */
        void end() {
            over = true;
            open.remove(this);
            readiness.leave(follower);
            boolean ignored = vertx.cancelTimer(timer);
        }
    }
}
