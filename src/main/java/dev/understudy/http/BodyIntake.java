package dev.understudy.http;

import dev.understudy.http.body.BodyReader;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/** Reads the body of a request as it arrives, as far as it is needed; the rest is discarded after an early answer. */
final class BodyIntake {
    /** How many bytes are read and discarded, since closing at once could cost the client the answer. */
    private static final long FORGOTTEN_BYTES = 16L << 20;

    private final HttpServerRequest request;
    private final BodyReader body;
    private final WorkerExecutor workers;
    private final Runnable enough;
    private final Consumer<Throwable> noRoom;
    private boolean forgets;
    private long forgotten;

    /**
     * Reads the body of this request.
     *
     * @param enough runs when no more of the body is needed
     * @param noRoom receives the failure if the body could not be written to disk
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

    /** Discards everything that comes from now on. */
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

    /** Pauses only this request while its body is written to disk. */
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
