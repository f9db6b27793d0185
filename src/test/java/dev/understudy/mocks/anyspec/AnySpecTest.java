package dev.understudy.mocks.anyspec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.live.Brought;
import dev.understudy.live.Running;
import dev.understudy.live.Settings;
import dev.understudy.live.Understudy;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Two documents that nobody wrote a mock for, over a port. */
@TestInstance(Lifecycle.PER_CLASS)
class AnySpecTest {
    private static final Path PARCELS = Path.of("src/test/resources/brought/parcels.yaml");
    private static final Path BILLING = Path.of("examples/billing/billing.yaml");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Running server;

    @BeforeAll
    void start() throws Exception {
        server = Understudy.start(settings());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static Settings settings() {
        return Settings.DEFAULT.withBrought(Brought.of(PARCELS, BILLING));
    }

    @Test
    void a_list_has_the_records_of_its_examples_that_keep_their_schemas() throws Exception {
        HttpResponse<String> parcels = get("/v2/parcels");

        assertThat(parcels.statusCode()).isEqualTo(200);
        assertThat(parcels.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(parcels.body())
                .isEqualTo("[{\"id\":\"p1\",\"weight\":3},{\"id\":\"p2\",\"weight\":4},{\"id\":\"p3\",\"weight\":5}]");
    }

    @Test
    void the_media_type_is_the_one_that_the_client_likes_best() throws Exception {
        HttpResponse<String> text = get("/v2/parcels", "Accept", "application/json;q=0.5, text/*");

        assertThat(text.headers().firstValue("Content-Type")).hasValue("text/plain");
        assertThat(text.body()).isEqualTo("two parcels");
        assertThat(get("/v2/parcels", "Accept", "image/png").statusCode()).isEqualTo(406);
    }

    @Test
    void an_example_is_sent_without_what_is_write_only() throws Exception {
        assertThat(get("/v2/drivers/me").body()).isEqualTo("{\"name\":\"Ada\",\"mates\":[{\"name\":\"Bo\"}]}");
    }

    @Test
    void an_example_in_a_file_is_sent_as_json_or_as_its_bytes() throws Exception {
        assertThat(get("/v2/drivers/me/rota").body()).isEqualTo("[\"Monday\",\"Friday\"]");
        assertThat(get("/v2/drivers/me/rota", "Accept", "application/pdf").body())
                .isEqualTo("Not really a rota.\n");
        assertThat(get("/v2/drivers/me/rota", "Prefer", "example=printed").body())
                .isEqualTo("Not really a rota.\n");
    }

    @Test
    void documented_headers_are_made() throws Exception {
        assertThat(get("/v2/parcels").headers().firstValue("X-Rate"))
                .hasValueSatisfying(rate -> assertThat(rate).matches("[1-9]"));
        assertThat(get("/v1/invoices", "Authorization", "Bearer x").headers().firstValue("X-Total-Count"))
                .hasValue("2");
    }

    @Test
    void without_an_example_an_answer_is_made_from_its_schema_and_is_the_same_after_a_restart() throws Exception {
        String first = get("/v2/parcels/p1").body();

        assertThat(first).startsWith("{\"id\":\"").contains("\"weight\":");
        assertThat(get("/v2/parcels/p1").body()).isEqualTo(first);
        try (Running again = Understudy.start(settings())) {
            assertThat(send(again, "GET", "/v2/parcels/p1", null, Map.of()).body())
                    .isEqualTo(first);
        }
        assertThat(get("/v2/parcels/p2").body()).isNotEqualTo(first);
    }

    @Test
    void a_text_can_write_a_number() throws Exception {
        HttpResponse<String> count = get("/v2/parcels/count");

        assertThat(count.headers().firstValue("Content-Type")).hasValue("text/plain");
        assertThat(count.body()).matches("\\d{4,}");
    }

    @Test
    void an_answer_without_content_has_none_and_bytes_are_bytes_of_their_type() throws Exception {
        HttpResponse<String> gone = send("DELETE", "/v2/parcels/p1", null, Map.of("Prefer", "code=204"));
        assertThat(gone.statusCode()).isEqualTo(204);
        assertThat(gone.headers().firstValue("Content-Type")).isEmpty();

        HttpResponse<String> label = get("/v2/parcels/p1/label");
        assertThat(label.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(label.body()).contains("PNG");
    }

    @Test
    void a_status_and_an_example_can_be_preferred() throws Exception {
        HttpResponse<String> one = get("/v2/parcels", "Prefer", "respond-async; x=1, example=one");
        assertThat(one.body()).isEqualTo("[{\"id\":\"p3\",\"weight\":5}]");
        assertThat(one.headers().firstValue("Preference-Applied")).hasValue("example=one");
        assertThat(one.headers().allValues("Vary").toString()).contains("Prefer");

        HttpResponse<String> pair = get("/v2/parcels", "prefer", "EXAMPLE=\"a pair\"");
        assertThat(pair.headers().firstValue("Preference-Applied")).hasValue("example=\"a pair\"");

        HttpResponse<String> closed = get("/v2/parcels", "Prefer", "code=503");
        assertThat(closed.statusCode()).isEqualTo(503);
        assertThat(closed.headers().firstValue("Preference-Applied")).hasValue("code=503");

        HttpResponse<String> teapot = get("/v2/parcels", "Prefer", "code=418");
        assertThat(teapot.statusCode()).as("of the range 4XX").isEqualTo(418);

        HttpResponse<String> missing = get("/v1/invoices", "Authorization", "Bearer x", "Prefer", "code=404");
        assertThat(missing.body())
                .isEqualTo("{\"error\":{\"code\":\"not_found\",\"message\":\"Not Found, as it was asked for"
                        + " (listInvoices in " + BILLING + ")\"}}");
    }

    @Test
    void two_lines_of_prefer_count_as_one_and_of_a_name_that_is_there_twice_the_first() throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(server.baseUrl().resolve("/v2/parcels"))
                        .header("Prefer", "code=200")
                        .header("Prefer", "example=one, code=503"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Preference-Applied")).hasValue("code=200, example=one");
    }

    @Test
    void another_value_can_be_preferred_to_an_example() throws Exception {
        HttpResponse<String> made = get("/v2/parcels", "Prefer", "dynamic=true, seed=7");
        assertThat(made.headers().firstValue("Preference-Applied")).hasValue("dynamic=true, seed=7");
        assertThat(made.body()).isNotEqualTo(get("/v2/parcels").body());
        assertThat(get("/v2/parcels", "Prefer", "seed=7, dynamic=true").body()).isEqualTo(made.body());
        assertThat(get("/v2/parcels", "Prefer", "seed=8").headers().firstValue("Preference-Applied"))
                .as("an example has no seed")
                .isEmpty();
    }

    @Test
    void what_is_not_declared_cannot_be_preferred_and_the_refusal_lists_what_is() throws Exception {
        assertThat(get("/v2/parcels", "Prefer", "code=500, example=none").body())
                .contains("must ask for a code that is declared: 200, 4XX or 503, was \\\"code=500\\\"")
                .contains("must ask for an example of the status 200: broken, a pair or one, was \\\"example=none\\\"");
        assertThat(get("/v2/parcels", "Prefer", "example=broken").body())
                .contains("must ask for an example that keeps its schema; in this one reply /0/id must be a string");
        assertThat(get("/v2/parcels", "Prefer", "dynamic=maybe, seed=x").body())
                .contains("must say true or false for dynamic")
                .contains("must give a whole number of at most 18 digits as seed");
    }

    @Test
    void a_preference_of_ours_that_is_malformed_is_refused() throws Exception {
        for (String malformed : List.of("code=\"503", "code=503\"", "code: 503", "code 503", "example=\"one")) {
            assertThat(get("/v2/parcels", "Prefer", malformed).statusCode())
                    .as(malformed)
                    .isEqualTo(400);
        }
        assertThat(get("/v2/parcels", "Prefer", "wait=\"10").statusCode()).isEqualTo(200);
    }

    @Test
    void a_refusal_is_worded_in_the_error_body_of_the_operation() throws Exception {
        HttpResponse<String> refusal = get("/v2/parcels?weight=-1");

        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(refusal.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(refusal.body())
                .isEqualTo("{\"message\":\"query \\\"weight\\\" must be at least 0, was -1 (listParcels in " + PARCELS
                        + ")\"}");
    }

    @Test
    void a_body_that_breaks_its_schema_is_a_422_where_that_is_declared() throws Exception {
        HttpResponse<String> unfit = send("POST", "/v2/parcels", "{\"weight\":31}", Map.of());

        assertThat(unfit.statusCode()).isEqualTo(422);
        assertThat(unfit.body())
                .isEqualTo(
                        """
                        [{"field":"weight","message":"body /weight must be at most 30, was 31"},\
                        {"field":"id","message":"body /id must be given, was missing"}]""");
        assertThat(send("POST", "/v2/parcels", "{", Map.of()).statusCode())
                .as("where 400 is not declared")
                .isEqualTo(422);
    }

    @Test
    void where_no_error_is_declared_a_refusal_is_a_problem() throws Exception {
        HttpResponse<String> refusal = get("/v2/parcels/p1", "Prefer", "code=404");

        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(refusal.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refusal.body())
                .startsWith("{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,\"detail\":\"header"
                        + " \\\"Prefer\\\" must ask for a code that is declared: 200, was")
                .contains("\"errors\":[{\"detail\":\"must ask for a code", "\"in\":\"header\",\"name\":\"Prefer\"}");
    }

    @Test
    void credentials_are_asked_for_and_the_enum_of_codes_has_the_one_that_is_meant() throws Exception {
        HttpResponse<String> refusal = get("/v1/invoices");

        assertThat(refusal.statusCode()).isEqualTo(401);
        assertThat(refusal.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(refusal.body())
                .startsWith("{\"error\":{\"code\":\"unauthorized\",\"message\":\"header \\\"Authorization\\\" must be");
    }

    @Test
    void a_body_that_is_too_large_is_refused_though_no_413_is_declared() throws Exception {
        assertThat(send("POST", "/v2/parcels", "\"" + "x".repeat(2 << 20) + "\"", Map.of())
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void a_page_can_read_the_documented_headers() throws Exception {
        assertThat(get("/v2/parcels", "Origin", "http://localhost:3000")
                        .headers()
                        .firstValue("Access-Control-Expose-Headers"))
                .hasValue("Allow, ETag, Link, Location, Retry-After, WWW-Authenticate, X-Rate");
    }

    @Test
    void an_operation_that_a_fault_touches_answers_501_and_says_why() throws Exception {
        HttpResponse<String> broken = get("/v2/broken");

        assertThat(broken.statusCode()).isEqualTo(501);
        assertThat(broken.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(broken.body()).contains("broken cannot be mocked. " + PARCELS + ":68:77: fault: ", "Nowhere");
    }

    @Test
    void a_path_that_leads_nowhere_names_the_nearest_ones_below_the_server() throws Exception {
        assertThat(get("/v2/parcel").body()).contains("the nearest is GET /v2/parcels");
        assertThat(send("PUT", "/v2/parcels", null, Map.of()).headers().firstValue("Allow"))
                .hasValue("GET, HEAD, POST, OPTIONS");
    }

    private HttpResponse<String> get(String path, String... header) throws Exception {
        var headers = new HashMap<String, String>();
        for (int i = 0; i < header.length; i += 2) {
            headers.put(header[i], header[i + 1]);
        }
        return send("GET", path, null, headers);
    }

    private HttpResponse<String> send(String method, String path, @Nullable String json, Map<String, String> headers)
            throws Exception {
        return send(server, method, path, json, headers);
    }

    private static HttpResponse<String> send(
            Running to, String method, String path, @Nullable String json, Map<String, String> headers)
            throws Exception {
        var request = HttpRequest.newBuilder(to.baseUrl().resolve(path))
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        return send(request);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    }
}
