package dev.understudy.callbacks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.understudy.live.Brought;
import dev.understudy.live.Running;
import dev.understudy.live.Settings;
import dev.understudy.live.Understudy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The callbacks of a document, sent to a receiver on this machine. */
@TestInstance(Lifecycle.PER_CLASS)
class CallbacksTest {
    private static final Path SHIPS = Path.of("src/test/resources/brought/ships.yaml");

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private HttpServer receiver;
    private Running server;

    /** A request that came. */
    private record Received(String line, String type, String id, String signature, String event, String body) {}

    @BeforeAll
    void start() throws Exception {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::receive);
        receiver.start();
        var settings = new CallbackSettings(
                List.of(AllowedAddress.of(receiverAt())),
                "s3cret",
                Duration.ZERO,
                2,
                "http://" + receiverAt() + "/hooks");
        server =
                Understudy.start(Settings.DEFAULT.withBrought(Brought.of(SHIPS)).withCallbacks(settings));
    }

    @AfterAll
    void stop() {
        server.close();
        receiver.stop(0);
    }

    private String receiverAt() {
        return "127.0.0.1:" + receiver.getAddress().getPort();
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        received.add(new Received(
                exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                header(exchange, "Content-Type"),
                header(exchange, "webhook-id"),
                header(exchange, "X-Harbour-Signature"),
                header(exchange, "X-Event"),
                body));
        exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/teapot") ? 418 : 204, -1);
        exchange.close();
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    private HttpResponse<String> announce(String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.baseUrl().resolve("/ships?pier=3"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private Received next() throws InterruptedException {
        return Objects.requireNonNull(received.poll(20, TimeUnit.SECONDS), "no callback came");
    }

    @Test
    void the_receiver_gets_what_the_document_says_of_the_record_that_was_made_as_often_as_was_asked() throws Exception {
        String body = "{\"name\":\"Ada\",\"notify\":\"http://" + receiverAt() + "/in\"}";
        assertThat(announce(body).statusCode()).isEqualTo(201);

        Received first = next();
        assertThat(first.line()).isEqualTo("POST /in?ship=71&pier=3");
        assertThat(first.type()).isEqualTo("application/json");
        assertThat(first.event()).isEqualTo("berthed");
        assertThat(first.body())
                .isEqualTo("{\"event\":\"berthed\",\"ship\":{\"id\":71,\"name\":\"Albatross\",\"berth\":4}}");
        assertThat(first.signature())
                .isEqualTo(
                        "sha256=" + new Signature("s3cret").plain(first.body().getBytes(UTF_8)));
        assertThat(next()).isEqualTo(first);

        // An answer that is remembered, and gzipped, is followed too.
        announce(body, "Accept-Encoding", "gzip");
        assertThat(next().id()).isNotEqualTo(first.id());
        assertThat(next().body()).isEqualTo(first.body());
        // Neither a refusal nor a preferred error is a success, nor may every address be called.
        assertThat(announce(body.replace("name", "title")).statusCode()).isEqualTo(400);
        assertThat(announce(body, "Prefer", "code=409").statusCode()).isEqualTo(409);
        announce(body.replace("127.0.0.1", "localhost"));
        announce(body.replace("/in", "/last"));
        assertThat(next().line()).startsWith("POST /last");
        assertThat(next().line()).startsWith("POST /last");
    }

    private HttpResponse<String> page(String method, String path, String body, String... headers) throws Exception {
        return page(server, method, path, body, headers);
    }

    private static HttpResponse<String> page(Running at, String method, String path, String body, String... headers)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(at.baseUrl().resolve(path)).method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void a_webhook_is_sent_when_somebody_asks_for_it() throws Exception {
        assertThat(page("GET", "/-/webhooks", "").body()).isEqualTo("{\"webhooks\":[\"lost\"]}");

        HttpResponse<String> sent = page("POST", "/-/webhooks/lost", "{\"id\":8}");
        assertThat(sent.statusCode()).isEqualTo(202);
        assertThat(sent.body())
                .isEqualTo("{\"sent\":[{\"method\":\"POST\",\"url\":\"http://" + receiverAt() + "/hooks\"}]}");
        assertThat(next().body()).isEqualTo("{\"id\":8,\"name\":\"Storm\"}");
        next();

        assertThat(page("POST", "/-/webhooks/found", "").statusCode()).isEqualTo(404);
        assertThat(page("POST", "/-/webhooks/lost", "{").statusCode()).isEqualTo(400);
        assertThat(page("PUT", "/-/webhooks/lost", "").statusCode()).isEqualTo(405);
        assertThat(page("POST", "/-/webhooks/lost", "", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void what_is_sent_is_in_the_journal_of_the_session_whose_call_it_follows() throws Exception {
        String body = "{\"name\":\"Ada\",\"notify\":\"http://" + receiverAt() + "/in?access_token=t0p\"}";
        announce(body, "Understudy-Session", "quay");
        String line = out("quay", 1).get(0);
        next();
        next();

        assertThat(line)
                .contains("\"direction\":\"out\"")
                .contains("\"method\":\"POST\",\"target\":\"/in?access_token=…&pier=3\",\"api\":\"ships\"")
                .contains(
                        "\"operation\":\"callback berthed of POST /ships\",\"status\":204,\"verdict\":\"kept\",\"end\":\"sent\"")
                .contains("\"violations\":0}");
        String id = line.replaceAll("^.*?\"id\":(\\d+).*", "$1");
        assertThat(page("GET", "/-/sessions/quay/calls/" + id, "").body())
                .contains("{\"name\":\"webhook-id\",\"value\":\"msg_")
                .contains("\"text\":\"{\\\"event\\\":\\\"berthed\\\",\\\"ship\\\"");
        assertThat(page("GET", "/-/sessions/quay/har?direction=out", "").body())
                .contains("\"_direction\":\"out\"")
                .contains("\"url\":\"http://" + receiverAt() + "/in?access_token=…&pier=3\"");
        assertThat(page("GET", "/-/sessions/quay/calls?direction=in", "").body())
                .contains("\"direction\":\"in\"")
                .doesNotContain("callback");
        assertThat(page("GET", "/-/sessions/quay/unexpected", "").body()).contains("\"count\":0");
        assertThat(page("GET", "/-/sessions/quay/counts", "").body())
                .contains("\"came\":1")
                .doesNotContain("callback");
        assertThat(page("GET", "/-/sessions/other/calls", "").statusCode()).isEqualTo(404);
    }

    @Test
    void what_may_not_be_sent_is_in_the_journal_with_the_reason_and_is_not_unexpected() throws Exception {
        announce("{\"name\":\"Ada\",\"notify\":\"http://there.example/in\"}", "Understudy-Session", "reef");

        String line = out("reef", 1).get(0);
        assertThat(line)
                .contains("\"method\":\"POST\",\"target\":\"/in?ship=71&pier=3\",\"api\":\"ships\"")
                .contains("\"status\":0,\"verdict\":\"kept\",\"end\":\"unsent\"")
                .contains(
                        "\"reason\":\"not sent, as no option allows it; start with --allow-callback there.example:80\"");
        String id = line.replaceAll("^.*?\"id\":(\\d+).*", "$1");
        assertThat(page("GET", "/-/sessions/reef/calls/" + id, "").body())
                .contains("\"text\":\"{\\\"event\\\":\\\"berthed\\\",\\\"ship\\\"");
        assertThat(page("GET", "/-/sessions/reef/calls?end=unsent", "").body()).contains("\"id\":" + id + ",");
        assertThat(page("GET", "/-/sessions/reef/har?direction=out", "").body())
                .contains("\"comment\":\"the request was not sent\"");
        assertThat(page("GET", "/-/sessions/reef/unexpected", "").body()).contains("\"count\":0");
    }

    @Test
    void a_receiver_that_breaks_the_contract_is_unexpected_and_so_is_none() throws Exception {
        page("PUT", "/-/sessions/mole", "");
        announce("{\"name\":\"Ada\",\"notify\":\"http://" + receiverAt() + "/teapot\"}", "Understudy-Session", "mole");
        assertThat(out("mole", 2)).allMatch(line -> line.contains("\"status\":418,\"verdict\":\"refused\""));
        next();
        next();
        assertThat(page("GET", "/-/sessions/mole/unexpected", "").body())
                .contains(", callback berthed of POST /ships, POST http://" + receiverAt()
                        + "/teapot?ship=71&pier=3 (418):\\n  reply must be one of the statuses 204, was status 418")
                .contains("\"count\":2");

        assertThat(page("POST", "/-/webhooks/lost", "{\"id\":8}", "Understudy-Session", "mole")
                        .statusCode())
                .isEqualTo(202);
        assertThat(out("mole", 4).get(2)).contains("\"operation\":\"webhook lost\"");
        next();
        next();
        assertThat(page("POST", "/-/webhooks/lost", "", "Understudy-Session", "nobody")
                        .statusCode())
                .isEqualTo(404);
        assertThat(page("POST", "/-/webhooks/lost", "", "Understudy-Session", "a b")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void what_there_is_no_room_for_is_lost_and_unexpected_and_a_webhook_says_so_of_any_of_its_requests(
            @TempDir Path folder) throws Exception {
        Path document = Files.writeString(
                folder.resolve("bells.yaml"),
                """
                openapi: 3.1.1
                info: {title: Bells, version: '1'}
                paths: {}
                webhooks:
                  ring:
                    post: {responses: {'204': {description: Heard}}}
                    put: {responses: {'204': {description: Heard}}}
                """);
        // The first of the two takes all places there are.
        var settings = new CallbackSettings(
                List.of(AllowedAddress.of("127.0.0.1:1")), null, Duration.ofHours(1), 1_000, "http://127.0.0.1:1/in");
        try (Running full = Understudy.start(
                Settings.DEFAULT.withBrought(Brought.of(document)).withCallbacks(settings))) {
            assertThat(page(full, "POST", "/-/webhooks/ring", "").body())
                    .contains(
                            "\"status\":409",
                            "not sent: PUT http://127.0.0.1:1/in with no body, as too many are waiting");
            assertThat(page(full, "GET", "/-/sessions/default/calls?end=unsent", "")
                            .body())
                    .contains("\"operation\":\"webhook ring\",\"status\":0,\"verdict\":\"failed\",\"end\":\"unsent\"")
                    .contains("\"reason\":\"not sent, as too many are waiting\"");
            assertThat(page(full, "GET", "/-/sessions/default/har", "").body())
                    .contains("\"comment\":\"the request was not sent\"");
            assertThat(page(full, "GET", "/-/sessions/default/unexpected", "").body())
                    .contains("\"count\":1", "as too many are waiting");
        }
    }

    /** The lines of so many requests that were sent for a session, as soon as they are there. */
    private List<String> out(String session, int count) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        server.baseUrl().resolve("/-/sessions/" + session + "/events?since=0"))
                .build();
        try (var lines =
                HttpClient.newHttpClient().send(request, BodyHandlers.ofLines()).body()) {
            return lines.filter(line -> line.startsWith("data:") && line.contains("\"direction\":\"out\""))
                    .limit(count)
                    .toList();
        }
    }
}
