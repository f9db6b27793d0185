package dev.understudy.contract;

import static dev.understudy.contract.Requests.request;
import static dev.understudy.contract.Samples.messages;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Admission;
import dev.understudy.api.Call;
import dev.understudy.api.Json;
import dev.understudy.contract.form.FormBody;
import dev.understudy.openapi.Documents;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies of brought documents that are of several parts. */
class MultipartTest {
    private static final String PHOTO = "Content-Disposition: form-data; name=\"photo\"; filename=\"k.png\"\r\n";

    /** The document of the case N21. */
    private static final Contract PHOTOS = contract(
            """
            {schema: {type: object, required: [photo, note], properties: {
               photo: {type: string, format: binary, maxLength: 5}, note: {type: integer}}},
             encoding: {photo: {contentType: 'image/png, image/*',
               headers: {X-Size: {required: true, schema: {type: integer}}}}}}
            """);

    private static Contract contract(String media) {
        return FormsTest.contract("multipart/form-data", media.replace("\n", " "));
    }

    private static Contract properties(String properties) {
        return contract("{schema: {type: object, properties: {" + properties + "}}}");
    }

    private static Admission send(Contract contract, String type, String body) {
        return contract.admit(request("POST", "/kites", body.getBytes(ISO_8859_1), "Content-Type: " + type));
    }

    /** Each part is its header fields, a blank line and the content; byte by byte. */
    private static Admission post(Contract contract, String... parts) {
        var body = new StringBuilder();
        List.of(parts).forEach(part -> body.append("--x\r\n").append(part).append("\r\n"));
        return send(contract, "multipart/form-data; boundary=x", body + "--x--\r\n");
    }

    private static String field(String name, String value) {
        return "Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value;
    }

    private static String file(String name, String type, String value) {
        return "Content-Disposition: form-data; name=\"" + name + "\"; filename=\"k.png\"\r\nContent-Type: " + type
                + "\r\n\r\n" + value;
    }

    private static JsonNode body(Admission admission) {
        assertThat(messages(admission)).isEmpty();
        return Objects.requireNonNull(((Call) admission).arguments().body());
    }

    private static String photo(String type) {
        return PHOTO + "Content-Type: " + type + "\r\nX-Size: 4\r\n\r\n\u0089PNG";
    }

    /** The case N21. */
    @Test
    void a_part_is_held_to_the_types_and_headers_of_its_encoding() throws Exception {
        JsonNode body = body(post(PHOTOS, photo("image/webp"), field("note", "7")));

        assertThat(body.at("/photo").binaryValue()).isEqualTo("\u0089PNG".getBytes(ISO_8859_1));
        assertThat(body.at("/note").intValue()).isEqualTo(7);
        assertThat(messages(post(PHOTOS, photo("text/plain"), field("note", "x"))))
                .containsExactly(
                        "body /photo must be sent as image/png or image/*, was \"text/plain\"",
                        "body /note must be an integer, was \"x\"");
        assertThat(messages(post(PHOTOS, photo("image/png"), photo("image/png"))))
                .containsExactly(
                        "body /photo must be given once, was given 2 times", "body /note must be given, was missing");
        assertThat(messages(post(PHOTOS, field("photo", "123456"), field("note", "7"))))
                .containsExactly(
                        "body /photo must be sent as image/png or image/*, was without a Content-Type, which is"
                                + " text/plain",
                        "body /photo must have a header \"X-Size\", was missing");
        assertThat(messages(post(PHOTOS, photo("image/png").replace("X-Size: 4", "X-Size: big"), field("note", "7"))))
                .containsExactly("body /photo must have a header \"X-Size\", which must be an integer, was \"big\"");
        assertThat(messages(post(PHOTOS, photo("image/png") + "\u00ff\u0000", field("note", "7"))))
                .containsExactly("body /photo must have at most 5 bytes, was 6 bytes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            p: {type: integer}                                   | p=7               | 7
            p: {type: string}                                    | p=7               | "7"
            p: {type: boolean, nullable: true}                   | p=true            | true
            p: {type: array, items: {type: integer}}             | p=7&p=8           | [7,8]
            p: {type: array, items: {type: string}}              | p=7,8&p=9         | ["7,8","9"]
            p: {type: object, properties: {a: {type: integer}}}  | p={"a":1}         | {"a":1}
            p: {type: object, properties: {a: {type: integer}}}  | p[a]=1            | {"a":1}
            p: {type: array, items: {type: object}}              | p={"a":1}&p={}    | [{"a":1},{}]
            p: {type: array, items: {type: object}}              | p=[{"a":1}]       | [{"a":1}]
            p: {type: string, format: binary}                    | p=ab              | "YWI="
            p: {type: string, format: byte}                      | p=YWI=            | "YWI="
            p: {type: string, format: byte}                      | p=a%b             | "YSVi"
            p: {type: array, items: {type: string, format: binary}} | p=ab&p=b       | ["YWI=","Yg=="]
            q: {type: string}                                    | p=7               | "7\"""")
    void a_field_is_read_by_its_schema(String properties, String fields, String value) {
        String[] parts = List.of(fields.split("&")).stream()
                .map(pair -> field(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1)))
                .toArray(String[]::new);

        assertThat(body(post(properties(properties), parts)).toString()).isEqualTo("{\"p\":" + value + "}");
    }

