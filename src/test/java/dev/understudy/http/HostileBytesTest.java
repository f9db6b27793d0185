package dev.understudy.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.live.Settings;
import dev.understudy.live.Snapshot;
import dev.understudy.live.Zoo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that no honest client sends, as they come from the wire. */
class HostileBytesTest {
    private static final String CLOSE = "Connection: close\r\n";
    private static final String TOKEN = "Authorization: Bearer t\r\n";
    private static final String HOST = "Host: localhost\r\n";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ");

    private static MockServer server;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("zoo/pets"));
        Files.writeString(folder.resolve("zoo/pets/pets.json"), "[{\"name\":\"Ada\"}]");
        var settings = Settings.DEFAULT.withFixtures(folder);
        server = MockServer.start(
                settings.address(),
                settings.access(),
                ((Snapshot) Snapshot.load(Zoo.catalogue(), settings)).exchange());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Bytes, and the statuses of the answers to them in their order; none when the connection is cut. */
    record Row(String name, String bytes, List<Integer> answers) {
        @Override
        public String toString() {
            return name + " -> " + (answers.isEmpty() ? "cut" : answers);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"hosts", "targets", "framing", "fields", "versions", "sizes", "asking"})
    void are_answered_with_a_typed_body_or_cut_and_the_server_lives_on(Row row) throws Exception {
        String got = Wire.exchange(server.port(), row.bytes());

        assertThat(statuses(got)).isEqualTo(row.answers());
        if (!row.answers().isEmpty()) {
            assertThat(got).containsPattern("(?i)content-type: application/(problem\\+)?json");
        }
        assertThat(got).doesNotContain("Exception", "io.netty", "\tat ");
        assertThat(statuses(Wire.exchange(server.port(), get("/zoo/pets")))).containsExactly(200);
    }

    static Stream<Row> hosts() {
        return Stream.of(
                row("two Host fields", head("GET /zoo/pets HTTP/1.1", HOST + HOST), 400),
                row("no Host field", head("GET /zoo/pets HTTP/1.1", ""), 400),
                row("no Host field in HTTP/1.0, which has none", head("GET /zoo/pets HTTP/1.0", ""), 200),
                row("an empty Host", head("GET /zoo/pets HTTP/1.1", "Host: \r\n"), 400),
                row("a Host that is no name", head("GET /zoo/pets HTTP/1.1", "Host: a b\r\n"), 400),
                row("a Host with a user", head("GET /zoo/pets HTTP/1.1", "Host: localhost@evil.example\r\n"), 400),
                row("a foreign Host", head("GET /zoo/pets HTTP/1.1", "Host: evil.example\r\n"), 421),
                row(
                        "a Host that begins like ours",
                        head("GET /zoo/pets HTTP/1.1", "Host: localhost.evil.example\r\n"),
                        421),
                row(
                        "a Host that begins like our address",
                        head("GET /zoo/pets HTTP/1.1", "Host: 127.0.0.1.evil.example\r\n"),
                        421),
                row("our address as Host", head("GET /zoo/pets HTTP/1.1", "Host: 127.0.0.1:8080\r\n"), 200),
                row("our other address as Host", head("GET /zoo/pets HTTP/1.1", "Host: [::1]:1\r\n"), 200),
                row("our name in capitals", head("GET /zoo/pets HTTP/1.1", "Host: LOCALHOST.:80\r\n"), 200),
                row("a foreign address as target", get("http://evil.example/zoo/pets"), 421),
                row("our address as target", get("http://localhost:8080/zoo/pets"), 200),
                row("an address without a host", get("http:///zoo/pets"), 400),
                row("an address of another kind", get("ftp://localhost/zoo/pets"), 400));
    }

    static Stream<Row> targets() {
        return Stream.of(
                row("a path without its slash", get("zoo/pets"), 400),
                row("a backslash for a slash", get("\\zoo\\pets"), 400),
                row("%00 in the path", get("/zoo/pets%00"), 400),
                row("%00 in the query", get("/zoo/pets?limit=%00"), 400),
                row("NUL in the path", get("/zoo/pets\0"), 400),
                row("NUL in the query", get("/zoo/pets?limit=\0"), 400),
                row("a byte that is no ASCII in the query", get("/zoo/pets?limit=\u00e9"), 400),
                row("%2e%2e in the path", get("/zoo/%2e%2e/zoo/pets"), 404),
                row(".. in the path", get("/zoo/../zoo/pets"), 404),
                row("%2f for a slash", get("/zoo%2fpets"), 404),
                row("two slashes", get("//zoo/pets"), 404),
                row("two slashes and a name", get("//evil.example/zoo/pets"), 404),
                row("overlong UTF-8 in the path", get("/zoo/%c0%afpets"), 400),
                row("overlong UTF-8 in the path of nobody", get("/%c0%af"), 400),
                row("overlong UTF-8 in the query", get("/zoo/pets?limit=%c0%b1"), 400),
                row("half a surrogate pair in the query", get("/zoo/pets?limit=%ed%a0%80"), 400),
                row("an escape without digits", get("/zoo/pets?limit=%zz"), 400),
                row("an escape without digits in a name", get("/zoo/pets?%zz=1"), 400),
                row("CONNECT", head("CONNECT example.com:443 HTTP/1.1", "Host: example.com:443\r\n"), 501),
                row("TRACE", head("TRACE /zoo/pets HTTP/1.1", HOST), 405),
                row("TRACE of nothing", head("TRACE / HTTP/1.1", HOST), 404),
                row("a method in small letters", head("get /zoo/pets HTTP/1.1", HOST), 405),
                row("a method that is no token", head("G(T /zoo/pets HTTP/1.1", HOST), 400),
                row("an asterisk for a path", get("*"), 400),
                row("two blanks behind the method", head("GET  /zoo/pets HTTP/1.1", HOST), 400),
                row("two blanks behind the path", head("GET /zoo/pets  HTTP/1.1", HOST), 400),
                row("a tab behind the method", head("GET\t/zoo/pets HTTP/1.1", HOST), 400),
                row("a blank before the method", head(" GET /zoo/pets HTTP/1.1", HOST), 400));
    }

    static Stream<Row> framing() {
        return Stream.of(
                row("a body in chunks", post(CHUNKED, "e\r\n{\"name\":\"Ada\"}\r\n0\r\n\r\n"), 200),
                row("Content-Length with Transfer-Encoding", post("Content-Length: 2\r\n" + CHUNKED, "0\r\n\r\n"), 400),
                row("an unknown Transfer-Encoding", post("Transfer-Encoding: banana\r\n", "{}"), 501),
                row("a Transfer-Encoding nearly known", post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"), 501),
                row("a body that is compressed on the way", post("Transfer-Encoding: gzip, chunked\r\n", ""), 501),
                row("chunked that is not the last", post("Transfer-Encoding: chunked, gzip\r\n", ""), 400),
                row("chunked twice", post(CHUNKED + CHUNKED, "0\r\n\r\n"), 501),
                row("chunked in HTTP/1.0", post(CHUNKED, "0\r\n\r\n").replace("HTTP/1.1", "HTTP/1.0"), 400),
                row("two lengths", post("Content-Length: 2\r\nContent-Length: 3\r\n", "{} "), 400),
                row("a list of lengths", post("Content-Length: 2, 2\r\n", "{}"), 400),
                row("a length below zero", post("Content-Length: -2\r\n", "{}"), 400),
                row("a length with a sign", post("Content-Length: +2\r\n", "{}"), 400),
                row("a length in another base", post("Content-Length: 0x2\r\n", "{}"), 400),
                row("a length beyond counting", post("Content-Length: 99999999999999999999\r\n", "{}"), 400),
                row("a chunk size that is no number", post(CHUNKED, "zz\r\n{}\r\n0\r\n\r\n")),
                row("a chunk size below zero", post(CHUNKED, "-2\r\n{}\r\n0\r\n\r\n")),
                row("a chunk size in another notation", post(CHUNKED, "0x2\r\n{}\r\n0\r\n\r\n")),
                row("a chunk size beyond counting", post(CHUNKED, "FFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n")),
                row("a chunk longer than its size", post(CHUNKED, "2\r\n{}XX0\r\n\r\n")),
                row("a chunk size ended by LF alone", post(CHUNKED, "2\n{}\n0\n\n")),
                row("LF in a chunk extension", post(CHUNKED, "2;a\nb\r\n{}\r\n0\r\n\r\n")),
                row("a trailer that is no field", post(CHUNKED, "2\r\n{}\r\n0\r\nbanana\r\n\r\n")),
                row("a trailer without end", post(CHUNKED, "2\r\n{}\r\n0\r\nX: " + "x".repeat(20_000) + "\r\n\r\n")));
    }

    static Stream<Row> fields() {
        return Stream.of(
                row("a blank before the colon", field("X-A : b"), 400),
                row("a field without a name", field(": b"), 400),
                row("a field without a colon", field("banana"), 400),
                row("a name that is no token", field("X(A): b"), 400),
                row("a name that is no ASCII", field("X\u00e9: b"), 400),
                row("NUL in a name", field("X\0: b"), 400),
                row("NUL in a value", field("X: a\0b"), 400),
                row("CR in a value", field("X: a\rb"), 400),
                row("ESC in a value", field("X: a\u001bb"), 400),
                row("LF alone at the end of a line", field("X: a\nY: b"), 400),
                row("a folded line, read as one with a blank (RFC 9112 section 5.2)", field("X: a\r\n b"), 200),
                row("a folded first line", "GET /zoo/pets HTTP/1.1\r\n " + HOST + TOKEN + CLOSE + "\r\n", 400),
                row("LF for every CR LF", get("/zoo/pets").replace("\r\n", "\n"), 400));
    }

    static Stream<Row> versions() {
        return Stream.of(
                row("HTTP/0.9", "GET /zoo/pets\r\n", 400),
                row("the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0", 505),
                row("HTTP/3", head("GET /zoo/pets HTTP/3.0", HOST), 505),
                row("a later HTTP/1", head("GET /zoo/pets HTTP/1.2", HOST), 200),
                row("a version in small letters", head("GET /zoo/pets http/1.1", HOST), 400),
                row("a version of two digits", head("GET /zoo/pets HTTP/1.10", HOST), 400),
                row("a fourth word", head("GET /zoo/pets HTTP/1.1 x", HOST), 400),
                row("an offer of HTTP/2", field("Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQ"), 200),
                row("the beginning of TLS", "\u0016\u0003\u0001\0\u00a5\u0001\0\0\u00a1\r\n\r\n", 400),
                row(
                        "every byte there is",
                        IntStream.range(0, 768)
                                .mapToObj(i -> String.valueOf((char) (i % 256)))
                                .collect(Collectors.joining()),
                        400));
    }

    static Stream<Row> sizes() {
        return Stream.of(
                row("a path of 10 KB", get("/" + "x".repeat(10_240)), 414),
                row("a path as long as may be", get("/" + "x".repeat(8000)), 404),
                row("a query of 10 KB", get("/zoo/pets?a=" + "x".repeat(10_240)), 414),
                row("one field more than 100", field(many(98, i -> "X" + i + ": y", "\r\n")), 431),
                row("the same field 99 times", field(many(98, i -> "X: y", "\r\n")), 431),
                row("100 fields", field(many(97, i -> "X" + i + ": y", "\r\n")), 200),
                row("a field of 17 KB", field("X: " + "x".repeat(17 << 10)), 431),
                row("201 parameters", get("/zoo/pets?" + many(201, i -> "a" + i + "=1", "&")), 400),
                row("200 parameters", get("/zoo/pets?" + many(200, i -> "a" + i + "=1", "&")), 200));
    }

    static Stream<Row> asking() {
        String json = "{\"name\":\"Ada\"}";
        String first = "GET /zoo/pets HTTP/1.1\r\n" + HOST + TOKEN + "\r\n";
        return Stream.of(
                row("asking before sending", post("Expect: 100-continue\r\nContent-Length: 14\r\n", json), 100, 200),
                row(
                        "asking before sending too much",
                        post("Expect: 100-continue\r\nContent-Length: 2000000\r\n", ""),
                        413),
                row("expecting something else", post("Expect: banana\r\nContent-Length: 14\r\n", json), 417),
                row("four requests at once", first.repeat(3) + get("/zoo/pets"), 200, 200, 200, 200),
                row("a bad request behind a good one", first + "BANANA\r\n\r\n", 200, 400),
                row("a foreign request behind a good one", first + get("http://evil.example/"), 200, 421),
                row("a body where none is asked for", field("Content-Length: 5") + "hello", 200));
    }

    @Test
    void options_of_everything_tells_the_methods() throws Exception {
        assertThat(Wire.exchange(server.port(), head("OPTIONS * HTTP/1.1", HOST)))
                .startsWith("HTTP/1.1 204 No Content\r\n")
                .containsPattern("(?i)allow: GET, HEAD, OPTIONS, POST\r\n");
    }

    private static Row row(String name, String bytes, Integer... answers) {
        return new Row(name, bytes, List.of(answers));
    }

    private static String head(String line, String host) {
        return line + "\r\n" + host + TOKEN + CLOSE + "\r\n";
    }

    private static String get(String target) {
        return head("GET " + target + " HTTP/1.1", HOST);
    }

    private static String field(String field) {
        return head("GET /zoo/pets HTTP/1.1", HOST + field + "\r\n");
    }

    private static String post(String fields, String body) {
        return head("POST /zoo/pets HTTP/1.1", HOST + "Content-Type: application/json\r\n" + fields) + body;
    }

    private static String many(int count, IntFunction<String> each, String between) {
        return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining(between));
    }

    private static List<Integer> statuses(String answers) {
        Matcher status = STATUS.matcher(answers);
        return status.results().map(found -> Integer.valueOf(found.group(1))).toList();
    }
}
