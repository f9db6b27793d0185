package dev.understudy.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.http.LastWords;
import dev.understudy.http.MockServer;
import dev.understudy.http.Stage;
import dev.understudy.http.Wire;
import dev.understudy.road.Exchange;
import dev.understudy.road.Pets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What fails inside, as the client and the supervisor see it. */
class FailureTest {
    private static final String GET = Stage.GET + "Connection: close\r\n\r\n";

    @Test
    void a_handler_that_calls_itself_without_end_is_a_500_and_the_server_lives_on() throws Exception {
        Exchange endless = Pets.road(Pets.contract(), Pets.api(call -> {
            throw endless(0);
        }));
        try (MockServer server =
                MockServer.start(settings().address(), settings().gate(), endless)) {
            for (int i = 0; i < 3; i++) {
                assertThat(Wire.exchange(server.port(), GET))
                        .startsWith("HTTP/1.1 500 ")
                        .containsPattern("\\{\"wrong\":\\[\".* as error [0-9a-f]{8}")
                        .doesNotContain("StackOverflow");
            }
        }
    }

    @Test
    void no_memory_left_is_the_end_of_the_process_with_a_message() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), WithoutMemory.class.getName())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(LastWords.EXIT_CODE);
            assertThat(process.errorReader().lines()).anyMatch(line -> line.startsWith("Out of memory: "));
        } finally {
            process.destroyForcibly();
        }
    }

    /** A server whose handler has no memory left, and its first client. */
    static final class WithoutMemory {
        public static void main(String[] arguments) throws Exception {
            Exchange exhausted = Pets.road(Pets.contract(), Pets.api(call -> {
                throw new OutOfMemoryError("on purpose");
            }));
            try (MockServer server =
                    MockServer.start(settings().address(), settings().gate(), exhausted)) {
                Wire.exchange(server.port(), GET);
            }
        }
    }

    private static RuntimeException endless(int depth) {
        return depth < 0 ? new IllegalStateException() : endless(depth + 1);
    }

    private static Settings settings() {
        return new Settings("127.0.0.1", 0, List.of(), List.of(), true, false);
    }
}