    @Test
    void a_style_divides_the_text_of_a_part() {
        Contract contract = contract("{schema: {type: object, properties: {p: {type: array, items: {type: string}}}},"
                + " encoding: {p: {explode: false}}}");

        assertThat(body(post(contract, field("p", "a b,c%"))).toString()).isEqualTo("{\"p\":[\"a b\",\"c%\"]}");
    }

    @Test
    void a_part_of_json_is_json_whatever_its_type_says() {
        Contract contract = properties("p: {type: object, required: [a], properties: {a: {type: integer}}}");

        for (String type : List.of("application/json", "text/plain", "application/octet-stream")) {
            assertThat(body(post(contract, file("p", type, "{\"a\":1}")))
                            .at("/p/a")
                            .intValue())
                    .isEqualTo(1);
        }
        assertThat(messages(post(contract, field("p", "{\"a\":\"x\"}"))))
                .containsExactly("body /p/a must be an integer, was \"x\"");
        assertThat(messages(post(contract, field("p", "{\"a\":"))))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("body /p");
    }

    @Test
    void what_is_open_takes_a_file_as_bytes_and_a_field_as_text() {
        Contract contract = properties("p: {}, q: {}");

        JsonNode body = body(post(contract, file("p", "image/png", "\u0089"), field("q", "a")));

        assertThat(body.at("/p").isBinary()).isTrue();
        assertThat(body.at("/q").textValue()).isEqualTo("a");
    }

