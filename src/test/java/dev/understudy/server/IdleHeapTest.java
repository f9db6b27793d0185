package dev.understudy.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options of a virtual machine are tried in one of its own. */
class IdleHeapTest {
    @ParameterizedTest
    @CsvSource({
        "-XX:+UseG1GC, 20 40 60000",
        "-XX:+UseG1GC -XX:MaxHeapFreeRatio=60, 40 60 0",
        "-XX:+UseG1GC -XX:G1PeriodicGCInterval=5000, 40 70 5000",
        "-XX:+UseSerialGC, 40 70 0"
    })
    void g1_gives_memory_back_and_what_somebody_has_set_stays(String options, String after) throws Exception {
        assertThat(run(options.split(" "))).isEqualTo(after);
    }

    private static String run(String... options) throws IOException {
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.command().addAll(List.of(options));
        command.command().addAll(List.of("-cp", System.getProperty("java.class.path"), Program.class.getName()));
        // What tells Java of options would have it say so.
        command.environment().keySet().removeIf(name -> name.endsWith("JAVA_OPTIONS") || name.endsWith("TOOL_OPTIONS"));
        Process process = command.redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    }

    static final class Program {
        public static void main(String[] args) {
            IdleHeap.giveBack();
            System.out.println(
                    value("MinHeapFreeRatio") + " " + value("MaxHeapFreeRatio") + " " + value("G1PeriodicGCInterval"));
        }

        private static String value(String option) {
            return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .getVMOption(option)
                    .getValue();
        }
    }
}
