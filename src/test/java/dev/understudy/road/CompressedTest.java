package dev.understudy.road;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Headers;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompressedTest {
    private static final byte[] LONG = "0123456789 ".repeat(500).getBytes(UTF_8);

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip", "deflate, gzip;q=0.5, br", "*", "br;q=1.0, *;q=0.1"})
    void who_takes_gzip_gets_the_same_body_in_fewer_bytes(String accepted) throws Exception {
        Response response = answer(LONG, List.of(accepted));

        assertThat(response.headers())
                .containsEntry("Content-Encoding", "gzip")
                .containsEntry("Vary", "Accept-Encoding");
        assertThat(response.bytes()).hasSizeLessThan(LONG.length / 10);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(response.bytes())).readAllBytes())
                .isEqualTo(LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "br", "gzip;q=0", "gzip ; q=0.000", "*;q=0", "gzip;q=0, *"})
    void who_does_not_take_it_gets_the_plain_body(String accepted) {
        Response response = answer(LONG, List.of(accepted));

        assertThat(response.headers()).doesNotContainKey("Content-Encoding").containsEntry("Vary", "Accept-Encoding");
        assertThat(response.bytes()).isSameAs(LONG);
    }

    @Test
    void several_fields_are_one_list() {
        assertThat(answer(LONG, List.of("br", "gzip")).headers()).containsKey("Content-Encoding");
        assertThat(answer(LONG, List.of("*", "gzip;q=0")).headers()).doesNotContainKey("Content-Encoding");
    }

    @Test
    void a_short_body_is_sent_as_it_is() {
        byte[] brief = "{}".getBytes(UTF_8);

        assertThat(answer(brief, List.of("gzip"))).isEqualTo(new Response(200, Map.of(), brief));
    }

    private static Response answer(byte[] body, List<String> accepted) {
        Exchange plain = request -> Answer.of(new Response(200, Map.of(), body));
        Headers headers = Headers.of(Map.of("Accept-Encoding", accepted));
        return new Compressed()
                .around(plain)
                .answer(new Request("GET", "/", null, headers, new byte[0]))
                .response();
    }
}
