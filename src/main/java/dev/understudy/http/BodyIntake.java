package dev.understudy.http;

import dev.understudy.http.body.BodyReader;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/** Takes the body of a request as it comes, as far as it matters; what comes after an early answer is forgotten. */
final class BodyIntake {
    /** So much is read and forgotten: closing at once could cost the client the answer. */
    private static final long FORGOTTEN_BYTES = 16L << 20;

    private final HttpServerRequest request;
    private final BodyReader body;
    private final WorkerExecutor workers;
    private final Runnable enough;
    private final Consumer<Throwable> noRoom;
    private boolean forgets;
    private long forgotten;

    /**
     * Takes the body of this request.
     *
     * @param enough runs when no more of it matters
     * @param noRoom hears why it could not be written to the disk
     */
    BodyIntake(
            HttpServerRequest request,
            BodyReader body,
            WorkerExecutor workers,
            Runnable enough,
            Consumer<Throwable> noRoom) {
        this.request = request;
        this.body = body;
        this.workers = workers;
        this.enough = enough;
        this.noRoom = noRoom;
    }

    /** Nothing that comes from now on matters. */
    void forget() {
        forgets = true;
    }

    void more(Buffer bytes) {
        if (forgets) {
            forgotten += bytes.length();
            if (forgotten > FORGOTTEN_BYTES) {
                request.connection().close();
            }
        } else if (!body.add(bytes)) {
            enough.run();
        } else if (body.isFull()) {
            toDisk();
        }
    }

    /** The client waits meanwhile, and nobody else. */
    private void toDisk() {
        request.pause();
        workers.executeBlocking(body::store, false).onComplete(stored -> {
            if (stored.failed()) {
                noRoom.accept(stored.cause());
            } else if (!stored.result()) {
                enough.run();
            }
            request.resume();
        });
    }
}
