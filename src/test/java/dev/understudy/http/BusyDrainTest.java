package dev.understudy.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Response;
import dev.understudy.road.Answer;
import dev.understudy.road.IncomingRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The server is told to end while all its event loops are busy: what the system has received meanwhile is answered. */
@Timeout(60)
@BlockedLoops.OnPurpose
class BusyDrainTest {
    private static final int LOOPS = Runtime.getRuntime().availableProcessors();
    private static final String GET = "GET /quick HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String HOLD = "GET /hold HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final CountDownLatch held = new CountDownLatch(LOOPS);
    private final CountDownLatch goOn = new CountDownLatch(1);

    private MockServer server;

    @BeforeEach
    void start() throws Exception {
        server = MockServer.start(new Address("127.0.0.1", 0), AccessSettings.DEFAULT, this::answer);
    }

    @AfterEach
    void stop() {
        goOn.countDown();
        server.close();
    }

    private Answer answer(IncomingRequest incoming) {
        if (incoming.request().path().equals("/hold")) {
            held.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return Answer.of(new Response(200, Map.of("Content-Type", "text/plain"), new byte[] {'o', 'k'}));
    }

    @Test
    void what_came_on_new_and_on_used_connections_is_answered_before_they_are_closed() throws Exception {
        List<Line> used = lines(10);
        for (Line line : used) {
            line.send(GET).answer();
        }
        List<Line> holding = holdAllLoops();
        for (Line line : used) {
            line.send(GET);
        }
        List<Line> fresh = lines(10);
        for (Line line : fresh) {
            line.send(GET);
        }
        List<Line> silent = lines(1);

        CompletableFuture<Void> drained = drain();
        untilNobodyIsAccepted();
        goOn.countDown();

        for (Line line : joined(holding, used, fresh)) {
            assertLast(line.rest());
        }
        assertThat(silent.get(0).rest()).isEmpty();
        drained.get(30, TimeUnit.SECONDS);
    }

    @Test
    void what_came_behind_a_request_that_is_answered_late_is_answered_too() throws Exception {
        List<Line> holding = holdAllLoops();
        for (Line line : holding) {
            line.send(GET).send(GET);
        }

        CompletableFuture<Void> drained = drain();
        untilNobodyIsAccepted();
        goOn.countDown();

        for (Line line : holding) {
            assertThat(line.answer())
                    .startsWith("HTTP/1.1 200 OK\r\n")
                    .containsIgnoringCase("\r\nconnection: keep-alive");
            assertThat(line.answer())
                    .startsWith("HTTP/1.1 200 OK\r\n")
                    .containsIgnoringCase("\r\nconnection: keep-alive");
            assertLast(line.rest());
        }
        drained.get(30, TimeUnit.SECONDS);
    }

    @Test
    void who_has_said_all_it_has_to_say_is_answered_too() throws Exception {
        List<Line> holding = holdAllLoops();
        List<Line> others = lines(4);
        for (Line line : joined(holding, others)) {
            line.send(GET).sendNoMore();
        }

        CompletableFuture<Void> drained = drain();
        untilNobodyIsAccepted();
        goOn.countDown();

        for (Line line : holding) {
            assertThat(line.answer()).startsWith("HTTP/1.1 200 OK\r\n");
            assertLast(line.rest());
        }
        for (Line line : others) {
            assertLast(line.rest());
        }
        drained.get(30, TimeUnit.SECONDS);
    }

    private static void assertLast(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 200 OK\r\n")
                .containsIgnoringCase("\r\nconnection: close\r\n")
                .endsWith("\r\n\r\nok");
    }

    /** A connection for each event loop, which are given to them in turn. */
    private List<Line> holdAllLoops() throws Exception {
        List<Line> holding = lines(LOOPS);
        for (Line line : holding) {
            line.send(HOLD);
        }
        assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();
        return holding;
    }

    private List<Line> lines(int count) throws IOException {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < count; i++) {
            lines.add(new Line(server.port()));
        }
        return lines;
    }

    @SafeVarargs
    private static List<Line> joined(List<Line>... parts) {
        return List.of(parts).stream().flatMap(List::stream).toList();
    }

    private CompletableFuture<Void> drain() {
        return CompletableFuture.runAsync(() -> server.drain(Duration.ZERO, Duration.ofSeconds(30)));
    }

    private void untilNobodyIsAccepted() {
        while (true) {
            try (var line = new Line(server.port())) {
                line.send("");
            } catch (IOException e) {
                return;
            }
        }
    }
}
