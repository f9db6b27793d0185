package dev.understudy.live;

import static dev.understudy.live.RulesTest.SNAPSHOT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Headers;
import dev.understudy.api.Json;
import dev.understudy.api.MalformedJson;
import dev.understudy.api.Request;
import dev.understudy.api.Violation;
import dev.understudy.contract.Match;
import dev.understudy.fixture.ScanBudget;
import dev.understudy.road.Answer;
import dev.understudy.road.SessionFinder;
import dev.understudy.rules.SessionRules.Given;
import dev.understudy.session.Session;
import dev.understudy.session.SessionLimits;
import dev.understudy.session.Sessions;
import dev.understudy.session.Strictness;
import dev.understudy.session.Strictness.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls and answers that break their contract, where they may. */
class StrictnessTest {
    private static final String HEADER = "Understudy-Violations";
    private static final String WARN = "Understudy-Requests: warn";

    private Sessions sessions = new Sessions(SessionLimits.DEFAULT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/books?per_page=500 | request: query \\\"per_page\\\" must be at most 100, was 500",
                "/v1/books?page=x | request: query \\\"page\\\" must be an integer, was \\\"x\\\"",
                "/v1/books?status=gone | request: query \\\"status\\\" must be one of available, lent, lost, was \\\"gone\\\"",
            })
    void a_call_that_breaks_the_contract_is_answered_with_a_warning(String target, String warning) {
        assertThat(get(target, "").response().status()).isEqualTo(400);

        Answer answer = get(target, WARN);

        assertThat(answer.response().status()).isEqualTo(200);
        assertThat(answer.response().headers()).containsEntry(HEADER, "\"" + warning + "\"");
        assertThat(answer.violations()).hasSize(1);
        assertThat(answer.warned()).isTrue();
    }

    @Test
    void an_argument_that_cannot_be_read_is_as_if_it_had_not_been_given() {
        assertThat(json(get("/v1/books?per_page=x&page=2", WARN)).at("/meta"))
                .isEqualTo(json(get("/v1/books?page=2", "")).at("/meta"));
    }

    @Test
    void a_call_that_keeps_the_contract_has_the_answer_that_it_has_anyway() {
        Answer answer = get("/v1/books/1", WARN);

        assertThat(answer.response().bytes())
                .isEqualTo(get("/v1/books/1", "").response().bytes());
        assertThat(answer.response().headers()).doesNotContainKey(HEADER);
        assertThat(answer.warned()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /v1/books/x | | 400",
                "GET /v1/magazines | | 404",
                "DELETE /v1/books | | 405",
                "POST /v1/books | {bad | 422",
                "POST /v1/books | {\"title\":\"x\",\"author\":\"y\",\"shelf\":\"?\"} | 422",
                "GET /api/work-tasks?status=gone | | 400",
            })
    void what_cannot_be_read_or_answered_is_refused_as_it_is_anyway(String call, String body, int status) {
        String content = body == null ? "" : body;

        Answer answer = send(call, content, WARN);

        assertThat(answer.response().status()).isEqualTo(status);
        assertThat(answer.response().bytes())
                .isEqualTo(send(call, content, "").response().bytes());
        assertThat(answer.response().headers()).doesNotContainKey(HEADER);
        assertThat(answer.warned()).isFalse();
    }

    @Test
    void a_body_that_breaks_its_schema_makes_the_record_that_keeps_it_as_far_as_it_can() {
        Answer answer = send("POST /v1/books", "{\"title\":\"x\"}", WARN + "\nUnderstudy-Session: a");

        assertThat(answer.response().status()).isEqualTo(201);
        assertThat(answer.response().headers())
                .containsEntry(HEADER, "\"request: body /author must be given, was missing\"");
        assertThat(SNAPSHOT.records().state(sessions.find("a").orElseThrow()).changed())
                .containsExactly("library/books");
    }

    @Test
    void off_answers_and_says_nothing() {
        Answer answer = get("/v1/books?per_page=500", "Understudy-Requests: OFF");

        assertThat(answer.response().status()).isEqualTo(200);
        assertThat(answer.response().headers()).doesNotContainKey(HEADER);
        assertThat(answer.violations()).isEmpty();
    }

    @Test
    void a_request_wins_over_its_session_and_a_session_over_the_server() {
        sessions = new Sessions(SessionLimits.DEFAULT, new Strictness(Level.WARN, Level.FAIL));
        String call = "/v1/books?per_page=500";
        assertThat(get(call, "").warned()).isTrue();
        session("a").setStrictness(new Strictness.Wish(Level.FAIL, null));

        assertThat(get(call, "Understudy-Session: a").response().status()).isEqualTo(400);
        assertThat(get(call, "Understudy-Session: a\n" + WARN).warned()).isTrue();
        assertThat(sessions.strictness(session("a"))).isEqualTo(Strictness.FAIL);
        sessions.drop("a");
        assertThat(get(call, "Understudy-Session: a").warned()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "", "warn, off", "warn\nUnderstudy-Requests: fail"})
    void a_word_that_is_none_is_refused_with_those_that_there_are(String word) {
        Answer answer = get("/v1/books", "Understudy-Requests: " + word);

        assertThat(answer.response().status()).isEqualTo(400);
        assertThat(text(answer)).contains("header \\\"Understudy-Requests\\\" must be fail, warn or off, was ");
    }

    @Test
    void an_answer_that_a_rule_breaks_meanwhile_is_sent_where_it_may_be() {
        rule(
                "{'call':{'operation':'getBook'},'answer':{'jsonPatch':[{'op':'copy','from':'/data/isbn','path':'/data/title'}]}}");
        send("PATCH /v1/books/2", "{\"isbn\":null}", "Understudy-Session: a");

        assertThat(get("/v1/books/2", "Understudy-Session: a").response().status())
                .isEqualTo(500);
        Answer warned = get("/v1/books/2", "Understudy-Session: a\nUnderstudy-Responses: warn");
        assertThat(warned.response().status()).isEqualTo(200);
        assertThat(warned.response().headers().get(HEADER))
                .startsWith("\"response: reply /data/title must be a string, was null");
        assertThat(warned.violations()).extracting(Violation::pointer).containsExactly("/data/title");
        assertThat(warned.warned()).isTrue();
        Answer off = get("/v1/books/2", "Understudy-Session: a\nUnderstudy-Responses: off");
        assertThat(off.response().bytes()).isEqualTo(warned.response().bytes());
        assertThat(off.violations()).isEmpty();
    }

    @Test
    void the_header_has_five_violations_of_two_hundred_characters_in_ascii() {
        String long1 = "x%C3%A9%22".repeat(100);
        String all = "per_page=" + long1 + "&page=0&status=" + long1 + "&sort=a&PER_PAGE=1&Page=1&Sort=title";

        String value = get("/v1/books?" + all, WARN).response().headers().get(HEADER);

        assertThat(value)
                .matches("[ -~]{10,1100}")
                .contains("...\", \"request: ")
                .endsWith("\"and 2 more\"");
    }

    private void rule(String rule) {
        try {
            assertThat(session("a")
                            .rules()
                            .add(
                                    SNAPSHOT.rules(),
                                    Json.read(rule.replace('\'', '"').getBytes(UTF_8)),
                                    Long.MAX_VALUE))
                    .isInstanceOf(Given.Taken.class);
        } catch (MalformedJson e) {
            throw new AssertionError(rule, e);
        }
    }

    private Session session(String key) {
        return ((Sessions.Room.In) sessions.enter(key)).session();
    }

    private Answer get(String target, String fields) {
        return send("GET " + target, "", fields);
    }

    private Answer send(String call, String body, String fields) {
        String method = call.split(" ")[0];
        String target = call.split(" ")[1];
        int mark = target.indexOf('?');
        var request = new Request(
                method,
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? null : target.substring(mark + 1),
                Headers.of(fields(fields, body)),
                body.getBytes(UTF_8));
        var finder = new SessionFinder(sessions, each -> SNAPSHOT.routes().match(each) instanceof Match.Here, false);
        return SNAPSHOT.exchange().answer(finder.arrive(request, null, ScanBudget.UNLIMITED));
    }

    private static Map<String, List<String>> fields(String fields, String body) {
        var all = new HashMap<String, List<String>>();
        for (String field : fields.split("\n")) {
            String[] parts = field.split(": ?", 2);
            if (parts.length == 2) {
                all.merge(parts[0], List.of(parts[1]), (one, other) -> List.of(one.get(0), other.get(0)));
            }
        }
        if (!body.isEmpty()) {
            all.put("Content-Type", List.of("application/json"));
        }
        return all;
    }

    private static String text(Answer answer) {
        return new String(answer.response().bytes(), UTF_8);
    }

    private static JsonNode json(Answer answer) {
        try {
            return Json.read(answer.response().bytes());
        } catch (MalformedJson e) {
            throw new AssertionError(e);
        }
    }
}
