package dev.understudy.http;

import static dev.understudy.http.Http2Line.END_HEADERS;
import static dev.understudy.http.Http2Line.END_STREAM;
import static dev.understudy.http.Http2Line.HEADERS;
import static dev.understudy.http.Http2Line.RESET;
import static dev.understudy.http.Http2Line.SETTINGS;
import static dev.understudy.http.Http2Line.WINDOW_UPDATE;
import static dev.understudy.http.Http2Line.frame;
import static dev.understudy.http.Http2Line.head;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.live.Running;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.HostAndPort;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for HTTP/1.1 holds for HTTP/2 over TLS too. */
@Timeout(60)
class Http2Test {
    private static final String PETS = "[{\"name\":\"" + "a".repeat(900_000) + "\"}]";

    private static Vertx vertx;
    private static HttpClient client;
    private static Running patient;
    private static Running hasty;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        patient = open(folder.resolve("patient"), Timeouts.DEFAULT);
        hasty = open(folder.resolve("hasty"), Stage.timeouts(500, 500, 500, 500));
        vertx = Vertx.vertx();
        client = Stage.client(vertx, HttpVersion.HTTP_2);
    }

    private static Running open(Path folder, Timeouts timeouts) throws Exception {
        return Stage.open(folder, Stage.encrypted(timeouts), PETS);
    }

    @AfterAll
    static void stop() {
        vertx.close().await();
        patient.close();
        hasty.close();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 200",
        "LOCALHOST., 200",
        "127.0.0.1, 200",
        "evil.example, 421",
        "localhost.evil.example, 421"
    })
    void the_authority_must_be_a_name_of_ours(String authority, int status) {
        HttpClientRequest request = get("/zoo/pets").authority(HostAndPort.create(authority, patient.port()));

        assertThat(answer(request.send())).isEqualTo(status + (status == 200 ? " json" : " problem+json"));
    }

    @Test
    void a_path_of_10_kb_is_a_414() {
        assertThat(answer(get("/" + "x".repeat(10_240)).send())).isEqualTo("414 problem+json");
    }

    @Test
    void more_than_200_parameters_are_a_400() {
        String many = IntStream.range(0, 201).mapToObj(i -> "a" + i + "=1").collect(Collectors.joining("&"));

        assertThat(answer(get("/zoo/pets?" + many).send())).isEqualTo("400 problem+json");
    }

    @Test
    void more_than_100_header_fields_are_a_431() {
        HttpClientRequest request = get("/zoo/pets");
        IntStream.range(0, 100).forEach(i -> request.putHeader("x-" + i, "y"));

        assertThat(answer(request.send())).isEqualTo("431 problem+json");
    }

    @Test
    void a_refusal_leaves_the_other_requests_of_its_connection_alone() {
        HttpClientRequest good = get("/zoo/pets");
        HttpClientRequest bad = get("/zoo/pets").authority(HostAndPort.create("evil.example", 1));
        assertThat(good.connection()).isSameAs(bad.connection());

        assertThat(answer(bad.send())).isEqualTo("421 problem+json");
        assertThat(answer(good.send())).isEqualTo("200 json");
    }

    @Test
    void nul_in_the_path_is_a_400() {
        assertThat(answer(get("/a%00b").send())).isEqualTo("400 problem+json");
    }

    @Test
    void a_body_that_is_announced_too_large_is_a_413_before_it_came() {
        HttpClientRequest request = post(patient).putHeader("Content-Length", "2000000");

        assertThat(answer(begun(request, Buffer.buffer("{")))).isEqualTo("413 json");
    }

    @Test
    void a_body_that_grows_too_large_is_a_413_at_the_limit() {
        Buffer more = Buffer.buffer("x".repeat((1 << 20) + 1));

        assertThat(answer(begun(post(patient), more))).isEqualTo("413 json");
    }

    @Test
    void a_gzipped_body_is_read_and_a_broken_one_is_a_400() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write("{\"name\":\"Ada\"}".getBytes(StandardCharsets.US_ASCII));
        }
        Buffer whole = Buffer.buffer(bytes.toByteArray());

        assertThat(answer(gzipped().send(whole))).isEqualTo("200 json");
        assertThat(answer(gzipped().send(whole.slice(0, 20)))).isEqualTo("400 json");
    }

    @Test
    void a_body_that_does_not_come_is_a_408() {
        assertThat(answer(begun(post(hasty), Buffer.buffer("{")))).isEqualTo("408 problem+json");
    }

    @Test
    void who_does_not_read_its_answer_loses_its_stream_and_not_the_connection() throws Exception {
        try (var line = Http2Line.tls(hasty.port())) {
            byte[] smallWindow = {0, 4, 0, 0, 0, 100};
            line.send(frame(SETTINGS, 0, 0, smallWindow));
            line.send(frame(HEADERS, END_HEADERS | END_STREAM, 1, head("GET")));

            assertThat(line.next()).isEqualTo("1: 200");
            assertThat(line.next()).isEqualTo("1: CANCEL");
            assertThat(line.send(frame(HEADERS, END_HEADERS | END_STREAM, 3, head("HEAD")))
                            .next())
                    .isEqualTo("3: 200");
        }
    }

    @Test
    void an_event_stream_that_its_client_ends_leaves_the_connection_alone() throws Exception {
        try (var line = Http2Line.tls(hasty.port())) {
            line.send(frame(HEADERS, END_HEADERS | END_STREAM, 1, head("GET", "/-/sessions/default/events")));
            assertThat(line.next()).isEqualTo("1: 200");
            line.send(frame(RESET, 0, 1, new byte[] {0, 0, 0, 8}));

            // This one is found to be stuck later than the first would be.
            line.send(frame(SETTINGS, 0, 0, new byte[] {0, 4, 0, 0, 0, 100}));
            line.send(frame(HEADERS, END_HEADERS | END_STREAM, 3, head("GET")));
            assertThat(line.next()).isEqualTo("3: 200");
            assertThat(line.next()).isEqualTo("3: CANCEL");
            assertThat(line.send(frame(HEADERS, END_HEADERS | END_STREAM, 5, head("HEAD")))
                            .next())
                    .isEqualTo("5: 200");
        }
    }

    @Test
    void who_waits_for_a_revision_is_answered_after_that_time_however_long_nothing_was_sent() {
        Future<Buffer> body = request(hasty, HttpMethod.GET, "/-/ready?wait=1s&revision=0123456789abcdef")
                .send()
                .expecting(response -> response.statusCode() == 503)
                .compose(HttpClientResponse::body);

        assertThat(body.await().toString()).contains("other revision");
    }

    @Test
    void a_stream_that_is_read_slowly_goes_on_and_one_beside_it_that_is_not_read_ends() throws Exception {
        try (var line = Http2Line.tls(hasty.port())) {
            line.send(frame(SETTINGS, 0, 0, new byte[] {0, 4, 0, 0, 0, 100}));
            line.send(frame(HEADERS, END_HEADERS | END_STREAM, 1, head("GET")));
            line.send(frame(HEADERS, END_HEADERS | END_STREAM, 3, head("GET")));
            assertThat(line.next()).isEqualTo("1: 200");
            assertThat(line.next()).isEqualTo("3: 200");
            for (int i = 0; i < 15; i++) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(60));
                line.send(frame(WINDOW_UPDATE, 0, 1, new byte[] {0, 0, 0, 100}));
            }

            line.send(frame(HEADERS, END_HEADERS | END_STREAM, 5, head("HEAD")));
            assertThat(line.next()).isEqualTo("3: CANCEL");
            assertThat(line.next()).isEqualTo("5: 200");
        }
    }

    @Test
    void a_connection_that_asks_for_nothing_more_is_closed() throws Exception {
        HttpClientRequest request = request(hasty, HttpMethod.GET, "/-/health");
        CountDownLatch closed = closed(request);
        assertThat(answer(request.send())).isEqualTo("200 json");

        assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_connection_that_never_asks_for_anything_is_closed() throws Exception {
        HttpClientRequest request = request(hasty, HttpMethod.GET, "/zoo/pets");

        assertThat(closed(request).await(30, TimeUnit.SECONDS)).isTrue();
    }

    private static CountDownLatch closed(HttpClientRequest request) {
        var closed = new CountDownLatch(1);
        request.connection().closeHandler(gone -> closed.countDown());
        return closed;
    }

    private static Future<HttpClientResponse> begun(HttpClientRequest request, Buffer bytes) {
        request.write(bytes);
        return request.response();
    }

    /** Status and kind of the body. */
    private static String answer(Future<HttpClientResponse> coming) {
        HttpClientResponse response = coming.await();
        assertThat(response.version()).isEqualTo(HttpVersion.HTTP_2);
        return response.statusCode() + " "
                + String.valueOf(response.getHeader("Content-Type")).replace("application/", "");
    }

    private static HttpClientRequest get(String target) {
        return request(patient, HttpMethod.GET, target);
    }

    private static HttpClientRequest post(Running server) {
        return request(server, HttpMethod.POST, "/zoo/pets").putHeader("Content-Type", "application/json");
    }

    private static HttpClientRequest gzipped() {
        return post(patient).putHeader("Content-Encoding", "gzip");
    }

    private static HttpClientRequest request(Running server, HttpMethod method, String target) {
        var options = new RequestOptions()
                .setMethod(method)
                .setHost("localhost")
                .setPort(server.port())
                .setURI(target);
        return client.request(options).await().putHeader("Authorization", "Bearer t");
    }
}
