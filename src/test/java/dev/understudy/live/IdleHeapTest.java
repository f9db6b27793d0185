package dev.understudy.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options of a virtual machine are tried in one of its own. */
@Timeout(60)
class IdleHeapTest {
    @ParameterizedTest
    @CsvSource({
        "-XX:+UseG1GC, 40 70 60000",
        "-XX:+UseG1GC -XX:MaxHeapFreeRatio=60, 40 60 0",
        "-XX:+UseG1GC -XX:G1PeriodicGCInterval=5000, 40 70 5000",
        "-XX:+UseSerialGC, 40 70 0"
    })
    void only_g1_without_options_of_somebody_s_own_collects_by_the_clock(String options, String after)
            throws Exception {
        assertThat(run(Started.class, options.split(" "))).isEqualTo(after);
    }

    @Test
    void a_heap_with_nothing_to_do_is_kept_small_and_one_with_work_is_not() throws Exception {
        assertThat(run(IdleThenBusy.class, "-XX:+UseG1GC", "-Xmx64m")).isEqualTo("idle 20 40, busy 40 70");
    }

    private static String run(Class<?> program, String... options) throws IOException {
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.command().addAll(List.of(options));
        command.command().addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        // What tells Java of options would have it say so.
        command.environment().keySet().removeIf(name -> name.endsWith("JAVA_OPTIONS") || name.endsWith("TOOL_OPTIONS"));
        Process process = command.redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    }

    static final class Started {
        public static void main(String[] args) {
            IdleHeap.giveBack();
            System.out.println(ratios() + " " + value("G1PeriodicGCInterval"));
        }
    }

    static final class IdleThenBusy {
        private static byte[] garbage = {};

        public static void main(String[] args) {
            IdleHeap.giveBack();
            machine().setVMOption("G1PeriodicGCInterval", "50");
            while (!ratios().equals("20 40")) {
                Thread.onSpinWait();
            }
            String idle = ratios();
            while (!ratios().equals("40 70")) {
                garbage = new byte[1 + garbage.length % 100_000];
            }
            System.out.println("idle " + idle + ", busy " + ratios());
            System.exit(0);
        }
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
