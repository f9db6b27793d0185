package dev.understudy.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Json;
import dev.understudy.live.Running;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the control API says of calls that came over connections. */
@Timeout(60)
class CallsTest {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static Running server;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server = Stage.open(folder, AccessSettings.DEFAULT, "[{\"name\":\"Ada\"}]");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void all_calls_of_a_session_are_counted_by_their_end_and_can_be_read() throws Exception {
        get("/-/in/counted/zoo/pets", "Authorization", "Bearer t");
        get("/-/in/counted/zoo/pets?limit=1000", "Authorization", "Bearer t");
        get("/zoo/pets", "Understudy-Session", "counted");
        get("/-/in/counted/zoo/petz");
        get("/zoo/pets", "Authorization", "Bearer t");

        JsonNode counts = json("/-/sessions/counted").path("calls");
        assertThat(counts.toString()).isEqualTo("{\"came\":4,\"answered\":1,\"refused\":3,\"cut\":0}");
        JsonNode calls = json("/-/sessions/counted/calls");
        assertThat(calls.path("lost").asInt()).isZero();
        assertThat(calls.findValuesAsText("target"))
                .containsExactly(
                        "/-/in/counted/zoo/petz",
                        "/zoo/pets",
                        "/-/in/counted/zoo/pets?limit=1000",
                        "/-/in/counted/zoo/pets");
        assertThat(calls.findValuesAsText("verdict")).containsExactly("refused", "refused", "refused", "kept");
        assertThat(calls.findValuesAsText("end")).containsOnly("sent");
    }

    @Test
    void calls_are_found_by_what_they_were_and_shown_in_full() throws Exception {
        get("/-/in/found/zoo/pets?limit=1000", "Authorization", "Bearer s3cret", "X-Trace", "7");
        get("/-/in/found/zoo/pets?limit=2", "Authorization", "Bearer t");

        for (String query :
                new String[] {"status=400", "verdict=refused", "text=limit%3D1000", "operation=listPets&status=400"}) {
            JsonNode found = json("/-/sessions/found/calls?" + query).path("calls");
            assertThat(found).as(query).hasSize(1);
            JsonNode call = json("/-/sessions/found/calls/" + found.at("/0/id").asText());
            assertThat(call.at("/violations/0/message").asText())
                    .isEqualTo("query \"limit\" must be at most 100, was 1000");
            assertThat(call.at("/request/path").asText()).isEqualTo("/zoo/pets");
            assertThat(call.at("/request/headers").toString())
                    .contains("X-Trace")
                    .doesNotContain("s3cret");
            assertThat(call.at("/response/body/text").asText()).contains("limit");
        }
        String since = json("/-/sessions/found/calls?limit=1").at("/calls/0/id").asText();
        assertThat(json("/-/sessions/found/calls?since=" + since).path("calls")).isEmpty();
        assertThat(json("/-/sessions/found/har?status=200").at("/log/entries")).hasSize(1);
        assertThat(get("/-/sessions/found/calls/" + since + "/curl"))
                .startsWith("curl -sSg ")
                .contains("/-/in/found/zoo/pets?limit=2'");
        assertThat(get("/-/sessions/found/calls/999999")).contains("There is no call 999999 of session found");
        assertThat(get("/-/sessions/found/calls?verdict=good"))
                .contains("verdict")
                .contains("kept");
    }

    @Test
    void a_call_whose_connection_ends_before_its_body_has_come_is_cut() throws Exception {
        try (var line = new Line(server.port())) {
            line.send("POST /-/in/cut/zoo/pets HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\n{");
        }
        // That a client has left is not known at once.
        while (json("/-/sessions/cut").at("/calls/cut").asInt() == 0) {
            assertThat(json("/-/sessions/cut").at("/calls/answered").asInt()).isZero();
        }
        get("/-/in/cut/zoo/pets", "Authorization", "Bearer t");

        assertThat(json("/-/sessions/cut").path("calls").toString())
                .isEqualTo("{\"came\":2,\"answered\":1,\"refused\":0,\"cut\":1}");
    }

    @Test
    void the_answer_to_a_broken_call_leads_to_all_that_was_wrong_with_it() throws Exception {
        var request = HttpRequest.newBuilder(server.baseUrl().resolve("/-/in/led/zoo/pets?limit=0"))
                .header("Authorization", "Bearer t")
                .build();
        String link = CLIENT.send(request, BodyHandlers.ofString())
                .headers()
                .firstValue("Link")
                .orElseThrow();

        assertThat(link).matches("</-/sessions/led/calls/\\d+>; rel=\"describedby\"");
        assertThat(json(link.replaceAll("<(.*)>.*", "$1"))
                        .at("/violations/0/keyword")
                        .asText())
                .isEqualTo("minimum");
    }

