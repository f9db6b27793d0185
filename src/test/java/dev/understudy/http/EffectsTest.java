package dev.understudy.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.api.Body;
import dev.understudy.api.Effect;
import dev.understudy.api.Reply;
import dev.understudy.api.Response;
import dev.understudy.http.sending.Delays;
import dev.understudy.journal.JournalEntry;
import dev.understudy.journal.Redaction;
import dev.understudy.road.Answer;
import dev.understudy.road.IncomingRequest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the path asks for: how the answer is had, and what happens to it on the wire. */
@Timeout(60)
class EffectsTest {
    private static final String TEXT = "0123456789".repeat(20_000);
    private static final Duration SHORT = Duration.ofMillis(1);
    /** Much more than connections and their buffers hold. */
    private static final int ENDLESS = 4_000;

    private static final AtomicInteger MADE = new AtomicInteger();

    private static Path file;
    private static MockServer server;
    private static MockServer encrypted;
    private static Vertx vertx;
    private static HttpClient http2;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        file = Files.writeString(folder.resolve("text"), TEXT);
        Timeouts timeouts = Stage.timeouts(20_000, 20_000, 20_000, 300);
        var address = new Address("127.0.0.1", 0);
        server = MockServer.start(address, Stage.access(Limits.DEFAULT, timeouts), EffectsTest::answer);
        encrypted = MockServer.start(address, Stage.encrypted(timeouts), EffectsTest::answer);
        vertx = Vertx.vertx();
        http2 = Stage.client(vertx, HttpVersion.HTTP_2);
    }

    @AfterAll
    static void stop() {
        vertx.close().await();
        server.close();
        encrypted.close();
    }

    private static Answer answer(IncomingRequest incoming) {
        String[] asked = incoming.request().path().split("/");
        Body body =
                switch (asked[1]) {
                    case "items" -> new Body.Items(EffectsTest::items);
                    case "file" -> new Body.File(file, TEXT.length());
                    case "endless" -> new Body.Items(EffectsTest::endless);
                    default -> Body.of(TEXT.getBytes(UTF_8));
                };
        Effect effect =
                switch (asked[2]) {
                    case "delay" -> new Effect.Delay(SHORT);
                    case "stall" -> new Effect.Stall(Effect.Point.behind(100_000), SHORT);
                    case "cut" -> new Effect.Cut(Effect.Point.behind(100_000));
                    case "headless" -> new Effect.Cut(Effect.Point.behind(0));
                    case "garble" -> new Effect.Garble(7);
                    default -> Effect.NONE;
                };
        return new Answer(
                new Response(200, Map.of("Content-Type", "text/plain"), body),
                null,
                null,
                List.of(),
                false,
                List.of(),
                Reply.Cause.RECORD,
                null,
                List.of(),
                effect,
                null,
                false,
                null,
                null);
    }

    @Test
    void the_time_of_a_call_in_the_journal_is_that_with_what_its_effect_adds() throws Exception {
        try (var stage = new EffectStage(Delays.SYSTEM, Timeouts.DEFAULT)) {
            String path = stage.path(new Effect.Delay(SHORT));
            stage.get(EffectStage.Way.HTTP_1, path);
            JournalEntry entry = stage.journal()
                    .of(stage.session(EffectStage.Way.HTTP_1, path))
                    .get(0);

            assertThat(new Redaction(List.of()).redacted(entry).micros())
                    .isGreaterThanOrEqualTo(SHORT.toNanos() / 1000);
        }
    }

    private static Iterator<byte[]> items() {
        return IntStream.range(0, 200)
                .mapToObj(i -> TEXT.substring(i * 1000, i * 1000 + 1000).getBytes(UTF_8))
                .iterator();
    }

    private static Iterator<byte[]> endless() {
        byte[] piece = new byte[10_000];
        return IntStream.range(0, ENDLESS)
                .mapToObj(i -> {
                    MADE.incrementAndGet();
                    return piece;
                })
                .iterator();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/whole/none",
                "/items/none",
                "/file/none",
                "/whole/delay",
                "/file/delay",
                "/items/stall",
                "/file/stall"
            })
    void all_of_it_comes_in_the_end_over_both_versions(String path) throws Exception {
        Future<Buffer> meanwhile = over2(path, HttpClientResponse::body);
        String answer = exchange("GET " + path);

        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n");
        assertThat(content(answer)).isEqualTo(TEXT);
        assertThat(meanwhile.await().toString()).isEqualTo(TEXT);
    }

    @Test
    void pieces_come_in_chunks_and_a_file_has_its_length() throws Exception {
        assertThat(head(exchange("GET /items/none")))
                .containsIgnoringCase("\r\ntransfer-encoding: chunked")
                .doesNotContainIgnoringCase("content-length");
        assertThat(head(exchange("GET /file/none"))).containsIgnoringCase("\r\ncontent-length: 200000");
    }

    @Test
    void pieces_for_a_client_that_knows_no_chunks_end_with_the_connection() throws Exception {
        String answer = Wire.exchange(
                server.port(), "GET /items/none HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n");

        assertThat(head(answer)).doesNotContainIgnoringCase("chunked").doesNotContainIgnoringCase("content-length");
        assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4)).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/whole/none", "/items/none", "/file/none", "/items/stall", "/file/garble", "/whole/delay"})
    void the_answer_to_head_has_no_content(String path) throws Exception {
        String answer = exchange("HEAD " + path);

        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/whole/cut", "/items/cut", "/file/cut"})
    void a_cut_ends_the_connection_after_so_many_bytes(String path) throws Exception {
        String answer = exchange("GET " + path, "");

        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n");
        assertThat(content(answer)).isEqualTo(TEXT.substring(0, 100_000));
    }

    @Test
    void a_cut_after_nothing_leaves_the_head() throws Exception {
        assertThat(exchange("GET /whole/headless", ""))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .containsIgnoringCase("content-length: 200000")
                .endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/whole/garble", "/items/garble", "/file/garble"})
    void garbled_content_has_its_length_and_other_bytes_the_same_each_time(String path) throws Exception {
        String once = content(exchange("GET " + path));

        assertThat(once).hasSize(TEXT.length()).isNotEqualTo(TEXT);
        assertThat(content(exchange("GET " + path))).isEqualTo(once);
    }

    @Test
    void no_more_pieces_are_made_than_the_client_reads() throws Exception {
        MADE.set(0);
        try (var line = new Line(server.port())) {
            line.send("GET /endless/none HTTP/1.1\r\nHost: localhost\r\n\r\n").interim();
            // Who does not read is cut in the end; to a connection that is gone, nothing can be sent.
            assertThatThrownBy(() -> {
                        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
                        while (System.nanoTime() < end) {
                            line.send("x");
                            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
        assertThat(MADE.get()).isPositive().isLessThan(ENDLESS);
    }

    /** @param reading is called on the event loop, before any content: what comes when nobody listens is lost */
    private static <T> Future<T> over2(String path, Function<HttpClientResponse, Future<T>> reading) {
        return http2.request(HttpMethod.GET, encrypted.port(), "127.0.0.1", path)
                .compose(request -> request.send().compose(reading));
    }

    private static String exchange(String what) throws Exception {
        return exchange(what, "Connection: close\r\n");
    }

    private static String exchange(String what, String field) throws Exception {
        return Wire.exchange(server.port(), what + " HTTP/1.1\r\nHost: localhost\r\n" + field + "\r\n");
    }

    private static String head(String answer) {
        return answer.substring(0, answer.indexOf("\r\n\r\n"));
    }

    /** Without the sizes of chunks. */
    private static String content(String answer) {
        String rest = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        if (!head(answer).toLowerCase().contains("chunked")) {
            return rest;
        }
        var content = new StringBuilder();
        for (int at = 0; at < rest.length(); ) {
            int line = rest.indexOf("\r\n", at);
            int size = Integer.parseInt(rest.substring(at, line), 16);
            content.append(rest, line + 2, Math.min(rest.length(), line + 2 + size));
            at = size == 0 ? rest.length() : line + 2 + size + 2;
        }
        return new String(content.toString().getBytes(ISO_8859_1), ISO_8859_1);
    }
}
