package dev.understudy.callbacks;

import dev.understudy.api.Response;
import io.vertx.core.AsyncResult;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Composes and sends requests on its own thread; at most 1,000 of them, with 32 MiB in total, wait at a time. The
 * thread and the HTTP client are created for the first request.
 */
public final class SendQueue implements AutoCloseable {
    private static final int MOST_WAITING = 1_000;

    /** In bytes, for all waiting requests. */
    private static final int MOST_BYTES = 32 << 20;

    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong held = new AtomicLong();
    private final SendingClient client = new SendingClient();
    private final Deliveries deliveries;
    private @Nullable ScheduledThreadPoolExecutor thread;
    private volatile boolean closed;

    /** A queue that notifies nobody. */
    public SendQueue() {
        this(Deliveries.UNHEARD);
    }

    /** @param deliveries is notified of all requests */
    public SendQueue(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** The result of a request, with the time of sending in microseconds since 1970 and the duration in nanoseconds. */
    record SendResult(AsyncResult<Response> result, long micros, long nanos) {}

    /** Is notified of all requests. */
    Deliveries deliveries() {
        return deliveries;
    }

    /**
     * Runs this soon, on the queue's thread; false if too much is waiting already.
     *
     * @param bytes how much memory the task holds until it is done
     */
    boolean later(int bytes, Runnable work) {
        return take(bytes) && after(Duration.ZERO, work, () -> give(bytes));
    }

    /**
     * Sends a request after the delay; false if too much is waiting already.
     *
     * @param done receives the answer, or why there is none, unless this queue is closed before
     */
    boolean deliver(Duration delay, PreparedRequest request, Consumer<SendResult> done) {
        int bytes = request.body().length;
        return take(bytes)
                && after(
                        delay,
                        () -> {
                            long micros = TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis());
                            long began = System.nanoTime();
                            client.send(request).onComplete(sent -> {
                                give(bytes);
                                if (!closed) {
                                    done.accept(new SendResult(sent, micros, System.nanoTime() - began));
                                }
                            });
                        },
                        () -> {});
    }

    private boolean take(int bytes) {
        boolean fits = waiting.incrementAndGet() <= MOST_WAITING & held.addAndGet(bytes) <= MOST_BYTES;
        if (!fits) {
            give(bytes);
        }
        return fits;
    }

    private void give(int bytes) {
        waiting.decrementAndGet();
        held.addAndGet(-bytes);
    }

    private boolean after(Duration delay, Runnable work, Runnable last) {
        ScheduledThreadPoolExecutor own = thread();
        if (own != null) {
            own.schedule(
                    () -> {
                        try {
                            work.run();
                        } finally {
                            last.run();
                        }
                    },
                    delay.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
        return own != null;
    }

    private synchronized @Nullable ScheduledThreadPoolExecutor thread() {
        if (thread == null && !closed) {
            thread = new ScheduledThreadPoolExecutor(1, work -> {
                var daemon = new Thread(work, "callbacks");
                daemon.setDaemon(true);
                return daemon;
            });
        }
        return thread;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (thread != null) {
            thread.shutdownNow();
        }
        client.close();
    }
}
