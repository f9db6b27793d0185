package dev.understudy.server;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;

/** Gives memory back to the machine while there is little to do: by itself, Java keeps what its heap once took. */
public final class IdleHeap {
    /** The minimum comes first: it must not be above the maximum at any time. */
    private static final List<Map.Entry<String, String>> OPTIONS = List.of(
            // Percent of the heap that may be free after a collection.
            Map.entry("MinHeapFreeRatio", "20"),
            Map.entry("MaxHeapFreeRatio", "40"),
            // Milliseconds without any collection after which there is one, beside the program.
            Map.entry("G1PeriodicGCInterval", "60000"));

    private IdleHeap() {}

    /**
     * Has the G1 collector do so, from now on; other collectors, and one with options of somebody's own, stay as is.
     */
    public static void giveBack() {
        try {
            var machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            boolean g1 = Boolean.parseBoolean(machine.getVMOption("UseG1GC").getValue());
            if (g1 && OPTIONS.stream().allMatch(option -> isDefault(machine, option.getKey()))) {
                OPTIONS.forEach(option -> machine.setVMOption(option.getKey(), option.getValue()));
            }
        } catch (IllegalArgumentException e) {
            // A virtual machine without these options; it works as well.
        }
    }

    private static boolean isDefault(HotSpotDiagnosticMXBean machine, String option) {
        return machine.getVMOption(option).getOrigin() == VMOption.Origin.DEFAULT;
    }
}
