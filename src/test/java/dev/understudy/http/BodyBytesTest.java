package dev.understudy.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.live.Running;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that are not the JSON that was asked for, as they come from the wire. */
class BodyBytesTest {
    private static final String JSON = "Content-Type: application/json\r\n";

    private static Running server;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server = Stage.open(folder, AccessSettings.DEFAULT, "[]");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** A body with the fields that describe it, the status of the answer and what the answer must say. */
    record Row(String name, String fields, String body, int status, String said) {
        @Override
        public String toString() {
            return name + " -> " + status;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void are_refused_in_the_apis_shape_with_the_place(Row row) throws Exception {
        String answer = Wire.exchange(
                server.port(),
                "POST /zoo/pets HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer t\r\nConnection: close\r\n"
                        + row.fields() + "Content-Length: " + row.body().length() + "\r\n\r\n" + row.body());

        assertThat(answer)
                .startsWith("HTTP/1.1 " + row.status() + " ")
                .contains("{\"wrong\":[", row.said())
                .doesNotContain("Exception", "jackson");
    }

    static Stream<Row> rows() {
        return Stream.of(
                bad("a byte order mark", "\u00ef\u00bb\u00bf{\"name\":\"a\"}", "byte order mark (line 1, column 1)"),
                bad("UTF-16", "{\0\"\0n\0", "looks like UTF-16"),
                bad("UTF-16 of a whole object", "{\0\"\0n\0a\0m\0e\0\"\0:\0\"\0a\0\"\0}\0", "(line 1, column 2)"),
                bad("UTF-16 with its mark", "\u00ff\u00fe{\0}\0", "byte 0xFF (line 1, column 1)"),
                bad("overlong UTF-8", "{\"name\":\"\u00c0\u00af\"}", "byte 0xC0 (line 1, column 10)"),
                bad("Latin-1", "{\"name\":\"\u00e9\"}", "byte 0xE9 (line 1, column 10)"),
                bad("half a surrogate pair", "{\"name\":\"\u00ed\u00a0\u0080\"}", "byte 0xED (line 1, column 10)"),
                bad(
                        "half a surrogate pair, escaped",
                        "{\"name\":\"\\ud800\"}",
                        "surrogate \\\\ud800 (line 1, column 10)"),
                bad("a key twice", "{\"name\":\"a\",\"name\":\"b\"}", "body /name must be there once"),
                bad("a second value", "{\"name\":\"a\"} {}", "another value after the first (line 1, column 14)"),
                bad("words behind the value", "{\"name\":\"a\"} banana", "line 1, column"),
                bad("a number with a vast exponent", "{\"name\":1e99999999999}", "vast exponent"),
                bad("a number with a long exponent", "{\"name\":1e99999999}", "/name"),
                bad("a number of 101 digits", "{\"name\":" + "1".repeat(101) + "}", "100 digits"),
                bad("NaN", "{\"name\":NaN}", "line 1, column"),
                bad("5,000 levels", "[".repeat(5000) + "]".repeat(5000), "at most 100 levels"),
                bad("an object that does not end", "{\"name\":\"a\"", "line 1, column"),
                bad("a line break in a text", "{\"name\":\"a\nb\"}", "line 1, column"),
                bad("NUL in a text", "{\"name\":\"a\0b\"}", "line 1, column"),
                bad("a comment", "{/**/\"name\":\"a\"}", "line 1, column"),
                bad("nothing", "", "body must be given, was missing"),
                bad("blanks", "  ", "empty"),
                bad("another type", "{\"name\":7}", "body /name must be"),
                bad("another property", "{\"name\":\"a\",\"age\":7}", "age"),
                bad("null", "null", "body must be"),
                row("no type", "", "{\"name\":\"a\"}", 415, "Content-Type"),
                row("a type that is not JSON", "Content-Type: text/plain\r\n", "{\"name\":\"a\"}", 415, "text/plain"),
                row("a type that is none", "Content-Type: banana\r\n", "{\"name\":\"a\"}", 415, "banana"),
                row("two types", JSON + JSON, "{\"name\":\"a\"}", 415, "Content-Type"),
                row("a form", "Content-Type: application/x-www-form-urlencoded\r\n", "name=a", 415, "Content-Type"),
                charset("utf-16"),
                charset("iso-8859-1"),
                charset("banana"),
                row("gzip", JSON + "Content-Encoding: gzip\r\n", "\u001f\u008b\b\0", 400, "cut off"),
                row("br", JSON + "Content-Encoding: br\r\n", "x", 415, "Content-Encoding"),
                row("a mebibyte and one", JSON, "x".repeat((1 << 20) + 1), 413, "1048576 bytes"));
    }

    private static Row bad(String name, String body, String said) {
        return row(name, JSON, body, 400, said);
    }

    private static Row charset(String name) {
        String type = "Content-Type: application/json; charset=" + name + "\r\n";
        return row("the charset " + name, type, "{\"name\":\"a\"}", 415, "in UTF-8");
    }

    private static Row row(String name, String fields, String body, int status, String said) {
        return new Row(name, fields, body, status, said);
    }
}
