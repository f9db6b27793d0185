package dev.understudy.live;

import dev.understudy.api.Fault;
import dev.understudy.load.Origin;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reloads contracts and fixtures when they change, or on request, on its own thread. Changes that are incomplete or
 * have faults are never served.
 */
final class Watch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    /** The maximum number of waits for changes to stop; after that, files are read while they are being written. */
    private static final int PATIENCE = 20;

    private final LiveSnapshot live;
    private final @Nullable WatchInterval pace;
    private final BlockingQueue<Boolean> asked = new ArrayBlockingQueue<>(1);
    private final Thread thread = new Thread(this::run, "fixtures");
    private Fingerprint seen;

    private Watch(LiveSnapshot live, Fingerprint seen, @Nullable WatchInterval pace) {
        this.live = live;
        this.seen = seen;
        this.pace = pace;
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Watches the folders from the moment at which this result was read.
     *
     * @param pace null to reload only on request
     */
    static Watch of(LiveSnapshot live, LoadResult first, @Nullable WatchInterval pace) {
        return new Watch(live, first.files(), pace);
    }

    /** Reloads soon, whether anything has changed or not; returns at once. */
    public void reload() {
        // A waiting request also covers this one.
        boolean ignored = asked.offer(true);
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                if (isAsked() || !look().equals(seen)) {
                    refresh();
                }
            }
        } catch (InterruptedException e) {
            // The watch was closed.
        }
    }

    private boolean isAsked() throws InterruptedException {
        return pace == null ? asked.take() : asked.poll(pace.every().toMillis(), TimeUnit.MILLISECONDS) != null;
    }

    private void refresh() throws InterruptedException {
        live.reading().lockInterruptibly();
        try {
            LoadResult loading = finished();
            seen = loading.files();
            tell(loading);
            live.take(loading);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            seen = look();
            LOG.error("The {} cannot be read again; what was loaded before is served", live.what(), e);
            live.failed();
        } finally {
            live.reading().unlock();
        }
    }

    /** Reads until nothing changed in the meantime; otherwise, one file might be newer than another. */
    private LoadResult finished() throws InterruptedException {
        for (int i = 1; ; i++) {
            waitForQuiet();
            LoadResult loading = live.read();
            if (look().equals(loading.files()) || i == PATIENCE) {
                return loading;
            }
        }
    }

    private void waitForQuiet() throws InterruptedException {
        if (pace == null) {
            return;
        }
        Fingerprint before = null;
        Fingerprint now = look();
        for (int i = 0; i < PATIENCE && !now.equals(before); i++) {
            before = now;
            Thread.sleep(pace.quiet().toMillis());
            now = look();
        }
    }

    private Fingerprint look() {
        return live.look();
    }

    private void tell(LoadResult loading) {
        List<Fault> faults = loading.faults();
        if (faults.isEmpty()) {
            int records = loading.origins().stream().mapToInt(Origin::records).sum();
            String contracts = loading instanceof Snapshot snapshot ? snapshot.broughtOnes() : "";
            int rules = loading instanceof Snapshot snapshot
                    ? snapshot.rules().shared().size()
                    : 0;
            LOG.info(
                    "Reloaded: {}{} collections, {} records{}",
                    contracts,
                    loading.origins().size(),
                    records,
                    rules == 0 ? "" : ", " + CountedNoun.of(rules, "rule"));
            return;
        }
        faults.forEach(fault -> LOG.error("{}", fault.text()));
        LOG.error(
                "{} in the changed {}; what was loaded before is served",
                CountedNoun.of(Fault.count(faults), "fault"),
                live.what());
    }
}
