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
 * Gives memory back to the machine while there is nothing to do, and when much has become garbage at once: by itself,
 * Java keeps what its heap once took. While there is work the heap stays as large as Java makes it. In one that is kept
 * small, G1 looks for garbage all the time.
 *
 * <p>It is for the G1 collector, which can look for garbage beside the program, and does so by a clock. Its clock can
 * be set while it runs: it stands still but for the moments in which a collection is wanted.
 */
final class IdleHeap {
    /** For how long there was no collection when there is nothing to do. */
    static final Duration IDLE = Duration.ofMinutes(1);

    private static final String INTERVAL = "G1PeriodicGCInterval";
    private static final String LEAST = "MinHeapFreeRatio";
    private static final String MOST = "MaxHeapFreeRatio";

    /** In milliseconds. With this one G1 looks once a second whether there is another. */
    private static final String NEVER = "0";

    private static final String SOON = "100";

    private final HotSpotDiagnosticMXBean machine;
    private volatile boolean collected;

    private IdleHeap(HotSpotDiagnosticMXBean machine) {
        this.machine = machine;
    }

    /** How much of the heap may be free after a search for garbage, in percent. */
    private enum Free {
        IDLE("20", "40"),
        /** Java's own. */
        WORKING("40", "70");

        private final String least;
        private final String most;

        Free(String least, String most) {
            this.least = least;
            this.most = most;
        }
    }

    /**
     * That of this virtual machine, looked after from now on; empty with another collector, and with options of
     * somebody's own, which stay as they are.
     *
     * @param idle for how long there was no collection when there is nothing to do
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
            // A virtual machine without these options; it works as well.
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

    /** Has garbage looked for beside the program, a second from now, and gives back what is free then. */
    void collect() {
        allow(Free.IDLE);
        machine.setVMOption(INTERVAL, SOON);
    }

    /** A collection by the clock means that there is nothing to do, one for want of memory that there is. */
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
        // The least may not be above the most at any time.
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
