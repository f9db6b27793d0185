package dev.understudy.http.sending;

import io.netty.util.concurrent.EventExecutor;

/** Lets other connections of an event loop have their turn while long content is made. */
final class Turns {
    /** So many nanoseconds pieces are made before that. */
    private static final long TURN = 5_000_000;

    private final EventExecutor loop;
    /** When this turn began. */
    private long since = System.nanoTime();

    Turns(EventExecutor loop) {
        this.loop = loop;
    }

    /** Runs this after the others, if it has been long enough; otherwise false. */
    boolean pass(Runnable then) {
        if (System.nanoTime() - since < TURN) {
            return false;
        }
        loop.execute(() -> {
            since = System.nanoTime();
            then.run();
        });
        return true;
    }
}
