package dev.understudy.http.sending;

import io.netty.util.concurrent.EventExecutor;

/** Gives other connections of the event loop a turn while long content is generated. */
final class Turns {
    /** In nanoseconds: how long pieces are generated before that. */
    private static final long TURN = 5_000_000;

    private final EventExecutor loop;
    /** When the current turn began. */
    private long since = System.nanoTime();

    Turns(EventExecutor loop) {
        this.loop = loop;
    }

    /** If the turn has lasted long enough, runs this after the other tasks; otherwise returns false. */
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
