package dev.understudy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.http.Limits;
import dev.understudy.http.MockServer;
import dev.understudy.live.Catalogue;
import dev.understudy.live.Settings;
import dev.understudy.live.Snapshot;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** What no handler sees: requests that stop at the border of each API, and the paths between the APIs. */
@ExtendWith(RunningMock.class)
class BorderTest {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    private final Client client;

    BorderTest(Client client) {
        this.client = client;
    }

    // Security

    @ParameterizedTest
    @EnumSource
    void a_missing_token_is_a_401_in_the_apis_shape_that_names_the_scheme(Api api) {
        Response response = api.call(client.wrongly().without("Authorization"));

        assertRefused(api, response, 401);
        assertThat(response.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(response.asString()).contains("was missing");
    }

    @ParameterizedTest
    @EnumSource
    void another_scheme_is_a_401(Api api) {
        assertRefused(api, api.call(client.wrongly().with("Authorization", "Basic dXNlcjpwYXNz")), 401);
    }

    @ParameterizedTest
    @EnumSource
    void a_scheme_without_a_token_is_a_401(Api api) {
        assertRefused(api, api.call(client.wrongly().with("Authorization", "Bearer")), 401);
        assertRefused(api, api.call(client.wrongly(Difference.EMPTY_TOKEN).with("Authorization", "Bearer ")), 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer x", "Bearer ex_live_0123AbCd", "Bearer a.b.c"})
    void any_token_passes(String authorization) {
        for (Api api : Api.values()) {
            assertThat(api.call(client.with("Authorization", authorization)).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_scheme_may_be_written_in_lower_case() {
        assertThat(client.despite(Difference.CASE_OF_SCHEMES)
                        .with("Authorization", "bearer x")
                        .get("/api/work-tasks")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void a_401_says_nothing_about_the_rest_of_the_request(Api api) {
        Response response = api.call(
                client.wrongly().without("Authorization").with("Accept", "application/xml"), "?limit=x&page=x");

        assertRefused(api, response, 401);
        assertThat(response.asString()).doesNotContain("limit", "page", "xml");
    }

    @Test
    void without_auth_nobody_needs_a_token() throws Exception {
        var settings = Settings.DEFAULT.withAuth(false);
        var snapshot = (Snapshot) Snapshot.load(Catalogue.builtIn(), settings);
        try (MockServer server = MockServer.start(settings.address(), settings.access(), snapshot.exchange())) {
            Client open = client.at(server).wrongly().without("Authorization");

            for (Api api : Api.values()) {
                assertThat(api.call(open).statusCode()).isEqualTo(200);
            }
        }
    }

    // Paths and methods

    @ParameterizedTest
    @EnumSource
    void a_path_below_an_apis_own_is_a_404_in_its_shape(Api api) {
        assertRefused(api, client.wrongly().send("GET", api.path + "/more"), 404);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/work-taks, GET /api/work-tasks",
        "/export/employee/ai_goals, POST /export/employees/ai_goals",
        "/job_architecture/jobs/task_profiles, POST /job_architecture/export/jobs/task_profiles",
        "/api/v3/organisations/quant/ai/tasks, GET /api/v3/organizations/{organisation}/ai/tasks",
        "/API/work-tasks, GET /api/work-tasks"
    })
    void a_path_of_no_api_is_a_problem_that_names_the_nearest(String path, String nearest) {
        Response response = client.besides().get(path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.contentType()).isEqualTo(PROBLEM);
        assertThat(response.<Integer>path("status")).isEqualTo(404);
        assertThat(response.<String>path("instance")).isEqualTo(path);
        assertThat(response.<String>path("nearest[0]")).isEqualTo(nearest);
    }

    @ParameterizedTest
    @EnumSource
    void another_method_is_a_405_that_lists_those_there_are(Api api) {
        for (String method : List.of(api.method.equals("GET") ? "POST" : "GET", "PUT", "PATCH", "DELETE")) {
            Response response = client.wrongly().without("Authorization").send(method, api.path);

            assertRefused(api, response, 405);
            assertThat(response.header("Allow"))
                    .isEqualTo((api.method.equals("GET") ? "GET, HEAD" : api.method) + ", OPTIONS");
            assertThat(response.asString()).contains("method must be " + api.method + ", was " + method);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_would_read_or_write_one_record_is_told_that_the_mock_only_lists(Api api) {
        for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
            for (String path : List.of(api.path, api.path + "/b2c3d4e5", api.path + "/b2c3d4e5/comments")) {
                if (!path.equals(api.path) || !method.equals(api.method)) {
                    Response response = client.wrongly().send(method, path);

                    assertRefused(api, response, path.equals(api.path) ? 405 : 404);
                    assertThat(response.asString()).contains("this mock only lists ", "by " + api.method + " /");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void options_without_a_preflight_tells_the_methods(Api api) {
        Response response = client.unjudged().without("Authorization").send("OPTIONS", api.path);

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.header("Allow"))
                .isEqualTo(api.method.equals("GET") ? "GET, HEAD, OPTIONS" : "OPTIONS, POST");
    }

    // Negotiation

    @ParameterizedTest
    @EnumSource
    void an_accept_header_without_json_is_a_406(Api api) {
        Response response = api.call(client.wrongly().with("Accept", "application/xml"));

        assertRefused(api, response, 406);
        assertThat(response.asString()).contains("allow application/json", "application/xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/*",
                "text/html, application/json;q=0.1",
                "application/xml, */*;q=0.8",
                "APPLICATION/JSON"
            })
    void an_accept_header_that_lets_json_in_is_fine(String accept) {
        for (Api api : Api.values()) {
            Response response = api.call(client.with("Accept", accept));

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.contentType()).isEqualTo(JSON);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_ANY, names = "TECHWOLF.*")
    void a_body_of_another_type_is_a_415(Api api) {
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "application/vnd.api+json")) {
            Response response = api.call(client.wrongly().with("Content-Type", type));

            assertRefused(api, response, 415);
            assertThat(response.asString()).contains("must be application/json", type);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json; charset=utf-8", "application/json;charset=\"UTF-8\"", "Application/JSON"})
    void the_type_of_a_body_may_name_utf_8(String type) {
        assertThat(Api.TECHWOLF_AI_GOALS.call(client.with("Content-Type", type)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_body_in_another_charset_is_a_415() {
        assertRefused(
                Api.TECHWOLF_AI_GOALS,
                Api.TECHWOLF_AI_GOALS.call(client.wrongly(Difference.ENCODING)
                        .with("Content-Type", "application/json; charset=iso-8859-1")),
                415);
    }

    @Test
    void a_compressed_body_is_a_415() {
        assertRefused(
                Api.TECHWOLF_AI_GOALS,
                Api.TECHWOLF_AI_GOALS.call(
                        client.wrongly(Difference.CONTENT_ENCODING).with("Content-Encoding", "br")),
                415);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_ANY, names = "TECHWOLF.*")
    void a_body_beyond_the_limit_is_a_413(Api api) {
        String padding = " ".repeat(Limits.DEFAULT.body());
        Response response = client.wrongly(Difference.SIZE).post(api.path, "{\"limit\":1" + padding + "}");

        assertRefused(api, response, 413);
        assertThat(response.asString()).contains(Limits.DEFAULT.body() + " bytes");
    }

    @Test
    void a_body_of_a_request_that_takes_none_is_ignored() {
        assertThat(client.unjudged()
                        .with("Content-Type", "text/plain")
                        .send("GET", "/api/work-tasks", "no JSON")
                        .asString())
                .isEqualTo(client.get("/api/work-tasks").asString());
    }

    // Strict reading

    @ParameterizedTest
    @ValueSource(strings = {"{\"limit\":1} {}", "{\"limit\":1}x"})
    void what_follows_the_body_is_a_400(String body) {
        Response response = client.wrongly(Difference.TRAILING_TOKENS).post(Api.TECHWOLF_AI_GOALS.path, body);

        assertRefused(Api.TECHWOLF_AI_GOALS, response, 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"limit\":NaN}", "{'limit':1}", "{\"limit\":1,}", "{\"limit\":01}", "/**/{\"limit\":1}"})
    void what_only_resembles_json_is_a_400_that_says_where(String body) {
        Response response = client.wrongly().post(Api.TECHWOLF_AI_GOALS.path, body);

        assertRefused(Api.TECHWOLF_AI_GOALS, response, 400);
        assertThat(response.asString()).contains("line 1, column ");
    }

    @Test
    void half_a_character_is_a_400() {
        assertRefused(
                Api.TECHWOLF_AI_GOALS,
                client.wrongly(Difference.ENCODING)
                        .post(Api.TECHWOLF_AI_GOALS.path, "{\"limit\":1,\"starting_after\":\"\\ud800\"}"),
                400);
    }

    @Test
    void a_body_as_deep_as_a_well_is_a_400() {
        String deep = "{\"limit\":1,\"filters\":" + "[".repeat(5000) + "]".repeat(5000) + "}";

        assertRefused(Api.TECHWOLF_AI_GOALS, client.unjudged().post(Api.TECHWOLF_AI_GOALS.path, deep), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sort=%C3%28", "status=%ff", "page=%ED%A0%80", "%ff=1"})
    void a_query_that_is_not_percent_encoded_utf_8_is_a_400(String query) {
        Response response = client.unjudged().get("/api/work-tasks?" + query);

        assertRefused(Api.EXANTE_WORK_TASKS, response, 400);
        assertThat(response.asString()).contains("percent-encoded");
    }

    @Test
    void nothing_of_java_shows() {
        for (Api api : Api.values()) {
            for (Response response : List.of(
                    api.call(client.wrongly().with("Accept", "text/html")),
                    client.wrongly().send("DELETE", api.path),
                    client.wrongly().send("GET", api.path + "/more"))) {
                assertThat(response.asString() + response.headers())
                        .doesNotContainIgnoringCase("exception", "java", "vert.x");
            }
        }
    }

    // Other origins

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:3000", "https://localhost", "http://127.0.0.1:5173", "http://[::1]:8080"})
    void a_page_of_this_machine_may_read_the_answers(String origin) {
        Response response = client.with("Origin", origin).get("/api/work-tasks?per_page=1");

        assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo(origin);
        assertThat(response.header("Vary")).contains("Origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.com", "http://localhost.example.com", "http://localhost:3000.evil.test", "null"
            })
    void a_page_from_elsewhere_may_not(String origin) {
        Response response = client.with("Origin", origin).get("/api/work-tasks?per_page=1");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.header("Access-Control-Allow-Origin")).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void errors_can_be_read_from_other_origins_too(Api api) {
        Response response = api.call(client.wrongly().without("Authorization").with("Origin", "http://localhost:3000"));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:3000");
        assertThat(response.header("Access-Control-Expose-Headers")).contains("WWW-Authenticate");
    }

    @ParameterizedTest
    @EnumSource
    void a_preflight_is_answered_from_the_contract_and_needs_no_token(Api api) {
        Response response = client.unjudged()
                .without("Authorization")
                .with("Origin", "http://localhost:3000")
                .with("Access-Control-Request-Method", api.method)
                .with("Access-Control-Request-Headers", "authorization, content-type")
                .send("OPTIONS", api.path);

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.asString()).isEmpty();
        assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:3000");
        assertThat(response.header("Access-Control-Allow-Methods"))
                .isEqualTo(api.method.equals("GET") ? "GET, HEAD" : api.method);
        assertThat(response.header("Access-Control-Allow-Headers")).contains("authorization", "content-type");
    }

    // Our own pages

    @Test
    void our_own_pages_need_no_token_and_tell_the_four_contracts() {
        Client anybody = client.besides().without("Authorization");

        assertThat(anybody.get("/-/health").<String>path("status")).isEqualTo("up");
        assertThat(anybody.get("/-/ready").<String>path("status")).isEqualTo("ready");
        assertThat(anybody.get("/-/contracts").<List<String>>path("contracts.name"))
                .containsExactly("techwolf/task-profiles", "techwolf/ai-goals", "quant/ai-tasks", "exante/work-tasks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"techwolf/task-profiles", "techwolf/ai-goals", "quant/ai-tasks", "exante/work-tasks"})
    void a_contract_can_be_fetched_as_yaml_and_as_json(String name) {
        Response yaml = client.besides().with("Accept", "*/*").get("/-/contracts/" + name + ".yaml");
        Response json = client.besides().get("/-/contracts/" + name + ".json");

        assertThat(yaml.contentType()).isEqualTo("application/yaml");
        assertThat(yaml.asString()).startsWith("openapi: 3.0.3");
        assertThat(json.contentType()).isEqualTo(JSON);
        assertThat(json.<String>path("openapi")).isEqualTo("3.0.3");
    }

    @Test
    void nothing_of_our_own_can_be_changed() {
        for (String method : List.of("POST", "PUT", "DELETE")) {
            Response response = client.besides().send(method, "/-/health");

            assertThat(response.statusCode()).isEqualTo(405);
            assertThat(response.header("Allow")).isEqualTo("GET, HEAD");
            assertThat(response.contentType()).isEqualTo(PROBLEM);
        }
    }

    private static void assertRefused(Api api, Response response, int status) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.contentType()).isEqualTo(JSON);
        api.assertErrorShape(Wire.json(response), status);
    }

    /** The operations, each with the error body of its API. */
    enum Api {
        TECHWOLF_EMPLOYEES("POST", "/export/employees/task_profiles"),
        TECHWOLF_JOBS("POST", "/job_architecture/export/jobs/task_profiles"),
        TECHWOLF_AI_GOALS("POST", "/export/employees/ai_goals"),
        QUANT_AI_TASKS("GET", "/api/v3/organizations/quant/ai/tasks"),
        EXANTE_WORK_TASKS("GET", "/api/work-tasks");

        private final String method;
        private final String path;

        Api(String method, String path) {
            this.method = method;
            this.path = path;
        }

        /** A small request that the contract allows, as far as this client is not made to break it. */
        Response call(Client client) {
            return call(client, "");
        }

        Response call(Client client, String query) {
            return method.equals("GET") ? client.get(path + query) : client.post(path + query, "{\"limit\":1}");
        }

        void assertErrorShape(JsonNode body, int status) {
            switch (this) {
                case QUANT_AI_TASKS -> {
                    assertThat(body.fieldNames()).toIterable().containsExactly("error", "message");
                    assertThat(body.path("error").textValue()).matches("[A-Z_]+");
                    assertThat(body.path("message").textValue()).isNotBlank();
                }
                case EXANTE_WORK_TASKS -> {
                    assertThat(body.fieldNames()).toIterable().containsExactly("error", "details");
                    assertThat(body.path("error").textValue()).isNotBlank();
                    assertThat(body.path("details").isArray()).isTrue();
                }
                default -> {
                    assertThat(body.isArray()).isTrue();
                    assertThat(Wire.list(body)).isNotEmpty().allSatisfy(error -> {
                        assertThat(error.fieldNames()).toIterable().containsExactly("title", "description");
                        assertThat(error.path("title").textValue()).startsWith(status + " ");
                        assertThat(error.path("description").textValue()).isNotBlank();
                    });
                }
            }
        }
    }
}
