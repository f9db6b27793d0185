package dev.understudy.live;

import dev.understudy.contract.Contract;
import dev.understudy.openapi.source.Finding;
import dev.understudy.openapi.source.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks the examples and answers of the served contracts in the background, and logs the findings once. It has its own
 * thread with the lowest priority, and gives up after a time limit.
 */
final class BackgroundCheck implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundCheck.class);

    /** Delays the check, so that it does not slow down the first requests. */
    private static final Duration DELAY = Duration.ofSeconds(3);

    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** The maximum number of findings that are logged individually. */
    private static final int TOLD = 10;

    private final Duration delay;
    private final Duration longest;
    private final Set<Contract> checked = Collections.newSetFromMap(new WeakHashMap<>());
    /** Counted down to stop the current check. */
    private CountDownLatch end = new CountDownLatch(0);

    BackgroundCheck() {
        this(DELAY, LONGEST);
    }

    /** @param longest the time limit of each check */
    BackgroundCheck(Duration delay, Duration longest) {
        this.delay = delay;
        this.longest = longest;
    }

    /**
     * Starts to check the user's contracts that were not checked before, and stops an earlier check; returns at once.
     */
    synchronized void begin(Collection<Contract> contracts) {
        close();
        List<Contract> unchecked = contracts.stream()
                .filter(contract -> contract.isBrought() && !checked.contains(contract))
                .toList();
        if (!unchecked.isEmpty()) {
            var over = new CountDownLatch(1);
            end = over;
            var thread = new Thread(() -> run(unchecked, over), "findings");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            thread.start();
        }
    }

    @Override
    public synchronized void close() {
        end.countDown();
    }

    private void run(List<Contract> contracts, CountDownLatch over) {
        try {
            if (over.await(delay.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
            long last = System.nanoTime() + longest.toNanos();
            BooleanSupplier inTime = () -> System.nanoTime() - last < 0;
            for (Contract contract : contracts) {
                check(contract, over, inTime);
            }
        } catch (InterruptedException e) {
            // The process is ending.
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("The examples of contracts could not be checked", e);
        }
    }

    private void check(Contract contract, CountDownLatch over, BooleanSupplier inTime) {
        var before = new HashSet<>(contract.findings());
        List<Finding> found = LateFindings.all(
                contract,
                Contracts.api(contract, Seeds.DEFAULT, Clock.systemUTC()),
                () -> over.getCount() > 0 && inTime.getAsBoolean());
        if (over.getCount() == 0) {
            return;
        }
        synchronized (this) {
            checked.add(contract);
        }
        tell(
                contract,
                found.stream().filter(finding -> !before.contains(finding)).toList());
        if (!inTime.getAsBoolean()) {
            LOG.info("Not all of {} is checked: understudy check goes on to the end", contract.source());
        }
    }

    private static void tell(Contract contract, List<Finding> found) {
        List<Finding> stopping =
                found.stream().filter(finding -> finding.level().stops()).toList();
        stopping.stream().limit(TOLD).forEach(finding -> LOG.warn("{}", finding.text()));
        int hints = (int)
                found.stream().filter(finding -> finding.level() == Level.HINT).count();
        if (!found.isEmpty()) {
            LOG.info(
                    "Checked the examples and answers of {}: {}{}; understudy check {} lists them",
                    contract.name(),
                    stopping.isEmpty() ? "" : CountedNoun.of(stopping.size(), "gap") + (hints == 0 ? "" : ", "),
                    hints == 0 ? "" : CountedNoun.of(hints, "hint"),
                    contract.source());
        }
    }
}