    @Test
    void files_in_brackets_are_refused_with_what_is_read() {
        Contract contract = properties("photos: {type: array, items: {type: string, format: binary}}");

        assertThat(messages(post(contract, file("photos[]", "image/png", "a"), file("photos[]", "image/png", "b"))))
                .containsExactly("body /photos must be sent as photos=@k.png&photos=@k.png (form, exploded), was sent"
                        + " with brackets");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            multipart/form-data             | --x--           | have a boundary of 1 to 70 characters in its Content-Type, as in multipart/form-data; boundary=x, was without one
            multipart/form-data; boundary=y | --x~H~~a~--x--  | have lines that begin with --y, as its Content-Type says, and end with CR LF, was "--x"
            multipart/form-data; boundary=x | a=1             | have lines that begin with --x, as its Content-Type says, and end with CR LF, was "a=1"
            multipart/form-data; boundary=x | --x_H__a_--x--  | have lines that begin with --x, as its Content-Type says, and end with CR LF, was with LF alone
            multipart/form-data; boundary=x | --x~H~~a        | end with --x--, was cut short in part 1
            multipart/form-data; boundary=x | --x~H~~a~--x    | end with --x--, was cut short after part 1
            multipart/form-data; boundary=x | --x~H           | have an empty line after the header fields of each part, was cut short in part 1
            multipart/form-data; boundary=x | --x~a~~a~--x--  | have header fields, an empty line and the content in each part, was "a" in part 1
            multipart/form-data; boundary=x | --x~A: b~~a~--x-- | have a Content-Disposition with a name in each part, as in form-data; name="a", was without one in part 1
            multipart/form-data; boundary=x | --x~~a~--x--    | have a Content-Disposition with a name in each part, as in form-data; name="a", was without one in part 1
            multipart/form-data; boundary=x | --x~H~Content-Transfer-Encoding: base64~~YQ==~--x-- | have parts without Content-Transfer-Encoding (RFC 7578 section 4.7), was "base64" in part 1""")
    void what_is_not_of_parts_is_refused(String type, String body, String message) {
        String bytes = body.replace("H", "Content-Disposition: form-data; name=p")
                .replace("~", "\r\n")
                .replace("_", "\n");

        assertThat(messages(send(properties("p: {type: string}"), type, bytes)))
                .containsExactly("body must " + message);
    }

    @Test
    void the_head_of_a_part_has_a_bound() {
        assertThat(messages(
                        post(properties("p: {type: string}"), "A: " + "b".repeat(20_000) + "\r\n" + field("p", "a"))))
                .containsExactly(
                        "body must have at most 16384 bytes of header fields in each part, was more in part 1");
    }

    @Test
    void a_text_that_is_no_utf_8_is_refused() {
        assertThat(messages(post(properties("p: {type: string}"), field("p", "\u00e9"))))
                .containsExactly("body /p must be text in UTF-8, was other bytes");
    }

    @Test
    void ten_thousand_parts_are_read() {
        String[] parts = new String[10_000];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = field(i % 2 == 0 ? "p" : "k" + i, "1");
        }

        JsonNode body = body(post(properties("p: {type: array, items: {type: integer}}"), parts));

        assertThat(body.at("/p")).hasSize(5_000);
        assertThat(body).hasSize(5_001);
    }

    @Test
    void what_stands_around_the_parts_and_in_them_is_told_from_delimiters() {
        String body = "hello\r\n--x \t\r\n" + field("p", "a\r\n--xy\r\n--\r\n") + "\r\n--x--\r\nbye";

        assertThat(body(send(properties("p: {type: string}"), "Multipart/Form-Data; boundary=\"x\"", body))
                        .at("/p")
                        .textValue())
                .isEqualTo("a\r\n--xy\r\n--\r\n");
        assertThat(body(send(
                                properties("p: {type: string}"),
                                "multipart/form-data; boundary=x",
                                "--x\r\n" + field("p", "") + "--x--\r\n"))
                        .at("/p")
                        .textValue())
                .isEmpty();
        assertThat(body(send(properties("p: {type: string}"), "multipart/form-data; boundary=x", "--x--\r\n")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            form-data; name="a\\"b"     | a"b
            form-data; name="a%22b"    | a"b
            form-data; name=ab         | ab
            form-data; NAME="ab" ;x=y  | ab
            form-data; filename="name=q;x"; name="ab" | ab
            form-data; name="\u00c3\u00a9" | \u00e9""")
    void a_name_is_read_as_programs_write_it(String disposition, String name) {
        Contract contract = contract("{}");

        assertThat(body(post(contract, "content-disposition: " + disposition + "\r\n\r\n1"))
                        .fieldNames()
                        .next())
                .isEqualTo(name);
    }