    @Test
    void calls_are_streamed_as_they_come_and_a_client_goes_on_after_the_last_that_it_has() throws Exception {
        get("/-/in/streamed/zoo/pets", "Authorization", "Bearer t");
        try (var line = new Line(server.port());
                var again = new Line(server.port())) {
            line.send("GET /-/sessions/streamed/events?since=0 HTTP/1.1\r\nHost: localhost\r\n\r\n");
            String first = line.until("\n\n", "data: ");
            get("/-/in/streamed/zoo/petz");
            get("/-/in/other/zoo/pets", "Authorization", "Bearer t");
            get("/-/in/streamed/zoo/pets", "Authorization", "Bearer t");
            String second = line.until("\n\n", "zoo/petz");

            assertThat(first)
                    .contains("Content-Type: text/event-stream", "retry: 3000\n\n")
                    .containsPattern("\nid: \\d+\nevent: call\ndata: \\{\"id\":\\d+,");
            assertThat(second).contains("\"verdict\":\"refused\"");
            String last = second.replaceAll("(?s).*id: (\\d+)\nevent: call\ndata: [^\n]*petz.*", "$1");
            again.send("GET /-/sessions/streamed/events HTTP/1.1\r\nHost: localhost\r\nLast-Event-ID: " + last
                    + "\r\n\r\n");
            assertThat(again.until("\n\n", "data: "))
                    .contains("/-/in/streamed/zoo/pets")
                    .doesNotContain("petz")
                    .doesNotContain("other");
        }
    }

    @Test
    void a_stream_since_what_is_no_id_is_refused_as_other_operations_refuse_it() throws Exception {
        for (String query : new String[] {"since=-1", "since=abc", "since=1&since=2"}) {
            assertThat(status("/-/sessions/default/events?" + query)).isEqualTo(400);
            assertThat(get("/-/sessions/default/events?" + query))
                    .contains("query \\\"since\\\" must be")
                    .isEqualTo(get("/-/sessions/default/calls?" + query));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-1", "999999999999"})
    void a_client_whose_last_id_is_none_of_this_server_misses_no_call(String last) throws Exception {
        get("/-/in/missed/zoo/pets", "Authorization", "Bearer t");
        try (var line = new Line(server.port())) {
            line.send("GET /-/sessions/missed/events?t=1 HTTP/1.1\r\nHost: localhost\r\nLast-Event-ID: " + last
                    + "\r\n\r\n");

            assertThat(line.until("\n\n", "data: ")).contains("/-/in/missed/zoo/pets");
        }
    }

    @Test
    void a_stream_ends_when_its_session_is_deleted() throws Exception {
        get("/-/in/deleted/zoo/pets", "Authorization", "Bearer t");
        try (var line = new Line(server.port());
                var other = new Line(server.port())) {
            line.send("GET /-/sessions/deleted/events HTTP/1.1\r\nHost: localhost\r\n\r\n");
            line.until("retry: 3000\n\n", "retry");
            other.send("DELETE /-/sessions/deleted HTTP/1.1\r\nHost: localhost\r\n\r\n");

            // The last chunk, and none that keeps it alive.
            assertThat(line.until("0\r\n\r\n", "0\r\n\r\n")).doesNotContain("\n:\n");
        }
    }

    @Test
    void a_stream_of_no_session_never_comes_and_one_from_another_page_is_refused() throws Exception {
        assertThat(status("/-/sessions/nobody/events")).isEqualTo(204);
        assertThat(status("/-/sessions/no%20body/events")).isEqualTo(400);
        assertThat(status("/-/sessions/default/events", "Origin", "https://evil.example"))
                .isEqualTo(403);
        assertThat(status("/-/sessions/default/events", "Via", "1.1 proxy")).isEqualTo(401);
        assertThat(status("/-/sessions/events")).isEqualTo(404);
        assertThat(get("/-/sessions/events")).contains("There is no session events");
    }

    private static int status(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.baseUrl().resolve(path));
        return CLIENT.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString())
                .statusCode();
    }

    private static JsonNode json(String path) throws Exception {
        return Json.mapper().readTree(get(path));
    }

    private static String get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.baseUrl().resolve(path));
        return CLIENT.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString())
                .body();
    }
}
