package dev.understudy.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.understudy.api.Body;
import dev.understudy.api.Json;
import dev.understudy.api.Response;
import dev.understudy.api.bytes.Bytes;
import dev.understudy.road.Answer;
import dev.understudy.road.IncomingRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bodies that are too large for the memory. The exchange answers with the bytes that it got. */
@Timeout(60)
class UploadTest {
    private static final int MOST = 3 << 20;
    private static final Path OPEN = Path.of("/proc/self/fd");
    private static final String LARGE = random(MOST - 7);
    private static final AtomicReference<Body> LAST = new AtomicReference<>(Body.NONE);

    private static MockServer server;

    @BeforeAll
    static void start() throws Exception {
        // To load it takes longer than an event loop may be kept.
        Json.mapper();
        server = serve();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static MockServer serve() throws CannotListen {
        var access = Stage.access(
                new Limits(8192, 16_384, 100, MOST, 200, 100), Stage.timeouts(20_000, 20_000, 20_000, 300));
        return MockServer.start(new Address("127.0.0.1", 0), access, UploadTest::answer);
    }

    private static Answer answer(IncomingRequest incoming) {
        Body body = incoming.request().body();
        LAST.set(body);
        byte[] echo =
                incoming.request().path().equals("/echo") ? body.received().whole() : new byte[0];
        int status = body instanceof Body.TooLarge ? 413 : 200;
        return Answer.of(new Response(status, Map.of("Content-Type", "application/octet-stream"), echo));
    }

    private static String random(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return new String(bytes, ISO_8859_1);
    }

    private static String head(String path, String... fields) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + String.join("\r\n", fields)
                + "\r\n\r\n";
    }

    private static String content(String answer) {
        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n");
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    private static void assertGone() {
        Body last = Objects.requireNonNull(LAST.get());
        assertThat(last).isInstanceOf(Body.Stored.class);
        Bytes bytes = last.received();
        assertThatThrownBy(() -> bytes.copy(0, new byte[1], 1)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void a_large_one_comes_whole_and_is_gone_when_it_is_answered() throws Exception {
        String answer = Wire.exchange(server.port(), head("/echo", "Content-Length: " + LARGE.length()) + LARGE);

        assertThat(content(answer).equals(LARGE)).isTrue();
        assertGone();
    }

    @Test
    void one_in_chunks_comes_whole_too() throws Exception {
        String answer = Wire.exchange(
                server.port(),
                head("/echo", "Transfer-Encoding: chunked") + Integer.toHexString(LARGE.length()) + "\r\n" + LARGE
                        + "\r\n0\r\n\r\n");

        assertThat(content(answer).equals(LARGE)).isTrue();
        assertGone();
    }

    @Test
    void one_that_is_gzipped_is_stored_as_what_it_holds() throws Exception {
        String zeros = "\0".repeat(MOST);
        String answer = gzipped(zeros);

        assertThat(content(answer).equals(zeros)).isTrue();
        assertGone();
        assertThat(gzipped(zeros + "0")).startsWith("HTTP/1.1 413 ");
    }

    private static String gzipped(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(ISO_8859_1));
        }
        return Wire.exchange(
                server.port(),
                head("/echo", "Content-Encoding: gzip", "Content-Length: " + bytes.size())
                        + bytes.toString(ISO_8859_1));
    }

    @Test
    void one_of_a_mebibyte_stays_in_memory() throws Exception {
        String body = random(1 << 20);

        Wire.exchange(server.port(), head("/", "Content-Length: " + body.length()) + body);

        assertThat(LAST.get()).isInstanceOf(Body.Whole.class);
    }

    @Test
    void nothing_is_left_of_what_is_refused_on_the_way_cut_by_the_client_or_by_the_end_of_the_server()
            throws Exception {
        assumeTrue(Files.isDirectory(OPEN), "open files can be listed");
        String chunk = Integer.toHexString(LARGE.length()) + "\r\n" + LARGE + "\r\n";
        assertThat(Wire.exchange(server.port(), head("/", "Transfer-Encoding: chunked") + chunk + chunk + "0\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ");
        assertThat(open()).isZero();

        try (var line = new Line(server.port())) {
            line.send(head("/", "Content-Length: " + MOST) + LARGE);
            await(1);
        }
        await(0);

        MockServer other = serve();
        try (var line = new Line(other.port())) {
            line.send(head("/", "Content-Length: " + MOST) + LARGE);
            await(1);
            other.close();
            await(0);
        }
    }

    /** How many bodies are on the disk. */
    private static long open() throws IOException {
        try (Stream<Path> files = Files.list(OPEN)) {
            return files.filter(UploadTest::isBody).count();
        }
    }

    private static boolean isBody(Path open) {
        try {
            return Files.readSymbolicLink(open).toString().contains("understudy-");
        } catch (IOException e) {
            // Closed since.
            return false;
        }
    }

    private static void await(int bodies) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (open() != bodies && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        assertThat(open()).isEqualTo(bodies);
    }
}
