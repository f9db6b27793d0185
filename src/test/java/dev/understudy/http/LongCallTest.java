package dev.understudy.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Fixture;
import dev.understudy.api.MockApi;
import dev.understudy.api.Reply;
import dev.understudy.fixture.Order;
import dev.understudy.fixture.State;
import dev.understudy.live.Catalogue;
import dev.understudy.live.Running;
import dev.understudy.live.Settings;
import dev.understudy.live.Understudy;
import dev.understudy.live.Zoo;
import dev.understudy.road.Pets;
import io.vertx.core.impl.VertxThread;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A call that takes longer than the other connections of its event loop can wait. */
@Timeout(60)
class LongCallTest {
    private static final int MANY = 60_000;
    private static final String ANY = "GET /zoo/pets?limit=1 HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String SORTED = "GET /zoo/pets?limit=2 HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private static final CountDownLatch SORTING = new CountDownLatch(1);
    private static final CountDownLatch GO_ON = new CountDownLatch(1);
    private static final ConcurrentLinkedQueue<Thread> SORTERS = new ConcurrentLinkedQueue<>();
    private static final Order<Pets.Pet> BACKWARDS = Order.by(
            "backwards", Comparator.comparing((Pets.Pet pet) -> pet.name()).reversed());

    private static Running server;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("zoo/pets"));
        Files.writeString(
                folder.resolve("zoo/pets/pets.json"),
                IntStream.range(0, MANY)
                        .mapToObj(i -> "{\"name\":\"%06d\"}".formatted(i))
                        .collect(Collectors.joining(",", "[", "]")));
        Catalogue.Entry zoo = Zoo.catalogue().get(0);
        MockApi api = Pets.api(List.of(new Fixture<>(Pets.PETS, Pets.Pet::of)), (call, state) -> {
            int limit = call.arguments().query().path("limit").asInt();
            return limit == 1 ? Pets.pets("any") : sorted(state);
        });
        server = Understudy.start(
                List.of(new Catalogue.Entry(zoo.name(), zoo.contract(), api)),
                Settings.DEFAULT.withAuth(false).withFixtures(folder));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Reply sorted(State state) {
        List<Pets.Pet> first = state.set(Pets.PETS).sorted(BACKWARDS).first(2);
        SORTERS.add(Thread.currentThread());
        SORTING.countDown();
        try {
            GO_ON.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Pets.pets(first.get(0).name(), first.get(1).name());
    }

    @Test
    void it_is_answered_on_another_thread_while_all_other_calls_are_answered() throws Exception {
        int connections = 2 * Runtime.getRuntime().availableProcessors();
        try (var slow = new Line(server.port()).send(SORTED)) {
            SORTING.await();
            for (int i = 0; i < connections; i++) {
                try (var other = new Line(server.port())) {
                    assertThat(other.send(ANY).answer()).endsWith("{\"pets\":[{\"name\":\"any\"}]}");
                }
            }
            GO_ON.countDown();

            assertThat(slow.answer())
                    .startsWith("HTTP/1.1 200 OK")
                    .endsWith("{\"pets\":[{\"name\":\"059999\"},{\"name\":\"059998\"}]}");
            assertThat(slow.send(ANY).answer()).endsWith("{\"pets\":[{\"name\":\"any\"}]}");
        }
        assertThat(SORTERS).hasSize(1).allMatch(thread -> thread instanceof VertxThread loop && loop.isWorker());
    }
}
