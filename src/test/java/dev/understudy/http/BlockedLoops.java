package dev.understudy.http;

import io.vertx.core.impl.VertxThread;
import java.lang.Thread.State;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails the test class during which an event loop was kept from its other connections for more than 100 ms, in any
 * test. What counts is the time that its thread worked or waited inside one task, not the time on the clock: a machine
 * that gives the thread no processor is not our fault. A class that does it on purpose says so with {@link OnPurpose}.
 */
public final class BlockedLoops implements BeforeAllCallback, AfterAllCallback {
    private static final Duration MOST = Duration.ofMillis(100);
    private static final Duration TICK = Duration.ofMillis(10);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final BlockedLoops WATCH = new BlockedLoops();

    private final Map<Thread, Task> tasks = new WeakHashMap<>();
    private final List<String> seen = new ArrayList<>();
    private boolean watching;

    /** Blocks an event loop, for this is what it tests. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface OnPurpose {}

    /** What an event loop is at, since when. */
    private static final class Task {
        private final long started;
        private final long workedBefore;
        private long waited;
        private boolean told;

        Task(long started, long workedBefore) {
            this.started = started;
            this.workedBefore = workedBefore;
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        WATCH.watch();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        List<String> seen = WATCH.taken();
        if (!seen.isEmpty() && !context.getRequiredTestClass().isAnnotationPresent(OnPurpose.class)) {
            throw new AssertionError(String.join("\n", seen));
        }
    }

    /** What was seen since the last time. */
    static synchronized List<String> sightings() {
        return WATCH.taken();
    }

    private synchronized List<String> taken() {
        List<String> taken = List.copyOf(seen);
        seen.clear();
        return taken;
    }

    private synchronized void watch() {
        if (!watching) {
            watching = true;
            Thread watcher = new Thread(
                    () -> {
                        while (true) {
                            LockSupport.parkNanos(TICK.toNanos());
                            look();
                        }
                    },
                    "blocked-loops");
            watcher.setDaemon(true);
            watcher.start();
        }
    }

    private synchronized void look() {
        var threads = new Thread[Thread.activeCount() + 50];
        Thread.currentThread().getThreadGroup().enumerate(threads);
        for (Thread thread : threads) {
            if (thread instanceof VertxThread loop && !loop.isWorker() && loop.startTime() != 0) {
                look(loop);
            }
        }
    }

    private void look(VertxThread loop) {
        long started = loop.startTime();
        long worked = THREADS.getThreadCpuTime(loop.getId());
        Task task = tasks.get(loop);
        if (task == null || task.started != started) {
            tasks.put(loop, new Task(started, worked));
            return;
        }
        State state = loop.getState();
        StackTraceElement[] stack = loop.getStackTrace();
        // Each look counts for one tick at the most, however late it comes.
        task.waited += state == State.RUNNABLE ? 0 : TICK.toNanos();
        long blocked = worked - task.workedBefore + task.waited;
        if (blocked > MOST.toNanos() && !task.told && isOurs(stack) && loop.startTime() == started) {
            task.told = true;
            seen.add("%s was kept for more than %d ms, by%n    %s"
                    .formatted(loop.getName(), TimeUnit.NANOSECONDS.toMillis(blocked), where(stack)));
        }
    }

    /** Clients of tests have event loops too; and before ours listens, there is nobody to wait for it. */
    private static boolean isOurs(StackTraceElement[] stack) {
        return Arrays.stream(stack).anyMatch(frame -> frame.getClassName().startsWith("dev.understudy."))
                && Arrays.stream(stack)
                        .noneMatch(frame -> frame.getClassName().equals(Listener.class.getName())
                                && frame.getMethodName().equals("start"));
    }

    private static String where(StackTraceElement[] stack) {
        return String.join(
                "\n    ", Arrays.stream(stack).limit(40).map(String::valueOf).toList());
    }
}
