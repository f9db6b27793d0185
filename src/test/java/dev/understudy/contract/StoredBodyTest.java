package dev.understudy.contract;

import static dev.understudy.contract.Samples.messages;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Admission;
import dev.understudy.api.Body;
import dev.understudy.api.Call;
import dev.understudy.api.Headers;
import dev.understudy.api.Request;
import dev.understudy.api.bytes.Bytes;
import dev.understudy.api.bytes.Upload;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Bodies that are on the disk: files in them are judged where they are, and nobody has them in memory as a whole. */
class StoredBodyTest {
    private static final String FORM = "multipart/form-data; boundary=x";
    private static final int FILE = 5 << 20;

    /** What is said before a file, so many equal bytes, and what is said after it. */
    private record Large(String before, int count, char each, String after) implements Bytes {
        @Override
        public long length() {
            return before.length() + count + after.length();
        }

        @Override
        public void copy(long from, byte[] into, int much) {
            assertThat(much).as("bytes at once").isLessThan(FILE / 10);
            int end = before.length() + count;
            for (int i = 0; i < much; i++) {
                int at = (int) from + i;
                into[i] = (byte) (at < before.length() ? before.charAt(at) : at < end ? each : after.charAt(at - end));
            }
        }
    }

    private static Bytes form(String type, int count, char each) {
        return new Large(
                "--x\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n7\r\n--x\r\nContent-Disposition: form-data;"
                        + " name=\"file\"; filename=\"f\"\r\nContent-Type: " + type + "\r\n\r\n",
                count,
                each,
                "\r\n--x--\r\n");
    }

    private static Contract contract(String file) {
        return FormsTest.contract(
                "multipart/form-data",
                "{schema: {type: object, required: [file], properties: {note: {type: integer}, file: {" + file
                        + "}}}, encoding: {file: {contentType: 'image/*'}}}");
    }

    private static Admission post(Contract contract, String type, Bytes body) {
        return contract.admit(new Request(
                "POST", "/kites", null, Headers.of(Map.of("Content-Type", List.of(type))), new Body.Stored(body)));
    }

    private static JsonNode body(Admission admission) {
        assertThat(messages(admission)).isEmpty();
        return Objects.requireNonNull(((Call) admission).arguments().body());
    }

    @Test
    void a_file_in_a_form_is_handed_on_with_its_size_its_type_and_its_bytes() throws Exception {
        JsonNode body = body(post(contract("type: string, format: binary"), FORM, form("image/png", FILE, '\u00e9')));

        var file = (Upload) body.at("/file");
        assertThat(body.at("/note").intValue()).isEqualTo(7);
        assertThat(file.length()).isEqualTo(FILE);
        assertThat(file.mediaType()).isEqualTo("image/png");
        try (InputStream bytes = file.open()) {
            assertThat(bytes.readNBytes(3)).isEqualTo("\u00e9\u00e9\u00e9".getBytes(ISO_8859_1));
            assertThat(bytes.skip(FILE)).isEqualTo(FILE - 3);
        }
    }

    @Test
    void a_file_in_a_form_is_held_to_its_bounds_and_its_type() {
        assertThat(messages(post(
                        contract("type: string, format: binary, maxLength: " + (FILE - 1)),
                        FORM,
                        form("image/png", FILE, '-'))))
                .containsExactly("body /file must have at most 5242879 bytes, was 5242880 bytes");
        assertThat(messages(post(
                        contract("type: string, format: binary, minLength: " + FILE),
                        FORM,
                        form("text/plain", FILE, '\r'))))
                .containsExactly("body /file must be sent as image/*, was \"text/plain\"");
        assertThat(messages(post(
                        contract("type: string, format: binary, pattern: '^a'"), FORM, form("image/png", FILE, 'b'))))
                .containsExactly("body /file must match the pattern ^a, was 5242880 bytes");
    }

    @Test
    void a_file_that_stands_for_base64_is_counted_as_its_text() {
        assertThat(messages(post(
                        contract("type: string, format: byte, maxLength: 100"), FORM, form("image/png", FILE, 'Q'))))
                .containsExactly("body /file must have at most 100 characters, was 5242880 characters");
        assertThat(messages(post(
                        contract("type: string, format: byte, maxLength: 100"), FORM, form("image/png", FILE, '\0'))))
                .containsExactly("body /file must have at most 100 characters, was 6990508 characters");
        body(post(contract("type: string, format: byte"), FORM, form("image/png", FILE, '\0')));
    }

    @Test
    void a_form_that_is_cut_short_is_refused_with_the_part() {
        var cut = new Large("--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n", FILE, '-', "");

        assertThat(messages(post(contract("type: string, format: binary"), FORM, cut)))
                .containsExactly("body must end with --x--, was cut short in part 1");
    }

    @Test
    void a_body_of_bytes_is_held_to_its_bounds() {
        Contract bytes =
                FormsTest.contract("image/png", "{schema: {type: string, format: binary, maxLength: 6000000}}");

        assertThat(((Upload) body(post(bytes, "image/png", new Large("", FILE, '\r', "")))).length())
                .isEqualTo(FILE);
        assertThat(messages(post(bytes, "image/png", new Large("", 6_000_001, '\r', ""))))
                .containsExactly("body must have at most 6000000 bytes, was 6000001 bytes");
    }

    @Test
    void json_is_read_as_if_it_had_come_in_memory() {
        Contract json = FormsTest.contract("application/json", "{schema: {type: array, items: {type: integer}}}");
        byte[] array = new byte[1 << 21];
        Arrays.fill(array, (byte) ' ');
        array[0] = '[';
        array[array.length - 2] = '1';
        array[array.length - 1] = ']';

        Admission admission = post(json, "application/json", Bytes.of(array));
        assertThat(body(admission).size()).isEqualTo(1);
        assertThat(((Call) admission).consumes()).isEqualTo("application/json");
    }
}
