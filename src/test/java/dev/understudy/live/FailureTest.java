package dev.understudy.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.MockApi;
import dev.understudy.http.MockServer;
import dev.understudy.http.Stage;
import dev.understudy.http.Wire;
import dev.understudy.road.Exchange;
import dev.understudy.road.Pets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
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
                MockServer.start(settings().address(), settings().access(), endless)) {
            for (int i = 0; i < 3; i++) {
                assertThat(Wire.exchange(server.port(), GET))
                        .startsWith("HTTP/1.1 500 ")
                        .containsPattern("\\{\"wrong\":\\[\".* as error [0-9a-f]{8}")
                        .doesNotContain("StackOverflow");
            }
        }
    }

    @Test
    void no_memory_left_is_the_end_of_that_server_and_of_nothing_else() throws Exception {
        var heard = new AtomicReference<OutOfMemoryError>();
        MockApi exhausted = Pets.api(call -> {
            throw new OutOfMemoryError("on purpose");
        });
        Catalogue.Entry zoo = Zoo.catalogue().get(0);
        var settings = Settings.DEFAULT.withOutOfMemory(heard::set);
        try (Running server =
                Understudy.start(List.of(new Catalogue.Entry(zoo.name(), zoo.contract(), exhausted)), settings)) {
            assertThat(Wire.exchange(server.port(), GET)).isEmpty();
            server.awaitClose();
        }
        assertThat(heard.get()).hasMessage("on purpose");
    }

    private static RuntimeException endless(int depth) {
        return depth < 0 ? new IllegalStateException() : endless(depth + 1);
    }

    private static Settings settings() {
        return Settings.DEFAULT;
    }
}
