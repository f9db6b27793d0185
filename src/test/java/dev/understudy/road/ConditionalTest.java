package dev.understudy.road;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Headers;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionalTest {
    private static final String TAG = tag("one");

    @Test
    void the_same_bytes_have_the_same_tag_and_others_have_another() {
        assertThat(TAG).matches("\"[0-9a-f]{16}\"").isEqualTo(tag("one")).isNotEqualTo(tag("two"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TAG", "W/TAG", "\"other\", TAG", "\"a,b\",W/TAG", "*"})
    void who_has_the_bytes_is_not_sent_them_again(String known) {
        Response response = answer("GET", 200, known.replace("TAG", TAG));

        assertThat(response.status()).isEqualTo(304);
        assertThat(response.bytes()).isEmpty();
        assertThat(response.headers()).isEqualTo(Map.of("ETag", TAG, "Vary", "Origin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"other\"", "", "TAG without quotes", "W/\"\""})
    void who_has_others_is_sent_them(String known) {
        Response response = answer("GET", 200, known.replace("TAG", TAG.replace("\"", "")));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.bytes()).isEqualTo("one".getBytes(UTF_8));
        assertThat(response.headers()).containsEntry("ETag", TAG).containsEntry("Content-Type", "text/plain");
    }

    @Test
    void only_what_was_read_and_found_has_a_tag() {
        assertThat(answer("POST", 200, "*").headers()).doesNotContainKey("ETag");
        assertThat(answer("GET", 404, "*").headers()).doesNotContainKey("ETag");
        assertThat(answer("GET", 404, "*").status()).isEqualTo(404);
        assertThat(answer("HEAD", 200, "\"x\"").headers()).containsEntry("ETag", TAG);
    }

    @Test
    void a_tag_takes_the_place_of_a_made_up_one_however_that_is_spelt() {
        Exchange made = request -> Answer.of(new Response(200, Map.of("etag", "calm river"), "one".getBytes(UTF_8)));

        Response response = new Conditional()
                .around(made)
                .answer(new Request("GET", "/", null, Headers.NONE, new byte[0]))
                .response();

        assertThat(response.headers()).isEqualTo(Map.of("ETag", TAG));
    }

    @Test
    void an_answer_without_content_has_no_tag() {
        assertThat(answer("HEAD", 200, "*", "").headers()).doesNotContainKey("ETag");
        assertThat(answer("GET", 200, "*", "").status()).isEqualTo(200);
    }

    private static String tag(String body) {
        return Objects.requireNonNull(answer("GET", 200, "", body).headers().get("ETag"));
    }

    private static Response answer(String method, int status, String known) {
        return answer(method, status, known, "one");
    }

    private static Response answer(String method, int status, String known, String body) {
        Map<String, String> headers = Map.of("Content-Type", "text/plain", "Vary", "Origin");
        Exchange plain = request -> Answer.of(new Response(status, headers, body.getBytes(UTF_8)));
        Headers asked = known.isEmpty() ? Headers.NONE : Headers.of(Map.of("If-None-Match", List.of(known)));
        return new Conditional()
                .around(plain)
                .answer(new Request(method, "/", null, asked, new byte[0]))
                .response();
    }
}
