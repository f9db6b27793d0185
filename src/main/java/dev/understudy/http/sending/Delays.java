package dev.understudy.http.sending;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Schedules tasks on an event loop, without blocking a thread. */
public interface Delays {
    /** Uses the system clock. */
    Delays SYSTEM = (loop, time, then) -> {
        Future<?> timer = loop.schedule(then, time.toNanos(), TimeUnit.NANOSECONDS);
        return () -> timer.cancel(false);
    };

    /** Runs this on the event loop after the delay, and returns a task that cancels it. */
    Runnable run(EventExecutor loop, Duration time, Runnable then);
}
