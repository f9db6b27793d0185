package dev.understudy.http.sending;

import io.netty.util.concurrent.EventExecutor;

/** The connection that an answer is sent on; use it only on its event loop. */
public interface Transport {
    /** The event loop of the connection. */
    EventExecutor loop();

    /** Closes the connection after everything written to it has been sent. */
    void hangUp();

    /** Resets the connection after everything written to it has been sent (RST, RFC 9293 section 3.5.2). */
    void reset();
}
