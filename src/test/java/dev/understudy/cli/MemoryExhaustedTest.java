package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.http.Stage;
import dev.understudy.http.Wire;
import dev.understudy.live.Catalogue;
import dev.understudy.live.Running;
import dev.understudy.live.Settings;
import dev.understudy.live.Understudy;
import dev.understudy.live.Zoo;
import dev.understudy.road.Pets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MemoryExhaustedTest {
    @Test
    void no_memory_left_is_the_end_of_the_process_with_a_message() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), WithoutMemory.class.getName())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(MemoryExhausted.EXIT_CODE);
            assertThat(process.errorReader().lines()).anyMatch(line -> line.startsWith("Out of memory: "));
        } finally {
            process.destroyForcibly();
        }
    }

    /** A server whose handler has no memory left, and its first client. */
    static final class WithoutMemory {
        public static void main(String[] arguments) throws Exception {
            Catalogue.Entry zoo = Zoo.catalogue().get(0);
            var exhausted = new Catalogue.Entry(zoo.name(), zoo.contract(), Pets.api(call -> {
                throw new OutOfMemoryError("on purpose");
            }));
            var settings = Settings.DEFAULT.withOutOfMemory(MemoryExhausted::outOfMemory);
            try (Running server = Understudy.start(List.of(exhausted), settings)) {
                Wire.exchange(server.port(), Stage.GET + "Connection: close\r\n\r\n");
            }
        }
    }
}
