package dev.understudy.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options of a virtual machine are tried in one of its own. */
@Timeout(60)
class IdleHeapTest {
    @ParameterizedTest
    @CsvSource({
        "-XX:+UseG1GC, true 40 70 0",
        "-XX:+UseG1GC -XX:MaxHeapFreeRatio=60, false 40 60 0",
        "-XX:+UseG1GC -XX:G1PeriodicGCInterval=5000, false 40 70 5000",
        "-XX:+UseSerialGC, false 40 70 0"
    })
    void only_g1_without_options_of_somebody_s_own_is_looked_after(String options, String after) throws Exception {
        assertThat(run(Started.class, options.split(" "))).isEqualTo(after);
    }

    @Test
    void a_heap_with_nothing_to_do_is_kept_small_and_one_with_work_is_not() throws Exception {
        assertThat(run(IdleThenBusy.class, "-XX:+UseG1GC", "-Xmx64m")).isEqualTo("idle 20 40, busy 40 70");
    }

    @Test
    void what_has_become_garbage_at_once_goes_back_to_the_machine_when_asked_for() throws Exception {
        assertThat(run(Reloaded.class, "-XX:+UseG1GC", "-Xms16m", "-Xmx512m"))
                .isEqualTo("more than 200 MB, then less than 50");
    }

    private static String run(Class<?> program, String... options) throws Exception {
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.command().addAll(List.of(options));
        command.command().addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        // What tells Java of options would have it say so.
        command.environment().keySet().removeIf(name -> name.endsWith("JAVA_OPTIONS") || name.endsWith("TOOL_OPTIONS"));
        Process process = command.redirectErrorStream(true).start();
        if (!process.waitFor(50, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    }

    static final class Started {
        public static void main(String[] args) {
            boolean present = IdleHeap.lookAfter(IdleHeap.IDLE).isPresent();
            System.out.println(present + " " + ratios() + " " + value("G1PeriodicGCInterval"));
        }
    }

    static final class IdleThenBusy {
        private static byte[] garbage = {};

        public static void main(String[] args) {
            assertThat(IdleHeap.lookAfter(Duration.ofMillis(50))).isPresent();
            String idle = ratios();
            while (!idle.equals("20 40")) {
                rest();
                idle = ratios();
            }
            String busy = ratios();
            while (!busy.equals("40 70")) {
                garbage = new byte[1 + garbage.length % 100_000];
                busy = ratios();
            }
            System.out.println("idle " + idle + ", busy " + busy);
        }
    }

    static final class Reloaded {
        private static final List<byte[]> SERVED = new ArrayList<>();

        public static void main(String[] args) {
            IdleHeap heap = IdleHeap.lookAfter(IdleHeap.IDLE).orElseThrow();
            while (megabytes() <= 200) {
                SERVED.add(new byte[100_000]);
            }
            SERVED.clear();
            while (megabytes() >= 50) {
                heap.collect();
                rest();
            }
            System.out.println("more than 200 MB, then less than 50");
        }

        /** What the heap has from the machine. */
        private static long megabytes() {
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted() >> 20;
        }
    }

    /** To look without a pause makes garbage without a pause, and a heap that is collected for that has work. */
    private static void rest() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }

    private static HotSpotDiagnosticMXBean machine() {
        return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    }

    private static String value(String option) {
        return machine().getVMOption(option).getValue();
    }

    private static String ratios() {
        return value("MinHeapFreeRatio") + " " + value("MaxHeapFreeRatio");
    }
}
