package dev.understudy.http;

import static java.util.Objects.requireNonNull;

import dev.understudy.http.sending.Delays;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Time that passes when a test says so. */
final class HeldDelays implements Delays {
    private final BlockingQueue<Held> held = new LinkedBlockingQueue<>();
    private final BlockingQueue<Duration> cancelled = new LinkedBlockingQueue<>();

    private record Held(EventExecutor loop, Duration time, Runnable then) {}

    @Override
    public Runnable run(EventExecutor loop, Duration time, Runnable then) {
        held.add(new Held(loop, time, then));
        return () -> cancelled.add(time);
    }

    /** Has the next pause that is asked for be over, and returns how long it was to be. */
    Duration pass() throws InterruptedException {
        Held next = requireNonNull(held.poll(20, TimeUnit.SECONDS), "Nobody asked for a pause");
        next.loop().execute(next.then());
        return next.time();
    }

    /** The next pause that was asked for and is not wanted any more. */
    Duration cancelled() throws InterruptedException {
        return requireNonNull(cancelled.poll(20, TimeUnit.SECONDS), "No pause was cancelled");
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    void forget() {
        held.clear();
        cancelled.clear();
    }
}
