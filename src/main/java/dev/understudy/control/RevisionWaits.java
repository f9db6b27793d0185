package dev.understudy.control;

import dev.understudy.api.Response;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Requests for {@code /-/ready} that wait until a revision is served, without blocking threads. */
public final class RevisionWaits {
    /** The maximum number of waiting requests; any others are answered at once. */
    private static final int MOST = 1_000;

    private final Readiness readiness;
    private final Set<Wait> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    public RevisionWaits(Readiness readiness) {
        this.readiness = readiness;
    }

    /** Sends the answer when the revision is served or refused, or when the time is over. */
    void open(Vertx vertx, HttpServerRequest request, ReadyQuery query, Consumer<Response> send) {
        if (closed || open.size() >= MOST || query.flaw() != null || readiness.isDecided(query)) {
            send.accept(readiness.answer(query));
            return;
        }
        var wait = new Wait(vertx, query, send);
        open.add(wait);
        // This is also called for a reset; the exception handler is the one that ends the exchange.
        request.response().closeHandler(gone -> wait.end());
        wait.begin();
    }

    /** Answers all waiting requests before a shutdown. */
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
            // Look again, as the state may have changed since the last look.
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

        /** Runs in the context of its request. */
        void end() {
            over = true;
            open.remove(this);
            readiness.leave(follower);
            boolean ignored = vertx.cancelTimer(timer);
        }
    }
}
