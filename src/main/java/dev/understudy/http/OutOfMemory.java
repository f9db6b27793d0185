package dev.understudy.http;

import io.vertx.core.Vertx;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when there is no memory left: what the server would answer next could be wrong, so it is closed.
 *
 * @param hook is told first, and may end the process
 * @param closed runs when the server is closed
 */
record OutOfMemory(Vertx vertx, Consumer<OutOfMemoryError> hook, Runnable closed) {
    private static final Logger LOG = LoggerFactory.getLogger(OutOfMemory.class);

    void met(OutOfMemoryError cause) {
        hook.accept(cause);
        // This may be an event loop, which cannot wait for its own end.
        vertx.close().onComplete(done -> closed.run());
        LOG.error("Out of memory: the server is closed", cause);
    }

    /** For failures of any kind, on their way to a log; whether it was this one. */
    boolean is(Throwable failure) {
        if (failure instanceof OutOfMemoryError out) {
            met(out);
            return true;
        }
        return false;
    }
}
