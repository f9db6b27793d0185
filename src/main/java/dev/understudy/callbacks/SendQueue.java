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
 * Makes and sends requests on a thread of its own; at most 1,000 with 32 MiB wait at a time. The thread and the client
 * are made for the first of them.
 */
public final class SendQueue implements AutoCloseable {
    private static final int MOST_WAITING = 1_000;

    /** In bytes, of all that waits. */
    private static final int MOST_BYTES = 32 << 20;

    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong held = new AtomicLong();
    private final SendingClient client = new SendingClient();
    private final Deliveries deliveries;
    private @Nullable ScheduledThreadPoolExecutor thread;
    private volatile boolean closed;

    /** A queue that reports to nobody. */
    public SendQueue() {
        this(Deliveries.UNHEARD);
    }

    /** @param deliveries is told of all that is sent */
    public SendQueue(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** What came of a request that was sent, when in microseconds since 1970, and how long it took. */
    record SendResult(AsyncResult<Response> result, long micros, long nanos) {}

    /** What is told of all that is sent. */
    Deliveries deliveries() {
        return deliveries;
    }

    /**
     * Does this soon, on a thread that nobody waits for; false if too much is waiting already.
     *
     * @param bytes how many it holds until it is done
     */
    boolean later(int bytes, Runnable work) {
        return take(bytes) && after(Duration.ZERO, work, () -> give(bytes));
    }

    /**
     * Sends a request after the delay; false if too much is waiting already.
     *
     * @param done gets the answer of the receiver, or why there is none, unless this queue is closed before
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
