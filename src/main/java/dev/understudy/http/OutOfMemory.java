package dev.understudy.http;

import io.vertx.core.Vertx;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the server when memory runs out, since further answers could be wrong.
 *
 * @param hook is called first, and may end the process
 * @param closed runs when the server is closed
 */
record OutOfMemory(Vertx vertx, Consumer<OutOfMemoryError> hook, Runnable closed) {
    private static final Logger LOG = LoggerFactory.getLogger(OutOfMemory.class);

    void met(OutOfMemoryError cause) {
        hook.accept(cause);
        // This may be an event loop, which must not wait for its own end.
        vertx.close().onComplete(done -> closed.run());
        LOG.error("Out of memory: the server is closed", cause);
    }

    /**
     * Handles the failure if it is a lack of memory, and returns whether it was; for any failure that would otherwise
     * be logged.
     */
    boolean is(Throwable failure) {
        if (failure instanceof OutOfMemoryError out) {
            met(out);
            return true;
        }
        return false;
    }
}
