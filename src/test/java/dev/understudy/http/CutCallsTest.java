package dev.understudy.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Body;
import dev.understudy.api.Response;
import dev.understudy.journal.Journal;
import dev.understudy.journal.Redaction;
import dev.understudy.road.Answer;
import dev.understudy.road.IncomingRequest;
import dev.understudy.road.SessionFinder;
import dev.understudy.session.Counts;
import dev.understudy.session.SessionLimits;
import dev.understudy.session.Sessions;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls whose clients leave while the answer is sent count as cut, and no others do. */
@Timeout(60)
class CutCallsTest {
    private static final byte[] PIECE = "x".repeat(10_000).getBytes(UTF_8);

    private static final Sessions SESSIONS = new Sessions(SessionLimits.DEFAULT);

    private static final Journal JOURNAL = new Journal(Journal.BUDGET);

    private static MockServer server;
    private static MockServer encrypted;

    @BeforeAll
    static void start() throws Exception {
        var service = new Service(
                CutCallsTest::answer,
                new SessionFinder(SESSIONS, request -> true, false),
                JOURNAL,
                () -> new Redaction(List.of()),
                CutCallsTest::answer,
                vertx -> request -> request.response().end(),
                Set::of,
                (answer, nanos) -> {},
                out -> {});
        var address = new Address("127.0.0.1", 0);
        server = MockServer.start(address, AccessSettings.DEFAULT, service);
        encrypted = MockServer.start(address, Stage.encrypted(Timeouts.DEFAULT), service);
    }

    @AfterAll
    static void stop() {
        server.close();
        encrypted.close();
    }

    private static Answer answer(IncomingRequest incoming) {
        String path = incoming.request().path();
        var items = new Body.Items(
                () -> Stream.generate(() -> PIECE)
                        .limit(path.equals("/short") ? 3 : Long.MAX_VALUE)
                        .iterator(),
                path.equals("/slow") ? Duration.ofMillis(1) : Duration.ZERO);
        return Answer.of(new Response(200, Map.of("Content-Type", "text/plain"), items));
    }

    @ParameterizedTest
    @ValueSource(strings = {"slow", "fast"})
    void a_stream_that_its_client_leaves_is_cut(String path) throws Exception {
        try (var line = new Line(server.port())) {
            line.send("GET /-/in/" + path + "/" + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .interim();
        }
        Counts counts = counts(path);

        assertThat(counts.cuts()).isEqualTo(1);
        assertThat(counts.answered()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = HttpVersion.class,
            names = {"HTTP_1_1", "HTTP_2"})
    void a_stream_that_is_read_to_its_end_is_answered(HttpVersion version) {
        Vertx vertx = Vertx.vertx();
        HttpClient client = Stage.client(vertx, version);
        try {
            Buffer read = client.request(HttpMethod.GET, encrypted.port(), "127.0.0.1", "/-/in/" + version + "/short")
                    .compose(request -> request.send().compose(HttpClientResponse::body))
                    .await();
            assertThat(read.length()).isEqualTo(3 * PIECE.length);
        } finally {
            // Vert.x closes a client that nobody refers to any more, whatever it is at.
            client.close().await();
            vertx.close().await();
        }
        Counts counts = counts(version.name());

        assertThat(counts.answered()).isEqualTo(1);
        assertThat(counts.cuts()).isZero();
        assertThat(JOURNAL.of(SESSIONS.find(version.name()).orElseThrow()))
                .map(entry ->
                        new Redaction(List.of()).redacted(entry).answerContent().size())
                .containsExactly(3L * PIECE.length);
    }

    /** Those of a session when its call has ended, which is not known here at once. */
    private static Counts counts(String key) {
        Counts counts = SESSIONS.find(key).orElseThrow().counts();
        while (counts.answered() + counts.cuts() == 0) {
            assertThat(Thread.interrupted()).isFalse();
            Thread.onSpinWait();
        }
        return counts;
    }
}
