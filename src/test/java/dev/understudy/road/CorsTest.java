package dev.understudy.road;

import static dev.understudy.road.Pets.pets;
import static dev.understudy.road.Pets.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Request;
import dev.understudy.api.Response;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Routes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {
    private static final Contract CONTRACT = Pets.contract();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:3000",
                "https://localhost",
                "http://127.0.0.1:5173",
                "http://[::1]:8000",
                "https://app.example:8443"
            })
    void a_page_of_this_machine_or_of_a_named_origin_may_read_answers(String origin) {
        var headers = cors("https://app.example:8443")
                .answer(request("GET", "/zoo/pets", headers("Origin", origin, "Authorization", "Bearer t"), ""))
                .response()
                .headers();

        assertThat(headers)
                .containsEntry("Access-Control-Allow-Origin", origin)
                .containsEntry("Vary", "Origin")
                .containsKey("Access-Control-Expose-Headers");
    }

    @Test
    void a_page_may_read_a_warning_where_there_is_one() {
        for (String warning : List.of("", "299 - \"a\"")) {
            Response warned =
                    new Response(200, warning.isEmpty() ? Map.of() : Map.of("Warning", warning), new byte[] {'{', '}'});
            String exposed = ""
                    + new Cors(new Origins(List.of()), new Routes(List.of()))
                            .around(incoming -> Answer.of(warned))
                            .answer(request("GET", "/zoo/pets", headers("Origin", "http://localhost"), ""))
                            .response()
                            .headers()
                            .get("Access-Control-Expose-Headers");

            assertThat(exposed.split(", ")).contains("ETag");
            assertThat(exposed.contains("Warning")).isEqualTo(!warning.isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://localhost.evil.example",
                "http://localhost:3000@evil.example",
                "null",
                "http://127.0.0.1.evil.example",
                "http://app.example:8443"
            })
    void a_foreign_page_is_answered_but_may_not_read_it(String origin) {
        Answer answer = cors("https://app.example:8443")
                .answer(request("GET", "/zoo/pets", headers("Origin", origin, "Authorization", "Bearer t"), ""));

        assertThat(answer.response().status()).isEqualTo(200);
        assertThat(answer.response().headers())
                .containsEntry("Vary", "Origin")
                .doesNotContainKeys("Access-Control-Allow-Origin", "Access-Control-Expose-Headers");
    }

    @Test
    void an_answer_without_an_origin_varies_all_the_same() {
        assertThat(cors().answer(Pets.get("/zoo/pets")).response().headers())
                .containsEntry("Vary", "Origin")
                .doesNotContainKey("Access-Control-Allow-Origin");
    }

    @Test
    void a_star_lets_every_page_read_but_not_with_credentials() {
        assertThat(cors("*")
                        .answer(request("GET", "/zoo/pets", headers("Origin", "https://any.example"), ""))
                        .response()
                        .headers())
                .containsEntry("Access-Control-Allow-Origin", "*")
                .doesNotContainKey("Access-Control-Allow-Credentials");
    }

    @Test
    void a_named_origin_is_compared_as_browsers_write_it() {
        assertThat(cors("HTTPS://App.Example:443")
                        .answer(request("GET", "/zoo/pets", headers("Origin", "https://app.example"), ""))
                        .response()
                        .headers())
                .containsEntry("Access-Control-Allow-Origin", "https://app.example");
    }

    @Test
    void a_preflight_is_answered_from_the_contract() {
        var response = cors().answer(preflight("http://localhost:3000", "/zoo/pets", "POST", "X-Trace, bad name"))
                .response();

        assertThat(response.status()).isEqualTo(204);
        assertThat(response.bytes()).isEmpty();
        assertThat(response.headers())
                .containsEntry("Access-Control-Allow-Origin", "http://localhost:3000")
                .containsEntry("Access-Control-Allow-Methods", "GET, HEAD, POST")
                .containsEntry(
                        "Access-Control-Allow-Headers",
                        "authorization, content-type, baggage, prefer, understudy-session,"
                                + " understudy-requests, understudy-responses, x-trace")
                .containsEntry("Access-Control-Max-Age", "600");
    }

    @Test
    void a_foreign_preflight_allows_nothing() {
        var response = cors().answer(preflight("https://evil.example", "/zoo/pets", "POST", "x-trace"))
                .response();

        assertThat(response.status()).isEqualTo(204);
        assertThat(response.headers()).containsOnlyKeys("Vary");
    }

    @Test
    void a_preflight_of_an_unknown_path_lets_the_page_see_the_404() {
        var response = cors().answer(preflight("http://localhost:3000", "/zoo/pet", "PATCH", "x-trace"))
                .response();

        assertThat(response.headers()).containsEntry("Access-Control-Allow-Methods", "PATCH");
    }

    @Test
    void options_without_an_origin_tells_the_methods() {
        var response =
                cors().answer(request("OPTIONS", "/zoo/pets", Map.of(), "")).response();

        assertThat(response.status()).isEqualTo(204);
        assertThat(response.headers()).containsEntry("Allow", "GET, HEAD, OPTIONS, POST");
    }

    @Test
    void options_of_an_unknown_path_is_a_404() {
        assertThat(cors().answer(request("OPTIONS", "/nowhere", Map.of(), ""))
                        .response()
                        .status())
                .isEqualTo(404);
    }

    private static Exchange cors(String... named) {
        Road road = Pets.road(CONTRACT, Pets.api(call -> pets("Ada")));
        return new Cors(new Origins(Arrays.asList(named)), road.routes()).around(road);
    }

    private static Request preflight(String origin, String path, String method, String names) {
        return request(
                "OPTIONS",
                path,
                headers(
                        "Origin",
                        origin,
                        "Access-Control-Request-Method",
                        method,
                        "Access-Control-Request-Headers",
                        names),
                "");
    }

    private static Map<String, List<String>> headers(String... namesAndValues) {
        var headers = new HashMap<String, List<String>>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return headers;
    }
}
