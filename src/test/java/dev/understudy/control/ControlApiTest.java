package dev.understudy.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Headers;
import dev.understudy.api.Json;
import dev.understudy.api.Request;
import dev.understudy.api.Target;
import dev.understudy.contract.Contract;
import dev.understudy.control.access.Guard;
import dev.understudy.fixture.CollectionKey;
import dev.understudy.fixture.State;
import dev.understudy.journal.Journal;
import dev.understudy.journal.Redaction;
import dev.understudy.records.SessionRecords;
import dev.understudy.road.Answer;
import dev.understudy.road.Pets;
import dev.understudy.road.SessionFinder;
import dev.understudy.rules.Rulebook;
import dev.understudy.session.Session;
import dev.understudy.session.SessionLimits;
import dev.understudy.session.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlApiTest {
    private static final Contract CONTRACT = ControlApi.contract();
    private static final Redaction REDACTION = new Redaction(List.of(Pets.contract()));
    private static final Instant NOW = Instant.parse("2026-04-01T09:00:00Z");
    private static final CollectionKey<String> CATS = new CollectionKey<>("zoo/cats", cat -> cat);
    private static final String HERE = ":peer: 127.0.0.1|Host: localhost:8080|:scheme: http";
    private static final String JSON = HERE + "|Content-Type: application/json";
    private static final String ELSEWHERE = ":peer: 10.0.0.7|Host: mock.internal:8080|:scheme: http";

    private final State loaded = new State.Loading().with(CATS, List.of("Ada")).state();
    private final Journal journal = new Journal(Journal.BUDGET);
    private final Sessions sessions = new Sessions(SessionLimits.DEFAULT);
    private final ControlApi control = control("s3cret");

    private ControlApi control(String token) {
        return new ControlApi(
                sessions,
                new SessionFinder(sessions, request -> true, false),
                journal,
                () -> REDACTION,
                () -> new SessionRecords(loaded, state -> List.of()),
                () -> Rulebook.NONE,
                new Guard(() -> token),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void nothing_is_wrong_with_the_contract_and_all_of_it_is_kept() {
        assertThat(CONTRACT.allFindings()).isEmpty();
        assertThat(CONTRACT.operations())
                .allMatch(operation -> operation.unkept().isEmpty());
    }

    @Test
    void a_session_is_made_shown_and_ended() throws Exception {
        Answer made = call("PUT", "/-/sessions/a", HERE);

        assertThat(made.response().status()).isEqualTo(201);
        assertThat(json(made).path("key").asText()).isEqualTo("a");
        assertThat(call("PUT", "/-/sessions/a", HERE).response().status()).isEqualTo(200);
        assertThat(json(call("GET", "/-/sessions", HERE)).at("/sessions").findValuesAsText("key"))
                .containsExactly("default", "a");
        assertThat(call("DELETE", "/-/sessions/a", HERE).response().status()).isEqualTo(204);
        Answer gone = call("GET", "/-/sessions/a", HERE);
        assertThat(gone.response().status()).isEqualTo(404);
        assertThat(gone.response().headers()).containsEntry("Content-Type", "application/problem+json");
        assertThat(call("DELETE", "/-/sessions/default", HERE).response().status())
                .isEqualTo(204);
        assertThat(call("GET", "/-/sessions/default", HERE).response().status()).isEqualTo(200);
    }

    @Test
    void what_a_session_changed_is_shown_and_forgotten_by_a_reset_or_by_making_it_again() throws Exception {
        for (String way : List.of("POST /-/sessions/a/reset", "PUT /-/sessions/a")) {
            call("PUT", "/-/sessions/a", HERE);
            change("Bob");
            assertThat(json(call("GET", "/-/sessions/a", HERE)).at("/changed/0").asText())
                    .isEqualTo("zoo/cats");

            Answer reset = call(way.split(" ")[0], way.split(" ")[1], HERE);

            assertThat(json(reset).path("changed")).isEmpty();
            assertThat(session().isUnchanged()).isTrue();
        }
    }

    @Test
    void records_are_kept_under_a_name_and_come_back() throws Exception {
        call("PUT", "/-/sessions/a", HERE);
        call("PUT", "/-/sessions/a/snapshots/empty", HERE);
        change("Bob");
        Answer kept = call("PUT", "/-/sessions/a/snapshots/with-bob", HERE);
        change("Zoe");

        assertThat(json(kept).path("snapshots")).hasSize(2);
        call("POST", "/-/sessions/a/snapshots/with-bob/restore", HERE);
        assertThat(cats()).containsExactly("Ada", "Bob");
        call("POST", "/-/sessions/a/snapshots/empty/restore", HERE);
        assertThat(cats()).containsExactly("Ada");
        Answer unknown = call("POST", "/-/sessions/a/snapshots/with-bobby/restore", HERE);
        assertThat(unknown.response().status()).isEqualTo(404);
        assertThat(text(unknown))
                .contains("There is no snapshot with-bobby of session a; did you mean \\\"with-bob\\\"?");
        assertThat(call("DELETE", "/-/sessions/a/snapshots/empty", HERE)
                        .response()
                        .status())
                .isEqualTo(204);
        assertThat(session().snapshots()).containsExactly("with-bob");
    }

    @Test
    void the_time_of_a_session_is_set_moved_stopped_and_given_back() throws Exception {
        call("PUT", "/-/sessions/a", HERE);

        assertThat(clock("{\"time\":\"2027-01-01T00:00:00+01:00\",\"frozen\":true}"))
                .isEqualTo("{\"time\":\"2026-12-31T23:00:00Z\",\"frozen\":true}");
        assertThat(clock("{\"move\":-3600}")).isEqualTo("{\"time\":\"2026-12-31T22:00:00Z\",\"frozen\":true}");
        assertThat(loaded.at(session().clock()).clock(Clock.systemUTC()).instant())
                .isEqualTo("2026-12-31T22:00:00Z");
        assertThat(clock("{\"frozen\":false}")).isEqualTo("{\"time\":\"2026-12-31T22:00:00Z\",\"frozen\":false}");
        assertThat(call("DELETE", "/-/sessions/a/clock", HERE).response().status())
                .isEqualTo(204);
        assertThat(json(call("GET", "/-/sessions/a", HERE)).has("clock")).isFalse();
        assertThat(clock("{\"move\":60}")).isEqualTo("{\"time\":\"2026-04-01T09:01:00Z\",\"frozen\":false}");
        for (String wrong : List.of("", "{}", "{\"time\":\"noon\"}", "{\"move\":\"1h\"}", "{\"speed\":2}", "[")) {
            Answer answer = control.answer(request("PUT", "/-/sessions/a/clock", JSON, wrong));
            assertThat(answer.response().status()).as(wrong).isEqualTo(400);
            assertThat(loaded.at(session().clock()).clock(Clock.systemUTC()).instant())
                    .isEqualTo("2026-04-01T09:01:00Z");
        }
    }

    @Test
    void what_becomes_of_broken_calls_is_set_shown_kept_by_a_reset_and_forgotten_with_the_session() throws Exception {
        String set = strictness("PUT", "/-/sessions/a", "{\"strictness\":{\"requests\":\"warn\"}}");
        assertThat(set).isEqualTo("{\"requests\":\"warn\",\"responses\":\"fail\"}");
        assertThat(strictness("POST", "/-/sessions/a/reset", "")).isEqualTo(set);
        for (String wrong : List.of(
                "{\"strictness\":{}}",
                "{\"strictness\":\"warn\"}",
                "{\"strictness\":{\"requests\":\"no\"}}",
                "{\"strictness\":{\"request\":\"warn\"}}",
                "{\"strictness\":{\"requests\":\"warn\"},\"seed\":\"x\"}")) {
            Answer answer = control.answer(request("PUT", "/-/sessions/a", JSON, wrong));
            assertThat(answer.response().status()).as(wrong).isEqualTo(400);
            assertThat(strictness("GET", "/-/sessions/a", "")).isEqualTo(set);
        }
        assertThat(strictness("PUT", "/-/sessions/a", "{}"))
                .isEqualTo("{\"requests\":\"fail\",\"responses\":\"fail\"}");
        strictness("PUT", "/-/sessions/default", "{\"strictness\":{\"responses\":\"off\"}}");
        call("DELETE", "/-/sessions/default", HERE);
        assertThat(strictness("GET", "/-/sessions/default", ""))
                .isEqualTo("{\"requests\":\"fail\",\"responses\":\"fail\"}");
    }

    private String strictness(String method, String path, String body) throws Exception {
        return json(control.answer(request(method, path, JSON, body)))
                .path("strictness")
                .toString();
    }

    private String clock(String setting) throws Exception {
        return json(control.answer(request("PUT", "/-/sessions/a/clock", JSON, setting)))
                .path("clock")
                .toString();
    }

    @Test
    void a_session_has_a_bounded_number_of_snapshots() {
        call("PUT", "/-/sessions/a", HERE);
        for (int i = 0; i < 20; i++) {
            assertThat(call("PUT", "/-/sessions/a/snapshots/s" + i, HERE)
                            .response()
                            .status())
                    .isEqualTo(200);
        }

        Answer more = call("PUT", "/-/sessions/a/snapshots/s20", HERE);

        assertThat(more.response().status()).isEqualTo(409);
        assertThat(text(more)).contains("has 20 snapshots");
        assertThat(call("PUT", "/-/sessions/a/snapshots/s0", HERE).response().status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /-/sessions/a%20b, 404, key",
        "GET, /-/sessions/a%20b, 404, key",
        "PUT, /-/sessions/a/snapshots/%C3%BC, 404, name",
        "PATCH, /-/sessions/a, 405, PATCH",
        "GET, /-/sessions/a/nothing, 404, /-/sessions/a/nothing",
    })
    void a_broken_call_gets_its_problem_and_changes_nothing(String method, String path, int status, String named) {
        Answer answer = call(method, path, HERE);

        assertThat(answer.response().headers()).containsEntry("Content-Type", "application/problem+json");
        assertThat(text(answer)).contains(named).doesNotContain(".yaml");
        assertThat(answer.response().status()).isIn(status, 400);
        assertThat(sessions.all()).hasSize(1);
    }

    static Stream<String> routes() {
        var routes = new ArrayList<String>();
        CONTRACT.routes().forEach(route -> route.operations()
                .keySet()
                .forEach(method -> routes.add(method + " "
                        + route.toString().replace("{key}", "default").replaceAll("\\{\\w+}", "x"))));
        return routes.stream();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void each_route_is_open_to_programs_here_and_to_nobody_else_without_the_token(String route) {
        assertThat(status(route, HERE)).isNotIn(401, 403);
        assertThat(status(route, HERE.replace("127.0.0.1", "0:0:0:0:0:0:0:1"))).isNotIn(401, 403);
        assertThat(status(route, ELSEWHERE + "|Authorization: Bearer s3cret")).isNotIn(401, 403);
        for (String refused : List.of(
                ELSEWHERE,
                ELSEWHERE + "|Authorization: Bearer wrong",
                ELSEWHERE + "|Authorization: Basic s3cret",
                // Names that lead here and are no names of this machine, as after DNS rebinding.
                HERE.replace("localhost", "evil.example"),
                // The same from a proxy beside the server.
                HERE + "|Forwarded: for=10.0.0.7",
                HERE + "|X-Forwarded-For: 10.0.0.7",
                HERE + "|Via: 1.1 proxy",
                ELSEWHERE.replace("mock.internal", "localhost"))) {
            assertThat(status(route, refused)).as(refused).isEqualTo(401);
        }
        for (String refused : List.of(
                HERE + "|Origin: https://evil.example",
                HERE + "|Origin: null",
                HERE + "|Origin: http://localhost:3000|Sec-Fetch-Site: same-site",
                HERE + "|Sec-Fetch-Site: cross-site",
                HERE + "|Sec-Fetch-Site: cross-site|Sec-Fetch-Mode: navigate|Sec-Fetch-Dest: iframe",
                ELSEWHERE + "|Authorization: Bearer s3cret|Origin: https://evil.example")) {
            assertThat(status(route, refused)).as(refused).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HERE,
                // Node's fetch says only how.
                HERE + "|Sec-Fetch-Mode: cors",
                HERE + "|Sec-Fetch-Site: same-origin|Origin: null",
                HERE + "|Sec-Fetch-Site: same-origin|Origin: http://localhost:5173",
                HERE + "|Sec-Fetch-Site: none|Sec-Fetch-Mode: navigate",
                HERE + "|Origin: http://localhost:8080",
            })
    void programs_and_pages_of_this_server_are_let_in(String from) {
        assertThat(status("GET /-/sessions", from)).isEqualTo(200);
    }

    @Test
    void without_a_token_nobody_is_let_in_from_elsewhere_and_with_none_everybody() {
        var closed = control("");
        var open = control("none");

        assertThat(closed.answer(request("GET", "/-/sessions", ELSEWHERE + "|Authorization: Bearer "))
                        .response()
                        .status())
                .isEqualTo(401);
        assertThat(open.answer(request("GET", "/-/sessions", ELSEWHERE))
                        .response()
                        .status())
                .isEqualTo(200);
        assertThat(open.answer(request("GET", "/-/sessions", ELSEWHERE + "|Sec-Fetch-Site: cross-site"))
                        .response()
                        .status())
                .isEqualTo(403);
    }

    private void change(String cat) {
        State before = session().state(loaded);
        session().advance(loaded, before, before.put(CATS, cat));
    }

    private List<String> cats() {
        return session().state(loaded).set(CATS).stream().toList();
    }

    private Session session() {
        return sessions.find("a").orElseThrow();
    }

    private int status(String route, String from) {
        String[] words = route.split(" ");
        return call(words[0], words[1], from).response().status();
    }

    private Answer call(String method, String path, String from) {
        return control.answer(request(method, path, from));
    }

    private static Request request(String method, String path, String from) {
        return request(method, path, from, "");
    }

    private static Request request(String method, String path, String from, String body) {
        var headers = new HashMap<String, List<String>>(Map.of(Target.PATH, List.of(path)));
        for (String field : from.split("\\|")) {
            int colon = field.indexOf(": ");
            headers.put(field.substring(0, colon), List.of(field.substring(colon + 2)));
        }
        return new Request(method, path, null, Headers.of(headers), body.getBytes(UTF_8));
    }

    private static JsonNode json(Answer answer) throws Exception {
        return Json.mapper().readTree(answer.response().bytes());
    }

    private static String text(Answer answer) {
        return new String(answer.response().bytes(), UTF_8);
    }
}
