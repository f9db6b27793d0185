package dev.understudy.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.live.Running;
import dev.understudy.live.Settings;
import dev.understudy.live.Understudy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body with a content coding: gzip is taken off, once, and everything holds for what was inside. */
@Timeout(60)
class GzippedBodyTest {
    private static final String PATH = "/export/employees/ai_goals";
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final int MOST = Limits.DEFAULT.body();

    private static Running server;

    @BeforeAll
    static void start() throws Exception {
        server = Understudy.start(Settings.DEFAULT.withAuth(false));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZip", "identity, gzip", ", gzip ,"})
    void is_read_as_if_it_had_come_plain(String coding) throws Exception {
        assertThat(post(coding, gzip("{\"limit\":2}")))
                .isEqualTo(post("identity", "{\"limit\":2}"))
                .startsWith(OK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "Identity", "identity, identity", ""})
    void a_coding_that_changes_nothing_is_taken(String coding) throws Exception {
        assertThat(post(coding, "{\"limit\":2}")).startsWith(OK);
    }

    @Test
    void may_come_in_small_pieces_with_all_that_a_header_can_have() throws Exception {
        String gzip = header(2 | 4 | 8 | 16) + gzip("{\"limit\":2}").substring(10);
        var chunks = new StringBuilder();
        gzip.chars().forEach(c -> chunks.append("1\r\n").append((char) c).append("\r\n"));

        String answer = Wire.exchange(
                server.port(), head("gzip") + "Transfer-Encoding: chunked\r\n\r\n" + chunks + "0\r\n\r\n");

        assertThat(undated(answer)).isEqualTo(post("gzip", gzip)).isEqualTo(post("identity", "{\"limit\":2}"));
    }

    @ParameterizedTest
    @ValueSource(ints = {Deflater.NO_COMPRESSION, Deflater.BEST_SPEED, Deflater.BEST_COMPRESSION})
    void may_be_as_long_inside_as_a_plain_one(int level) throws Exception {
        String most = "{\"limit\":2" + " ".repeat(MOST - 11) + "}";

        assertThat(post("gzip", gzip(most, level))).startsWith(OK);
        assertThat(post("gzip", gzip(most + " ", level)))
                .startsWith("HTTP/1.1 413 ")
                .contains(MOST + " bytes");
    }

    @Test
    void a_bomb_is_refused_when_it_goes_off_and_not_when_all_of_it_has_come() throws Exception {
        String bomb = gzip(" ".repeat(20 * MOST));
        try (var line = new Line(server.port())) {
            line.send(head("gzip") + "Content-Length: " + bomb.length() + "\r\n\r\n" + bomb.substring(0, 2000));

            assertThat(line.answer()).startsWith("HTTP/1.1 413 ").contains(MOST + " bytes");
        }
    }

    @Test
    void what_would_be_too_long_even_if_it_held_nothing_is_refused_before_it_comes() throws Exception {
        try (var line = new Line(server.port())) {
            line.send(head("gzip") + "Content-Length: " + 2 * MOST + "\r\n\r\n");

            assertThat(line.answer()).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void one_that_is_broken_is_a_400_that_says_how() throws Exception {
        String gzip = gzip("{\"limit\":2}");
        int end = gzip.length();

        assertBroken("{\"limit\":2}", "not gzip");
        assertBroken("\u001f", "cut off");
        assertBroken(gzip.substring(0, 12), "cut off");
        assertBroken(gzip.substring(0, end - 1), "cut off");
        assertBroken(gzip + "\0", "followed by other bytes");
        assertBroken(gzip + gzip, "followed by other bytes");
        assertBroken(gzip.substring(0, end - 8) + "\1" + gzip.substring(end - 7), "damaged: its checksum is that of");
        assertBroken(gzip.substring(0, end - 1) + "\1", "damaged: its checksum is that of");
        assertBroken(gzip.substring(0, 10) + "\u00ff\u00ff" + gzip.substring(12), "broken after ");
        assertBroken("\u001f\u008b\u0008\u00e0" + gzip.substring(4), "not gzip");
        assertBroken(header(2).substring(0, 11) + "\0" + gzip.substring(10), "not gzip");
        assertBroken(header(8).substring(0, 10) + "n".repeat(9000), "with a header of more than 8192 bytes");
    }

    private static void assertBroken(String bytes, String how) throws IOException {
        assertThat(post("gzip", bytes))
                .startsWith("HTTP/1.1 400 ")
                .contains("body must be one whole gzip stream, as header \\\"Content-Encoding\\\" says, was ", how);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "compress", "zstd", "gzip, gzip", "gzip, br", "br, gzip", "gzip x"})
    void another_coding_is_a_415_that_says_what_is_taken(String coding) throws Exception {
        assertThat(post(coding, gzip("{\"limit\":2}")))
                .startsWith("HTTP/1.1 415 ")
                .contains("\r\nAccept-Encoding: gzip\r\n")
                .contains("must be gzip, identity or left out, was \\\"" + coding + "\\\"");
    }

    @Test
    void a_415_about_the_type_says_nothing_of_codings() throws Exception {
        String answer = Wire.exchange(
                server.port(), head("gzip").replace("application/json", "text/plain") + "Content-Length: 1\r\n\r\nx");

        assertThat(answer).startsWith("HTTP/1.1 415 ").doesNotContain("Accept-Encoding:");
    }

    @ParameterizedTest
    @CsvSource({"POST, /nowhere, 404", "PUT, /export/employees/ai_goals, 405", "GET, /api/work-tasks, 200"})
    void what_is_wrong_with_it_matters_only_where_a_body_does(String method, String path, int status) throws Exception {
        String answer = Wire.exchange(
                server.port(),
                head("gzip").replace("POST " + PATH, method + " " + path) + "Content-Length: 5\r\n\r\nhello");

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    }

    @Test
    void nothing_at_all_is_no_body() throws Exception {
        assertThat(post("gzip", "")).startsWith("HTTP/1.1 400 ").contains("body must be given, was missing");
        assertThat(post("gzip", gzip(""))).startsWith("HTTP/1.1 400 ").contains("body must be given, was missing");
    }

    @Test
    void an_answer_that_is_kept_is_that_of_what_was_inside() throws Exception {
        String one = post("identity", "{\"limit\":1}");
        String two = post("identity", "{\"limit\":2}");
        assertThat(one).isNotEqualTo(two);

        assertThat(post("gzip", gzip("{\"limit\":1}"))).isEqualTo(one);
        assertThat(post("gzip", gzip("{\"limit\":2}"))).isEqualTo(two);
        assertThat(post("gzip", "{\"limit\":1}")).startsWith("HTTP/1.1 400 ");
        assertThat(post("identity", gzip("{\"limit\":1}"))).startsWith("HTTP/1.1 400 ");
        assertThat(post("br", "{\"limit\":1}")).startsWith("HTTP/1.1 415 ");
        assertThat(post("identity", "{\"limit\":1}")).isEqualTo(one);
    }

    private static String post(String coding, String body) throws IOException {
        return undated(
                Wire.exchange(server.port(), head(coding) + "Content-Length: " + body.length() + "\r\n\r\n" + body));
    }

    private static String head(String coding) {
        return "POST " + PATH
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Content-Encoding: " + coding + "\r\n";
    }

    private static String undated(String answer) {
        return answer.replaceFirst("(?i)\r\ndate: [^\r]*", "");
    }

    private static String gzip(String text) throws IOException {
        return gzip(text, Deflater.DEFAULT_COMPRESSION);
    }

    private static String gzip(String text, int level) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes) {
            {
                def.setLevel(level);
            }
        }) {
            out.write(text.getBytes(ISO_8859_1));
        }
        return bytes.toString(ISO_8859_1);
    }

    /** A header with these parts: 2 a checksum, 4 extra fields, 8 a name, 16 a comment (RFC 1952 section 2.3). */
    private static String header(int flags) {
        String head = "\u001f\u008b\u0008" + (char) flags + "\0\0\0\0\0\u00ff";
        head += (flags & 4) == 0 ? "" : "\3\0abc";
        head += (flags & 8) == 0 ? "" : "body.json\0";
        head += (flags & 16) == 0 ? "" : "a comment\0";
        var sum = new CRC32();
        sum.update(head.getBytes(ISO_8859_1));
        return (flags & 2) == 0 ? head : head + (char) (sum.getValue() & 0xFF) + (char) (sum.getValue() >> 8 & 0xFF);
    }
}
