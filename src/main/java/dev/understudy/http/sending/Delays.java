package dev.understudy.http.sending;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Runs something later, on an event loop; no thread waits. */
public interface Delays {
    /** By the clock of the system. */
    Delays SYSTEM = (loop, time, then) -> {
        Future<?> timer = loop.schedule(then, time.toNanos(), TimeUnit.NANOSECONDS);
        return () -> timer.cancel(false);
    };

    /** Runs this on the event loop when the time is over, and returns what cancels it. */
    Runnable run(EventExecutor loop, Duration time, Runnable then);
}
