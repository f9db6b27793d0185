package dev.understudy.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.live.Running;
import dev.understudy.live.Settings;
import dev.understudy.live.Understudy;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RequestDispatcherTest {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

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
    @ValueSource(
            strings = {
                "/api/work-tasks?per_page=2",
                "/api/work-tasks?per_page=0",
                "/api/nothing",
                "/-/health",
                "/-/ready",
                "/-/contracts",
                "/-/contracts/exante/work-tasks.yaml",
                "/-/apis/exante%2Fwork-tasks/findings",
                "/-/nothing",
            })
    void behind_the_key_of_the_default_session_everything_is_as_without_it(String path) throws Exception {
        HttpResponse<String> without = get(path);
        HttpResponse<String> with = get("/-/in/default" + path);

        assertThat(with.statusCode()).isEqualTo(without.statusCode());
        assertThat(with.body()).isEqualTo(without.body());
        assertThat(fields(with)).isEqualTo(fields(without));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/-/in/", "/-/in/%64efault/api/work-tasks", "/-/in/a%20b/api/work-tasks", "/-/in/a+b"})
    void what_is_no_key_is_a_400_that_says_what_a_key_is(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("must name a session by 1 to 64 of the characters A-Z, a-z, 0-9");
    }

    @Test
    void a_key_and_nothing_behind_it_is_the_root() throws Exception {
        assertThat(get("/-/in/default").body()).contains("was /;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/-/metrics/", "/-/contracts/../metrics", "/-/%6detrics", "/-/contracts/%zz", "/-/a//b"})
    void a_page_has_one_spelling(String path) throws Exception {
        String answer = Wire.exchange(
                server.port(), "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 404 ")
                .contains("There is no page " + path + "; there are /-/contracts, ");
    }

    @Test
    void the_control_api_knows_who_calls() throws Exception {
        assertThat(get("/-/sessions").statusCode()).isEqualTo(200);
        assertThat(get("/-/in/default/-/sessions/default").statusCode()).isEqualTo(200);
        assertThat(get("/-/sessionss").body()).contains("There is no page /-/sessionss; there are");
        HttpResponse<String> passedOn = CLIENT.send(
                request("/-/sessions").header("X-Forwarded-For", "10.0.0.7").build(), BodyHandlers.ofString());
        assertThat(passedOn.statusCode()).isEqualTo(401);
        assertThat(passedOn.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"control\"");
    }

    @Test
    void a_page_may_be_read_by_other_origins_and_is_not_sent_to_whoever_has_it() throws Exception {
        HttpRequest page = request("/-/contracts")
                .header("Origin", "http://localhost:3000")
                .build();
        HttpResponse<String> first = CLIENT.send(page, BodyHandlers.ofString());
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again =
                CLIENT.send(request("/-/contracts").header("If-None-Match", tag).build(), BodyHandlers.ofString());

        assertThat(first.headers().firstValue("Access-Control-Allow-Origin")).hasValue("http://localhost:3000");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("Content-Length")).isEmpty();
        assertThat(again.headers().firstValue("ETag")).hasValue(tag);
    }

    @Test
    void a_page_is_no_place_to_write_to() throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                request("/-/metrics")
                        .POST(HttpRequest.BodyPublishers.ofString("x"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
        assertThat(answer.body()).contains("method must be GET or HEAD, was POST");
    }

    @Test
    void the_body_of_a_request_for_a_page_is_bounded_too() throws Exception {
        String answer = Wire.exchange(
                server.port(),
                "GET /-/metrics HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 99999999\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 ").containsIgnoringCase("\r\nConnection: close\r\n");
    }

    private static Map<String, Object> fields(HttpResponse<String> answer) {
        var fields = new TreeMap<String, Object>(answer.headers().map());
        fields.remove("date");
        // Each call has an id of its own.
        fields.computeIfPresent("link", (name, link) -> link.toString().replaceFirst("/calls/\\d+>", "/calls/ID>"));
        return fields;
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(request(path).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.baseUrl().resolve(path));
    }
}
