package dev.understudy.live;

import static com.sun.management.GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * Gives memory back to the machine while there is nothing to do: by itself, Java keeps what its heap once took. While
 * there is work the heap stays as large as Java makes it. In one that is kept small, G1 looks for garbage all the time.
 */
public final class IdleHeap {
    private static final String INTERVAL = "G1PeriodicGCInterval";
    private static final String LEAST = "MinHeapFreeRatio";
    private static final String MOST = "MaxHeapFreeRatio";

    private final HotSpotDiagnosticMXBean machine;

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
     * Has the G1 collector do so, from now on; other collectors, and one with options of somebody's own, stay as is.
     */
    public static void giveBack() {
        try {
            var heap = new IdleHeap(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class));
            boolean g1 = Boolean.parseBoolean(heap.value("UseG1GC"));
            if (g1 && Stream.of(INTERVAL, LEAST, MOST).allMatch(heap::isDefault)) {
                heap.begin();
            }
        } catch (IllegalArgumentException e) {
            // A virtual machine without these options; it works as well.
        }
    }

    private void begin() {
        // Milliseconds without any collection after which there is one, beside the program.
        machine.setVMOption(INTERVAL, "60000");
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener((collection, ignored) -> after(collection), null, null);
        }
    }

    /** A collection by the clock means that there is nothing to do, one for want of memory that there is. */
    private void after(Notification collection) {
        if (collection.getType().equals(GARBAGE_COLLECTION_NOTIFICATION)) {
            String cause = GarbageCollectionNotificationInfo.from((CompositeData) collection.getUserData())
                    .getGcCause();
            switch (cause) {
                case "G1 Periodic Collection" -> allow(Free.IDLE);
                case "G1 Evacuation Pause" -> allow(Free.WORKING);
                default -> {
                    // Tells neither.
                }
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
