package dev.understudy.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.live.Running;
import dev.understudy.live.Settings;
import dev.understudy.live.Snapshot;
import dev.understudy.live.Understudy;
import dev.understudy.live.Zoo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MockServerTest {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static Settings settings;
    private static Snapshot snapshot;
    private static Running server;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("zoo/pets"));
        Files.writeString(folder.resolve("zoo/pets/pets.json"), "[{\"name\":\"Ada\"},{\"name\":\"Bob\"}]");
        settings = Settings.DEFAULT.withFixtures(folder);
        server = Understudy.start(Zoo.catalogue(), settings);
        snapshot = server.snapshot();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_call_is_answered_from_the_fixtures() throws Exception {
        HttpResponse<String> response = send(get("/zoo/pets?limit=1"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.body()).isEqualTo("{\"pets\":[{\"name\":\"Ada\"}]}");
    }

    @Test
    void a_body_reaches_its_operation() throws Exception {
        HttpResponse<String> response = send(post(BodyPublishers.ofString("{\"name\":7}")));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("/name").contains("string");
    }

    @Test
    void a_missing_token_is_a_401_that_names_the_scheme() throws Exception {
        HttpResponse<String> response =
                send(HttpRequest.newBuilder(uri("/zoo/pets")).build());

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @Test
    void another_method_is_a_405_that_names_those_there_are() throws Exception {
        HttpResponse<String> response = send(HttpRequest.newBuilder(uri("/zoo/pets"))
                .DELETE()
                .header("Authorization", "Bearer t")
                .build());

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD, POST, OPTIONS");
        assertThat(response.body()).startsWith("{\"wrong\":[");
    }

    @Test
    void an_unknown_path_is_a_problem_that_names_the_nearest() throws Exception {
        HttpResponse<String> response = send(get("/zoo/pots"));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains("\"nearest\":[\"GET /zoo/pets\"");
    }

    @Test
    void a_body_announced_as_too_large_is_a_413_in_the_apis_shape() throws Exception {
        HttpResponse<String> response = send(post(BodyPublishers.ofString("x".repeat(Limits.DEFAULT.body() + 1))));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).startsWith("{\"wrong\":[").contains("1048576 bytes");
    }

    @Test
    void a_chunked_body_stops_at_the_limit() throws Exception {
        HttpResponse<String> response = send(post(
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[5 * Limits.DEFAULT.body()]))));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).startsWith("{\"wrong\":[");
    }

    @Test
    void a_client_that_asks_before_it_sends_is_told_to_go_on_or_not() throws Exception {
        String head = "POST /zoo/pets HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer t\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: ";

        assertThat(Wire.exchange(server.port(), head + "14\r\n\r\n{\"name\":\"Ada\"}"))
                .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK");
        assertThat(Wire.exchange(server.port(), head + "2000000\r\n\r\n")).startsWith("HTTP/1.1 413 ");
    }

    @Test
    void bytes_that_are_no_http_are_a_problem_and_the_end_of_the_connection() throws Exception {
        String answer = Wire.exchange(server.port(), "GET /zoo/pets HTTP/banana\r\nHost: localhost\r\n\r\n");

        assertThat(answer)
                .matches("(?s)HTTP/1\\.[01] 400 Bad Request\r\n.*")
                .contains("application/problem+json")
                .containsIgnoringCase("Connection: close")
                .doesNotContain("Exception");
    }

    @Test
    void a_request_line_without_end_is_a_414() throws Exception {
        assertThat(Wire.exchange(server.port(), "GET /" + "x".repeat(9000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .matches("(?s)HTTP/1\\.[01] 414 .*")
                .contains("application/problem+json");
    }

    @Test
    void headers_without_end_are_a_431() throws Exception {
        assertThat(Wire.exchange(
                        server.port(),
                        "GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n"))
                .matches("(?s)HTTP/1\\.[01] 431 .*")
                .contains("application/problem+json");
    }

    @Test
    void a_preflight_has_no_body_and_no_content_length() throws Exception {
        String answer = Wire.exchange(
                server.port(),
                "OPTIONS /zoo/pets HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost:3000\r\n"
                        + "Access-Control-Request-Method: POST\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 204 ")
                .endsWith("\r\n\r\n")
                .containsIgnoringCase("Access-Control-Allow-Methods: GET, HEAD, POST")
                .doesNotContainIgnoringCase("Content-Length");
    }

    @Test
    void two_requests_on_one_connection_are_answered_in_their_order() throws Exception {
        String first = "GET /zoo/pets?limit=1 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer t\r\n\r\n";
        String second = "GET /-/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

        assertThat(Wire.exchange(server.port(), first + second)).containsSubsequence("Ada", "{\"status\":\"up\"}");
    }

    @Test
    void health_and_readiness_can_be_asked_without_a_token() throws Exception {
        assertThat(send(open("/-/health")).body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(send(open("/-/ready")).body()).matches("\\{\"status\":\"ready\",\"revision\":\"[0-9a-f]{16}\"}");
    }

    @Test
    void head_has_the_headers_of_get_and_no_body() throws Exception {
        String answer =
                Wire.exchange(server.port(), "HEAD /-/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 200 OK")
                .containsIgnoringCase("Content-Length: 15\r\n")
                .endsWith("\r\n\r\n");
    }

    @Test
    void the_contracts_are_listed_and_served_without_their_fixtures() throws Exception {
        assertThat(send(open("/-/contracts")).body())
                .isEqualTo(
                        """
                        {"contracts":[{"name":"zoo/pets","title":"Pets","yaml":"contracts/zoo/pets.yaml",\
                        "json":"contracts/zoo/pets.json",\
                        "fixtures":{"pets":"contracts/zoo/pets/pets.schema.json"}}]}""");
        HttpResponse<String> yaml = send(open("/-/contracts/zoo/pets.yaml"));
        assertThat(yaml.headers().firstValue("Content-Type")).hasValue("application/yaml");
        assertThat(yaml.body()).contains("operationId").doesNotContain("x-fixture");
        assertThat(send(open("/-/contracts/zoo/pets.json")).body())
                .contains("\"openapi\"")
                .doesNotContain("x-fixture");
    }

    @Test
    void a_contract_is_served_in_a_flat_form_when_asked_for_it_and_in_no_other() throws Exception {
        assertThat(send(open("/-/contracts/zoo/pets.json?form=flat")).body()).contains("\"openapi\"");
        assertThat(send(open("/-/contracts/zoo/pets.yaml?a=b&form=flat")).body())
                .startsWith("openapi: 3.0.3");
        assertThat(send(open("/-/contracts/zoo/pets.yaml?form")).statusCode()).isEqualTo(200);
        assertThat(send(open("/-/health?form=flat")).statusCode()).isEqualTo(200);

        HttpResponse<String> other = send(open("/-/contracts/zoo/pets.json?form=Flat"));
        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(other.body()).contains("query \\\"form\\\" must be flat or left out, was \\\"Flat\\\"");
    }

    @Test
    void nothing_below_our_own_root_can_be_changed() throws Exception {
        HttpResponse<String> response = send(HttpRequest.newBuilder(uri("/-/health"))
                .POST(BodyPublishers.noBody())
                .build());

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(send(open("/-/nothing")).statusCode()).isEqualTo(404);
    }

    @Test
    void many_clients_at_once_all_get_their_own_answer() {
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 200)
                .mapToObj(i -> CLIENT.sendAsync(get("/zoo/pets?limit=" + (1 + i % 2)), BodyHandlers.ofString()))
                .toList();

        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).join().body().contains("Bob")).isEqualTo(i % 2 == 1);
        }
    }

    @Test
    void a_port_in_use_is_one_sentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var same = Settings.DEFAULT.withPort(taken.getLocalPort());
            assertThatThrownBy(() -> MockServer.start(same.address(), same.access(), snapshot.exchange()))
                    .isInstanceOf(CannotListen.class)
                    .hasMessage("Port " + taken.getLocalPort() + " on 127.0.0.1 is in use; choose another with --port,"
                            + " or let --port 0 find a free one.");
        }
    }

    @Test
    void an_address_of_another_machine_is_one_sentence() {
        var elsewhere = Settings.DEFAULT.withHost("192.0.2.1");

        assertThatThrownBy(() -> MockServer.start(elsewhere.address(), elsewhere.access(), snapshot.exchange()))
                .isInstanceOf(CannotListen.class)
                .hasMessageContaining("192.0.2.1 is not one of this machine");
    }

    @Test
    void a_host_that_nobody_knows_is_one_sentence() {
        var unknown = Settings.DEFAULT.withHost("no such host");

        assertThatThrownBy(() -> MockServer.start(unknown.address(), unknown.access(), snapshot.exchange()))
                .isInstanceOf(CannotListen.class)
                .hasMessageContaining("no such host is not known here");
    }

    @Test
    void a_closed_server_accepts_nobody_and_closes_again_without_harm() throws Exception {
        MockServer another = MockServer.start(settings.address(), settings.access(), snapshot.exchange());
        another.close();
        another.close();
        another.awaitClose();

        assertThatThrownBy(() -> Wire.exchange(another.port(), "GET / HTTP/1.1\r\n\r\n"))
                .isInstanceOf(IOException.class);
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private static HttpRequest get(String path) {
        return HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer t")
                .build();
    }

    private static HttpRequest open(String path) {
        return HttpRequest.newBuilder(uri(path)).build();
    }

    private static HttpRequest post(HttpRequest.BodyPublisher body) {
        return HttpRequest.newBuilder(uri("/zoo/pets"))
                .header("Authorization", "Bearer t")
                .header("Content-Type", "application/json")
                .POST(body)
                .build();
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
