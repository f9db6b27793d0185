package dev.understudy.live;

import static com.sun.management.GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.stream.Stream;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * Returns free heap memory to the operating system while the server is idle, and when a lot of garbage was created at
 * once; by default, Java keeps the memory. Under load the heap keeps its usual size, since G1 would collect garbage
 * constantly in a smaller one.
 *
 * <p>This works only with the G1 collector, which can run periodic concurrent collections. The interval can be set at
 * run time: it is switched off except when a collection is wanted.
 */
final class IdleHeap {
    /** The server counts as idle if there was no collection for this time. */
    static final Duration IDLE = Duration.ofMinutes(1);

    private static final String INTERVAL = "G1PeriodicGCInterval";
    private static final String LEAST = "MinHeapFreeRatio";
    private static final String MOST = "MaxHeapFreeRatio";

    /**
     * In milliseconds; 0 turns periodic collections off, and G1 then checks once a second whether the interval has
     * changed.
     */
    private static final String NEVER = "0";

    private static final String SOON = "100";

    private final HotSpotDiagnosticMXBean machine;
    private volatile boolean collected;

    private IdleHeap(HotSpotDiagnosticMXBean machine) {
        this.machine = machine;
    }

    /** The minimum and maximum free share of the heap after a collection, in percent. */
    private enum Free {
        IDLE("20", "40"),
        /** The defaults of Java. */
        WORKING("40", "70");

        private final String least;
        private final String most;

        Free(String least, String most) {
            this.least = least;
            this.most = most;
        }
    }

    /**
     * Starts to manage the heap of this virtual machine; empty with another collector, or if the user has set these
     * options, which are then left alone.
     *
     * @param idle the time without a collection after which the server counts as idle
     */
    static Optional<IdleHeap> lookAfter(Duration idle) {
        try {
            var heap = new IdleHeap(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class));
            boolean g1 = Boolean.parseBoolean(heap.value("UseG1GC"));
            if (g1 && Stream.of(INTERVAL, LEAST, MOST).allMatch(heap::isDefault)) {
                heap.begin(idle);
                return Optional.of(heap);
            }
        } catch (IllegalArgumentException e) {
            // This virtual machine does not have these options, which is no problem.
        }
        return Optional.empty();
    }

    private void begin(Duration idle) {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener((collection, ignored) -> after(collection), null, null);
        }
        var look = new TimerTask() {
            @Override
            public void run() {
                if (!collected) {
                    collect();
                }
                collected = false;
            }
        };
        new Timer("idle-heap", true).schedule(look, idle.toMillis(), idle.toMillis());
    }

    /** Starts a concurrent collection within a second, and then returns free memory. */
    void collect() {
        allow(Free.IDLE);
        machine.setVMOption(INTERVAL, SOON);
    }

    /** A periodic collection means that the server is idle; a collection for lack of memory means that it is not. */
    private void after(Notification collection) {
        if (collection.getType().equals(GARBAGE_COLLECTION_NOTIFICATION)) {
            String cause = GarbageCollectionNotificationInfo.from((CompositeData) collection.getUserData())
                    .getGcCause();
            if (cause.equals("G1 Periodic Collection")) {
                machine.setVMOption(INTERVAL, NEVER);
                allow(Free.IDLE);
                return;
            }
            collected = true;
            if (cause.equals("G1 Evacuation Pause")) {
                allow(Free.WORKING);
            }
        }
    }

    private synchronized void allow(Free free) {
        if (value(MOST).equals(free.most)) {
            return;
        }
        // The minimum must never exceed the maximum.
        machine.setVMOption(LEAST, "0");
        machine.setVMOption(MOST, free.most);
        machine.setVMOption(LEAST, free.least);
    }

    private String value(String option) {
        return machine.getVMOption(option).getValue();
    }

    private boolean isDefault(String option) {
        return machine.getVMOption(option).getOrigin() == VMOption.Origin.DEFAULT;
    }
}
