package dev.understudy.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Body;
import dev.understudy.api.Headers;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import dev.understudy.generate.calls.BrokenCalls;
import dev.understudy.generate.calls.BrokenRequest;
import dev.understudy.generate.calls.RandomCalls;
import dev.understudy.generate.calls.Spellings;
import dev.understudy.generate.calls.WrittenRequest;
import dev.understudy.http.Limits;
import dev.understudy.http.MockServer;
import dev.understudy.live.Catalogue;
import dev.understudy.live.Settings;
import dev.understudy.live.Snapshot;
import dev.understudy.road.Exchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests in great numbers, made from each contract as served: what it allows is answered, what breaks it in one place
 * is refused with the right status and the name of that place. Another run's requests: {@code -Dseed=NUMBER}.
 */
class ManyCallsTest {
    private static final int FEW = 250;
    private static final int MANY = 5_000;
    private static final int OVER_A_PORT = 50;
    private static final long SEED = Long.getLong("seed", 20_261_122);
    private static final Map<String, List<String>> USUAL =
            Map.of("Authorization", List.of("Bearer t"), "Content-Type", List.of("application/json"));

    private static final Exchange AS_SERVED = road(false);
    private static final Exchange EVERY_BYTE_CHECKED = road(true);

    /** One operation of one API. */
    record Case(Subject subject, Contract contract, Operation operation) {
        RandomCalls calls() {
            return new RandomCalls(Yaml.of(contract), subject.words(), SEED);
        }

        @Override
        public String toString() {
            return operation.operationId();
        }
    }

    static Stream<Case> operations() {
        return Stream.of(Subject.TASK_PROFILES, Subject.AI_GOALS, Subject.AI_TASKS, Subject.WORK_TASKS)
                .flatMap(subject -> {
                    Contract contract = Catalogue.builtIn().stream()
                            .filter(entry -> entry.name().equals(subject.name()))
                            .findFirst()
                            .orElseThrow()
                            .read();
                    return contract.operations().stream().map(operation -> new Case(subject, contract, operation));
                });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void what_the_contract_allows_is_a_200_in_any_spelling(Case of) {
        allowed(of, FEW);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void what_breaks_the_contract_in_one_place_is_refused_with_its_status_and_that_place(Case of) {
        broken(of, FEW);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("operations")
    void what_the_contract_allows_is_a_200_in_any_spelling_5000_times(Case of) {
        allowed(of, MANY);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("operations")
    void what_breaks_the_contract_in_one_place_is_refused_5000_times(Case of) {
        broken(of, MANY);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void over_a_port_the_answers_are_the_same(Case of) throws Exception {
        var calls = of.calls();
        var broken = new BrokenCalls(calls);
        var settings = Settings.DEFAULT;
        try (MockServer server = MockServer.start(settings.address(), settings.access(), AS_SERVED)) {
            for (int i = 0; i < OVER_A_PORT; i++) {
                WrittenRequest sent =
                        calls.allowed(of.operation().method(), of.operation().path());
                BrokenRequest wrong =
                        broken.any(of.operation().method(), of.operation().path());

                same(server, sent.method(), sent.target(), sent.body().getBytes(UTF_8), USUAL);
                same(server, wrong.method(), wrong.target(), wrong.body(), wrong.headers(USUAL));
            }
        }
    }

    private static void same(
            MockServer server, String method, String target, byte[] body, Map<String, List<String>> headers)
            throws IOException {
        Response response =
                AS_SERVED.answer(request(method, target, body, headers)).response();

        assertThat(Socketed.exchange(server.port(), method, target, headers, body))
                .as("seed %d, %s %s %s", SEED, method, target, headers)
                .startsWith("HTTP/1.1 " + response.status() + " ")
                .endsWith("\r\n\r\n" + new String(response.bytes(), UTF_8));
    }

    private static void allowed(Case of, int count) {
        var calls = of.calls();
        var spellings = new Spellings(calls.random());
        for (int i = 0; i < count; i++) {
            WrittenRequest sent =
                    calls.allowed(of.operation().method(), of.operation().path());
            Request request = request(sent.method(), sent.target(), sent.body().getBytes(UTF_8), USUAL);
            WrittenRequest spelt = spellings.of(sent);
            Request other = request(spelt.method(), spelt.target(), spelt.body().getBytes(UTF_8), spellings.headers());

            Response response = answer(request);
            assertThat(response.status()).as("seed %d, %s", SEED, sent).isEqualTo(200);
            assertThat(AS_SERVED.answer(other).response().bytes())
                    .as("seed %d, %s as %s", SEED, sent, spelt)
                    .isEqualTo(response.bytes());
        }
    }

    private static void broken(Case of, int count) {
        var calls = new BrokenCalls(of.calls());
        for (int i = 0; i < count; i++) {
            BrokenRequest broken =
                    calls.any(of.operation().method(), of.operation().path());
            Response response = answer(request(broken.method(), broken.target(), broken.body(), broken.headers(USUAL)));
            JsonNode error = Wire.json(response.bytes());

            assertThat(response.status())
                    .as("seed %d, %s: %s", SEED, broken, error)
                    .isEqualTo(broken.status());
            assertThat(of.subject().isError()).as("seed %d, %s", SEED, broken).accepts(error);
            assertThat(places(error)).as("seed %d, %s", SEED, broken).contains(broken.place() + " must ");
        }
    }

    /** The answer as served, which must be the answer of the validator that is not ours. */
    private static Response answer(Request request) {
        Response response = AS_SERVED.answer(request).response();
        Response checked = EVERY_BYTE_CHECKED.answer(request).response();
        assertThat(response.status()).isEqualTo(checked.status());
        assertThat(response.bytes()).isEqualTo(checked.bytes());
        return response;
    }

    /** Every text in the error, with the field in front of what it must be. */
    private static String places(JsonNode error) {
        var texts = new StringBuilder();
        error.findValuesAsText("description").forEach(text -> texts.append(text).append('\n'));
        texts.append(error.path("message").asText())
                .append(error.path("error").asText())
                .append('\n');
        for (JsonNode detail : error.path("details")) {
            String field = detail.path("field").asText();
            texts.append("query \"")
                    .append(field)
                    .append("\" ")
                    .append(detail.path("message").asText())
                    .append('\n');
        }
        return texts.toString();
    }

    private static Request request(String method, String target, byte[] body, Map<String, List<String>> headers) {
        String[] parts = target.split("\\?", 2);
        // As the server does it, that reads no more than it may.
        long announced = headers.getOrDefault("Content-Length", List.of()).stream()
                .mapToLong(Long::parseLong)
                .max()
                .orElse(body.length);
        int most = Limits.DEFAULT.body();
        Body read = Math.max(announced, body.length) > most ? new Body.TooLarge(most) : Body.of(body);
        return new Request(method, parts[0], parts.length == 2 ? parts[1] : null, Headers.of(headers), read);
    }

    private static Exchange road(boolean everyByte) {
        var settings = Settings.DEFAULT.withValidateEveryByte(everyByte);
        return ((Snapshot) Snapshot.load(Catalogue.builtIn(), settings)).exchange();
    }
}
