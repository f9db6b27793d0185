package dev.understudy.http.sending;

import io.netty.util.concurrent.EventExecutor;

/** The connection below an answer; used on its event loop alone. */
public interface Transport {
    /** The event loop of the connection. */
    EventExecutor loop();

    /** Closes the connection when all that was given to it before has been sent. */
    void hangUp();

    /** Resets the connection then (RST, RFC 9293 section 3.5.2). */
    void reset();
}
