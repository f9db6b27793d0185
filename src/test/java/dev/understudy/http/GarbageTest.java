package dev.understudy.http;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.understudy.api.Effect;
import dev.understudy.api.Fixture;
import dev.understudy.api.MockApi;
import dev.understudy.api.Reply;
import dev.understudy.fixture.Order;
import dev.understudy.fixture.State;
import dev.understudy.live.Catalogue;
import dev.understudy.live.Garbage;
import dev.understudy.live.LiveSnapshot;
import dev.understudy.live.Settings;
import dev.understudy.live.Zoo;
import dev.understudy.road.Pets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What connections hold of what was served before a reload: nothing, however long they are open. */
@Timeout(60)
class GarbageTest {
    private static final int WAITS = 2;
    private static final int STALLS = 3;
    private static final Order<Pets.Pet> BACKWARDS = Order.by(
            "backwards", Comparator.comparing((Pets.Pet pet) -> pet.name()).reversed());

    private final Garbage served = new Garbage();
    private final CountDownLatch waiting = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Path pets;
    private final LiveSnapshot live;
    private MockServer server;

    GarbageTest(@TempDir Path folder) throws Exception {
        pets = Files.createDirectories(folder.resolve("zoo/pets")).resolve("pets.json");
        Catalogue.Entry zoo = Zoo.catalogue().get(0);
        MockApi api = Pets.api(
                List.of(new Fixture<>(Pets.PETS, Pets.Pet::of)),
                (call, state) -> answer(call.arguments().query().path("limit").asInt(), state));
        live = new LiveSnapshot(
                List.of(new Catalogue.Entry(zoo.name(), zoo.contract(), api)),
                Settings.DEFAULT.withAuth(false).withFixtures(folder));
    }

    @BeforeEach
    void start() throws Exception {
        load("before");
        Service service = live.service();
        var noting = new Service(
                incoming -> served.note(service.road().answer(incoming)),
                service.finder(),
                service.journal(),
                service.redaction(),
                service.own(),
                service.pages(),
                service.hosts(),
                service.listener(),
                service.outOfMemory());
        server = MockServer.start(Settings.DEFAULT.address(), Settings.DEFAULT.access(), noting);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** So many that they are sorted on a thread for long calls. */
    private void load(String name) throws Exception {
        String all = IntStream.range(0, 10_000)
                .mapToObj(i -> "{\"name\":\"%s %04d\"}".formatted(name, i))
                .collect(joining(",", "[", "]"));
        Files.writeString(pets, all);
        live.take(live.read());
    }

    private Reply answer(int limit, State state) {
        Pets.Pet first = served.note(state.set(Pets.PETS).first(1).get(0));
        if (limit == WAITS) {
            served.note(state.set(Pets.PETS).sorted(BACKWARDS).first(1).get(0));
            waiting.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return limit == STALLS ? new Stalled(Map.of("pets", List.of(first))) : Pets.pets(first.name());
    }

    private record Stalled(Map<String, Object> body) implements Reply {
        @Override
        public int status() {
            return 200;
        }

        @Override
        @JsonIgnore
        public Effect effect() {
            return new Effect.Stall(Effect.Point.behind(4), Effect.LONGEST);
        }
    }

    private static String get(int limit) {
        return "GET /zoo/pets?limit=" + limit + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    @Test
    void records_and_answers_of_before_are_garbage_though_their_connections_are_open() throws Exception {
        try (var kept = new Line(server.port());
                var stalled = new Line(server.port());
                var slow = new Line(server.port())) {
            for (int i = 0; i < 4; i++) {
                assertThat(kept.send(get(1)).answer()).endsWith("{\"pets\":[{\"name\":\"before 0000\"}]}");
            }
            assertThat(stalled.send(get(STALLS)).interim()).startsWith("HTTP/1.1 200 OK");
            slow.send(get(WAITS));
            waiting.await();

            load("after");
            goOn.countDown();
            assertThat(slow.answer()).endsWith("{\"pets\":[{\"name\":\"before 0000\"}]}");

            served.assertCollected();
            assertThat(kept.send(get(1)).answer()).endsWith("{\"pets\":[{\"name\":\"after 0000\"}]}");
            assertThat(slow.send(get(1)).answer()).endsWith("{\"pets\":[{\"name\":\"after 0000\"}]}");
        }
    }
}
