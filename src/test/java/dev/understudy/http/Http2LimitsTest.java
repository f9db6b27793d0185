package dev.understudy.http;

import static dev.understudy.http.Http2Line.CONTINUATION;
import static dev.understudy.http.Http2Line.DATA;
import static dev.understudy.http.Http2Line.END_HEADERS;
import static dev.understudy.http.Http2Line.END_STREAM;
import static dev.understudy.http.Http2Line.HEADERS;
import static dev.understudy.http.Http2Line.PING;
import static dev.understudy.http.Http2Line.RESET;
import static dev.understudy.http.Http2Line.SETTINGS;
import static dev.understudy.http.Http2Line.WINDOW_UPDATE;
import static dev.understudy.http.Http2Line.field;
import static dev.understudy.http.Http2Line.frame;
import static dev.understudy.http.Http2Line.head;
import static dev.understudy.http.Http2Line.joined;
import static dev.understudy.http.Http2Line.times;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.live.Running;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A client that abuses HTTP/2 loses its request or its connection; one that came before it and a new one notice
 * nothing.
 */
@Timeout(60)
class Http2LimitsTest {
    private static final byte[] NOTHING = {};
    /**
     * How many resets are too many. A client that sends more may not hear why it is thrown out: what is left unread
     * when a connection is closed makes the kernel reset it, and drop what was not yet delivered.
     */
    private static final int TOO_MANY_RESETS = 201;

    private static Running server;

    private Http2Line line;
    private Http2Line other;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server = Stage.open(folder, Stage.encrypted(Timeouts.DEFAULT), "[]");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void connect() throws Exception {
        other = Http2Line.tls(server.port());
        assertThat(other.send(get(1)).next()).isEqualTo("1: 200");
        line = Http2Line.tls(server.port());
    }

    @AfterEach
    void the_others_are_served() throws Exception {
        try (var one = Http2Line.tls(server.port())) {
            assertThat(one.send(get(1)).next()).isEqualTo("1: 200");
        }
        assertThat(other.send(get(3)).next()).isEqualTo("3: 200");
        other.close();
        line.close();
    }

    @Test
    void a_header_block_beyond_its_limit_is_a_431() throws Exception {
        line.send(large(17_000));

        assertThat(line.next()).isEqualTo("1: 431");
        assertThat(line.next()).isEqualTo("1: PROTOCOL_ERROR");
        assertThat(line.send(get(3)).next()).isEqualTo("3: 200");
    }

    @Test
    void a_header_block_far_beyond_its_limit_ends_its_connection() throws Exception {
        line.send(large(30_000));

        assertThat(line.last()).isEqualTo("closing: PROTOCOL_ERROR");
    }

    @Test
    void a_header_block_without_an_end_ends_its_connection() throws Exception {
        line.send(frame(HEADERS, 0, 1, head("GET")));
        byte[] more = times(16, field("x", "y".repeat(1000)));

        assertThat(line.flood(10_000, frame(CONTINUATION, 0, 1, more))).isTrue();
    }

    @Test
    void empty_pieces_of_a_header_block_end_its_connection() throws Exception {
        line.send(frame(HEADERS, 0, 1, head("GET")));

        assertThat(line.flood(100_000, frame(CONTINUATION, 0, 1, NOTHING))).isTrue();
    }

    @Test
    void of_101_requests_at_once_the_last_is_refused_and_the_others_are_answered() throws Exception {
        for (int i = 0; i < 101; i++) {
            line.send(frame(HEADERS, END_HEADERS, 2 * i + 1, head("GET")));
        }

        assertThat(line.next()).isEqualTo("201: REFUSED_STREAM");
        for (int i = 0; i < 100; i++) {
            line.send(frame(DATA, END_STREAM, 2 * i + 1, NOTHING));
            assertThat(line.next()).isEqualTo(2 * i + 1 + ": 200");
        }
    }

    @Test
    void a_body_beyond_its_limit_is_a_413_and_the_other_requests_of_its_connection_are_answered() throws Exception {
        line.send(frame(HEADERS, END_HEADERS, 1, head("GET")));
        line.send(frame(HEADERS, END_HEADERS, 3, joined(head("POST"), field("content-length", "2000000"))));
        assertThat(line.next()).isEqualTo("3: 413");

        line.send(frame(DATA, END_STREAM, 1, NOTHING));
        assertThat(line.next()).isEqualTo("1: 200");
    }

    @Test
    void who_asks_first_and_hears_that_its_body_is_too_large_keeps_its_other_requests() throws Exception {
        byte[] asking = joined(head("POST"), field("content-length", "2000000"), field("expect", "100-continue"));
        line.send(frame(HEADERS, END_HEADERS, 1, head("GET")));
        line.send(frame(HEADERS, END_HEADERS, 3, asking));
        assertThat(line.next()).isEqualTo("3: 413");
        assertThat(line.next()).isEqualTo("3: NO_ERROR");

        line.send(frame(DATA, END_STREAM, 1, NOTHING));
        assertThat(line.next()).isEqualTo("1: 200");
    }

    @Test
    void requests_that_are_taken_back_at_once_end_their_connection() throws Exception {
        var flood = new ByteArrayOutputStream();
        for (int i = 0; i < TOO_MANY_RESETS; i++) {
            flood.writeBytes(get(2 * i + 1));
            flood.writeBytes(frame(RESET, 0, 2 * i + 1, new byte[] {0, 0, 0, 8}));
        }
        line.flood(1, flood.toByteArray());

        assertThat(line.last()).isEqualTo("closing: ENHANCE_YOUR_CALM");
    }

    @Test
    void requests_that_make_the_server_take_them_back_end_their_connection() throws Exception {
        var flood = new ByteArrayOutputStream();
        for (int i = 0; i < TOO_MANY_RESETS; i++) {
            flood.writeBytes(frame(HEADERS, END_HEADERS, 2 * i + 1, head("GET")));
            flood.writeBytes(frame(WINDOW_UPDATE, 0, 2 * i + 1, new byte[4]));
        }
        line.flood(1, flood.toByteArray());

        assertThat(line.last()).isEqualTo("closing: ENHANCE_YOUR_CALM");
    }

    @Test
    void empty_pieces_of_a_body_end_its_connection() throws Exception {
        line.send(frame(HEADERS, END_HEADERS, 1, head("POST")));
        line.flood(100, frame(DATA, 0, 1, NOTHING));

        assertThat(line.last()).isEqualTo("closing: ENHANCE_YOUR_CALM");
    }

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @ValueSource(ints = {PING, SETTINGS})
    void frames_whose_answers_nobody_reads_end_their_connection(int type) throws Exception {
        byte[] frame = frame(type, 0, 0, new byte[type == PING ? 8 : 0]);
        // The end comes three seconds later: so long Netty waits for a client that does not read.
        assertThat(line.flood(10_000, times(1000, frame))).isTrue();
    }

    private static byte[] get(int stream) {
        return frame(HEADERS, END_STREAM | END_HEADERS, stream, head("GET"));
    }

    /** A request whose header block has one field of so many letters. */
    private static byte[] large(int letters) {
        byte[] field = field("x", "y".repeat(letters));
        byte[] first = Arrays.copyOf(field, 16_000);
        byte[] second = Arrays.copyOfRange(field, 16_000, field.length);
        return joined(
                frame(HEADERS, END_STREAM, 1, head("GET")),
                frame(CONTINUATION, 0, 1, first),
                frame(CONTINUATION, END_HEADERS, 1, second));
    }
}