    @Test
    void parts_without_names_are_the_items_of_a_list() {
        Contract contract = FormsTest.contract(
                "multipart/mixed", "{schema: {type: array, items: {type: object, properties: {a: {type: integer}}}}}");

        Admission right =
                send(contract, "multipart/mixed; boundary=x", "--x\r\n\r\n{\"a\":1}\r\n--x\r\n\r\n{}\r\n--x--");
        Admission wrong = send(contract, "multipart/mixed; boundary=x", "--x\r\n\r\n{\"a\":\"b\"}\r\n--x--");

        assertThat(body(right).toString()).isEqualTo("[{\"a\":1},{}]");
        assertThat(messages(wrong)).containsExactly("body /0/a must be an integer, was \"b\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            application/octet-stream | {schema: {type: string, format: binary, minLength: 2}} | body must have at least 2 bytes, was 1 byte
            image/*                  | {schema: {type: string, format: binary, maxLength: 0}} | body must have at most 0 bytes, was 1 byte
            application/pdf          | {schema: {type: object}}                               |
            text/csv                 | {schema: {type: string, minLength: 2}}                 | body must have at least 2 characters, was "a"
            text/plain               | {schema: {type: integer}}                              | body must be an integer, was "a\"""")
    void bytes_and_texts_are_held_to_their_lengths(String type, String media, String message) {
        Contract contract = FormsTest.contract(type.contains("*") ? "'" + type + "'" : type, media);

        List<String> messages = messages(send(contract, type.replace("*", "png"), "a"));

        assertThat(messages).isEqualTo(message == null ? List.of() : List.of(message));
    }

    @Test
    void a_binary_body_is_the_bytes_that_came() throws Exception {
        Contract contract = FormsTest.contract("application/octet-stream", "{}");

        assertThat(body(send(contract, "application/octet-stream", "\u00ff\u0000"))
                        .binaryValue())
                .isEqualTo(new byte[] {-1, 0});
    }

    @Test
    void what_is_written_is_read_back() throws Exception {
        Contract contract = contract(
                """
                {schema: {type: object, properties: {
                   'a "b"': {type: string}, file: {type: array, items: {type: string, format: binary}},
                   about: {type: object, properties: {n: {type: integer}}}, tags: {type: array, items: {type: string}}}},
                 encoding: {file: {contentType: image/png}}}
                """);
        FormBody fields = Objects.requireNonNull(contract.operations()
                .get(0)
                .body()
                .orElseThrow()
                .contents()
                .get(0)
                .fields());
        JsonNode value = Json.read(
                "{\"a \\\"b\\\"\":\"1,2\u00e9\",\"file\":[\"x\",\"y\"],\"about\":{\"n\":1},\"tags\":[\"a\",\"b\"]}"
                        .getBytes(UTF_8));

        FormBody.Written written = fields.write(value);

        JsonNode read =
                body(contract.admit(request("POST", "/kites", written.bytes(), "Content-Type: " + written.type())));
        assertThat(read.at("/file/1").binaryValue()).isEqualTo("y".getBytes(UTF_8));
        assertThat(read.at("/a \"b\"")).isEqualTo(value.at("/a \"b\""));
        assertThat(read.at("/about")).isEqualTo(value.at("/about"));
        assertThat(read.at("/tags")).isEqualTo(value.at("/tags"));
    }

    @Test
    void a_boundary_that_the_document_has_is_no_other_type() {
        Contract contract = FormsTest.contract("multipart/form-data; boundary=abc", "{}");

        assertThat(body(post(contract, field("p", "a")))).hasSize(1);
    }

    @Test
    void parts_are_not_held_to_a_schema_of_a_text() {
        assertThat(body(post(contract("{schema: {type: string, format: binary}}"), field("p", "a")))
                        .at("/p")
                        .textValue())
                .isEqualTo("a");
    }

    /** Parts that are told by their place, of OpenAPI 3.2. */
    @Test
    void parts_without_names_are_held_to_the_encoding_and_the_schema_of_their_place() {
        String media =
                "{schema: {type: array, maxItems: 3, prefixItems: [{type: object, required: [n]}, {type: integer}], items:"
                        + " {format: binary, maxLength: 2}}, prefixEncoding: [{contentType: application/json, headers:"
                        + " {X-Id: {required: true, schema: {type: integer}}}}], itemEncoding: {contentType: 'text/plain,"
                        + " image/*'}}";
        Contract mixed = Contract.brought(
                "harbour",
                Documents.read(
                        "harbour.yaml",
                        ("openapi: 3.2.0\ninfo: {title: H, version: '1'}\npaths: {/kites: {post: {requestBody: {content:"
                                        + " {multipart/mixed: " + media + "}}, responses: {'204': {description: D}}}}}")
                                .getBytes(UTF_8)));
        assertThat(mixed.findings()).isEmpty();
        String json = "Content-Type: application/json\r\nX-Id: 1\r\n\r\n{\"n\":1}";
        String image = "Content-Type: image/png\r\n\r\n";

        assertThat(body(mixed(mixed, json, "\r\n7", image + "ab"))).hasToString("[{\"n\":1},7,\"YWI=\"]");
        assertThat(messages(mixed(mixed, json.replace("X-Id: 1\r\n", ""), "\r\nx", image)))
                .containsExactly(
                        "body /0 must have a header \"X-Id\", was missing", "body /1 must be an integer, was \"x\"");
        assertThat(messages(mixed(mixed, "Content-Type: text/plain\r\nX-Id: 1\r\n\r\n{}", "\r\n7", image + "abc")))
                .containsExactly(
                        "body /0 must be sent as application/json, was \"text/plain\"",
                        "body /2 must have at most 2 bytes, was 3 bytes");
        assertThat(messages(mixed(mixed, json, image + "7", "Content-Type: a/b\r\n\r\n")))
                .containsExactly(
                        "body /2 must be sent as text/plain or image/*, was \"a/b\"",
                        "body /1 must be an integer, was 1 byte");
    }

    private static Admission mixed(Contract contract, String... parts) {
        var body = new StringBuilder();
        List.of(parts).forEach(part -> body.append("--x\r\n").append(part).append("\r\n"));
        return send(contract, "multipart/mixed; boundary=x", body + "--x--\r\n");
    }
}
