package dev.understudy.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Work on one thing after the other that other cores share in; what comes of it is taken in the order of the things.
 */
final class ParallelWork<A, B> {
    /** In records. */
    private static final int BATCH = 64;

    /** Enough for every core to have work, and few enough for what waits here to be small. */
    private static final int MOST_WAITING = 4 * Runtime.getRuntime().availableProcessors();

    private final Function<A, B> work;
    private final Consumer<B> taker;
    private final ArrayDeque<FutureTask<List<B>>> waiting = new ArrayDeque<>();
    private List<A> batch = new ArrayList<>();
    private int size;

    /** The work is done on any thread, what comes of it taken on the one that adds things. */
    ParallelWork(Function<A, B> work, Consumer<B> taker) {
        this.work = work;
        this.taker = taker;
    }

    /** @param weight what the thing counts, when those that are handed out together are counted */
    void add(int weight, A thing) {
        batch.add(thing);
        size += weight;
        if (size >= BATCH) {
            handOut();
        }
    }

    /** Returns when all that was added is done and taken. */
    void finish() {
        if (!batch.isEmpty()) {
            waiting.add(task());
        }
        while (!waiting.isEmpty()) {
            takeFirst();
        }
    }

    private void handOut() {
        FutureTask<List<B>> task = task();
        waiting.add(task);
        ForkJoinPool.commonPool().execute(task);
        if (waiting.size() > MOST_WAITING) {
            takeFirst();
        }
    }

    private FutureTask<List<B>> task() {
        List<A> things = batch;
        batch = new ArrayList<>();
        size = 0;
        return new FutureTask<>(() -> things.stream().map(work).toList());
    }

    private void takeFirst() {
        FutureTask<List<B>> first = waiting.remove();
        // Nobody has begun with it: then this thread does it, rather than wait.
        first.run();
        done(first).forEach(taker);
    }

    private static <B> List<B> done(FutureTask<List<B>> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while reading", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A record cannot be read or judged", e);
        }
    }
}
