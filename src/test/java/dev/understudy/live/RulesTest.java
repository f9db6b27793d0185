package dev.understudy.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Effect;
import dev.understudy.api.Headers;
import dev.understudy.api.Json;
import dev.understudy.api.MalformedJson;
import dev.understudy.api.Reply;
import dev.understudy.api.Request;
import dev.understudy.api.Violation;
import dev.understudy.fixture.ScanBudget;
import dev.understudy.road.Answer;
import dev.understudy.road.IncomingRequest;
import dev.understudy.road.Postponed;
import dev.understudy.rules.AppliedRule;
import dev.understudy.rules.SessionRules.Given;
import dev.understudy.session.Session;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Calls of sessions that have rules, in memory: of a contract that was brought, and of one that a mock was written for.
 */
class RulesTest {
    /** Shared with other tests: it takes a while to load. */
    static final Snapshot SNAPSHOT = (Snapshot) Snapshot.load(
            Catalogue.builtIn().stream()
                    .filter(entry -> entry.name().startsWith("exante"))
                    .toList(),
            Settings.DEFAULT
                    .withBrought(Brought.of(
                            Path.of("examples/library/library.yaml"), Path.of("examples/billing/billing.yaml")))
                    .withAuth(false)
                    .withClock(Clock.fixed(Instant.parse("2026-04-01T09:00:00Z"), ZoneOffset.UTC)));

    private static final String WALDEN = "{\"title\":\"Walden\",\"author\":\"Henry Thoreau\"}";

    private final Session session = new Session("a");
    private final Session other = new Session("b");

    @Test
    void a_declared_status_has_a_body_that_keeps_the_contract_in_the_session_that_has_the_rule_and_in_no_other() {
        rule("{'call':{'operation':'getBook'},'answer':{'status':404}}");

        Answer answer = get("/v1/books/1");
        assertThat(answer.response().status()).isEqualTo(404);
        assertThat(json(answer).at("/error/code").asText()).isEqualTo("not_found");
        assertThat(answer.response().headers()).doesNotContainKey("Preference-Applied");
        assertThat(answer.cause()).isEqualTo(Reply.Cause.RULE);
        assertThat(answer.rule()).isEqualTo(new AppliedRule("r1", false));
        assertThat(answer.violations()).isEmpty();
        assertThat(call(other, "GET", "/v1/books/1", "", Map.of()).response().status())
                .isEqualTo(200);
        assertThat(get("/v1/books").response().status()).isEqualTo(200);
    }

    @Test
    void it_works_for_the_apis_that_have_a_mock_of_their_own() {
        assertThat(get("/api/work-tasks").response().status()).isEqualTo(200);
        rule("{'call':{'operation':'listWorkTasks'},'answer':{'patch':{'data':{'items':[]}}}}");
        assertThat(json(get("/api/work-tasks")).at("/data/items")).isEmpty();
        rule("{'call':{'operation':'listWorkTasks'},'answer':{'status':403},'times':1}");

        Answer answer = get("/api/work-tasks");
        assertThat(answer.response().status()).isEqualTo(403);
        assertThat(answer.response().headers()).containsEntry("Vary", "Origin");
        assertThat(get("/api/work-tasks").response().status()).isEqualTo(200);
    }

    @Test
    void the_newest_rule_that_matches_answers_until_it_is_used_up() {
        rule("{'call':{'operation':'getBook'},'answer':{'status':404}}");
        rule("{'call':{'operation':'getBook','where':[{'in':'path','name':'id','equals':2}]},"
                + "'answer':{'body':{'data':" + BOOK + "}},'times':2}");

        assertThat(statuses("/v1/books/2", "/v1/books/1", "/v1/books/2", "/v1/books/2"))
                .containsExactly(200, 404, 200, 404);
    }

    private static final String BOOK =
            "{'id':2,'title':'T','author':'A','isbn':'9781994493013','status':'lost','created_at':"
                    + "'2026-01-01T00:00:00Z','updated_at':'2026-01-01T00:00:00Z','version':1}";

    @Test
    void as_many_calls_are_answered_as_the_rule_says_however_many_come_at_once() {
        rule("{'call':{'operation':'getBook'},'answer':{'status':404},'times':50}");

        long gone = IntStream.range(0, 400)
                .parallel()
                .filter(i -> get("/v1/books/1").response().status() == 404)
                .count();
        assertThat(gone).isEqualTo(50);
    }

    @Test
    void steps_come_in_their_turn_and_may_begin_again() {
        rule("{'call':{'operation':'getBook'},'repeat':true,"
                + "'steps':[{'answer':{'status':404},'times':2},{},{'answer':{'status':404}}]}");

        assertThat(statuses(
                        "/v1/books/1",
                        "/v1/books/1",
                        "/v1/books/1",
                        "/v1/books/1",
                        "/v1/books/1",
                        "/v1/books/1",
                        "/v1/books/1"))
                .containsExactly(404, 404, 200, 404, 404, 404, 200);
    }

    @Test
    void chance_is_drawn_and_with_a_seed_it_is_the_same_in_each_session() {
        String rule = "{'call':{'operation':'getBook'},'answer':{'status':404},'chance':0.3,'seed':7}";
        rule(rule);
        given(other, rule);
        var drawn = new ArrayList<Integer>();
        var again = new ArrayList<Integer>();
        for (int i = 0; i < 200; i++) {
            drawn.add(get("/v1/books/1").response().status());
            again.add(call(other, "GET", "/v1/books/1", "", Map.of()).response().status());
        }
        assertThat(drawn).isEqualTo(again);
        assertThat(drawn.stream().filter(status -> status == 404).count()).isBetween(35L, 85L);

        session.setSeed(1L);
        other.setSeed(2L);
        var seeded = new ArrayList<Boolean>();
        String own = rule.replace(",'seed':7", "");
        rule(own);
        given(other, own);
        for (int i = 0; i < 100; i++) {
            seeded.add(get("/v1/books/1").response().status()
                    == call(other, "GET", "/v1/books/1", "", Map.of())
                            .response()
                            .status());
        }
        assertThat(seeded).contains(true, false);

        String unseeded = rule.replace(",'seed':7", "");
        var firsts = new ArrayList<Integer>();
        for (int i = 0; i < 200; i++) {
            var one = new Session("session-" + i);
            given(one, unseeded);
            firsts.add(call(one, "GET", "/v1/books/1", "", Map.of()).response().status());
        }
        assertThat(firsts.stream().filter(status -> status == 404).count()).isBetween(35L, 85L);
    }

    @Test
    void more_calls_than_a_limit_lets_through_are_told_how_long_to_wait_by_the_clock_of_the_session() {
        rule("{'call':{'operation':'listBooks'},'limit':{'calls':1,'per':'10s'}}");
        at("2027-01-01T00:00:00Z");
        assertThat(get("/v1/books").response().status()).isEqualTo(200);
        at("2027-01-01T00:00:02.500Z");
        Answer refused = get("/v1/books");
        assertThat(refused.response().status()).isEqualTo(429);
        assertThat(refused.response().headers()).containsEntry("Retry-After", "8");
        at("2027-01-01T00:00:09.999Z");
        assertThat(get("/v1/books").response().headers()).containsEntry("Retry-After", "1");
        at("2027-01-01T00:00:10Z");
        assertThat(get("/v1/books").response().status()).isEqualTo(200);
    }

    @Test
    void a_patch_changes_what_would_be_answered_and_leaves_errors_and_records_as_they_are() {
        rule("{'call':{'operation':'addBook'},'answer':{'patch':{'data':{'title':'Patched'}}}}");
        rule("{'call':{'operation':'getBook'},'answer':{'jsonPatch':"
                + "[{'op':'replace','path':'/data/author','value':'Patched'}]}}");

        Answer added = call(session, "POST", "/v1/books", WALDEN, Map.of());
        assertThat(added.response().status()).isEqualTo(201);
        assertThat(json(added).at("/data/title").asText()).isEqualTo("Patched");
        assertThat(session.isUnchanged()).isTrue();
        assertThat(json(get("/v1/books/1")).at("/data/author").asText()).isEqualTo("Patched");
        Answer gone = get("/v1/books/999");
        assertThat(gone.response().status()).isEqualTo(404);
        assertThat(gone.cause()).isEqualTo(Reply.Cause.RECORD);
    }

    @Test
    void a_patch_that_does_not_fit_an_answer_is_a_500_that_says_so() {
        rule("{'call':{'operation':'listBooks'},'answer':{'jsonPatch':[{'op':'remove','path':'/data/24'}]}}");

        Answer answer = get("/v1/books?per_page=1");
        assertThat(answer.response().status()).isEqualTo(500);
        assertThat(answer.violations()).extracting(Violation::keyword).containsExactly("patch");
        assertThat(get("/v1/books?per_page=25").response().status()).isEqualTo(200);
    }

    @Test
    void an_answer_may_break_the_contract_where_its_rule_says_so_and_is_marked() {
        rule("{'call':{'operation':'getBook'},'answer':{'status':418,'body':[1],'unchecked':true,"
                + "'headers':{'X-Tea':'green'}}}");

        Answer answer = get("/v1/books/1");
        assertThat(answer.response().status()).isEqualTo(418);
        assertThat(new String(answer.response().bytes(), UTF_8)).isEqualTo("[1]");
        assertThat(answer.response().headers())
                .containsEntry("Understudy-Unchecked", "r1")
                .containsEntry("X-Tea", "green");
        assertThat(answer.rule()).isEqualTo(new AppliedRule("r1", true));
        assertThat(answer.violations()).isEmpty();
    }

    @Test
    void an_effect_comes_after_the_write_or_before_it() {
        rule("{'call':{'operation':'addBook'},'effect':{'cut':{'after':3},'when':'before'}}");
        Answer lost = call(session, "POST", "/v1/books", WALDEN, Map.of());
        assertThat(lost.effect()).isEqualTo(new Effect.Cut(Effect.Point.behind(3)));
        assertThat(lost.response().status()).isEqualTo(201);
        assertThat(lost.cause()).isEqualTo(Reply.Cause.RECORD);
        assertThat(session.isUnchanged()).isTrue();

        rule("{'call':{'operation':'addBook'},'effect':{'delay':'300ms','reset':true}}");
        Answer late = call(session, "POST", "/v1/books", WALDEN, Map.of());
        assertThat(late.effect()).isInstanceOf(Effect.Together.class);
        assertThat(late.rule()).isEqualTo(new AppliedRule("r2", false));
        assertThat(session.isUnchanged()).isFalse();
    }

    @Test
    void a_call_that_prefers_an_answer_gets_that_and_one_that_breaks_the_contract_is_refused() {
        rule("{'call':{'operation':'listBooks'},'answer':{'status':503},'times':1}");

        Answer preferred = call(session, "GET", "/v1/books", "", Map.of("Prefer", List.of("code=429")));
        assertThat(preferred.response().status()).isEqualTo(429);
        assertThat(preferred.rule()).isNull();
        assertThat(get("/v1/books?page=0").response().status()).isEqualTo(400);
        assertThat(get("/v1/books").response().status()).isEqualTo(503);
    }

    @Test
    void preflights_meet_no_rule() {
        rule("{'call':{'operation':'listBooks'},'answer':{'status':503},'times':1}");
        Answer preflight = call(
                session,
                "OPTIONS",
                "/v1/books",
                "",
                Map.of("Origin", List.of("http://localhost:3000"), "Access-Control-Request-Method", List.of("GET")));
        assertThat(preflight.response().status()).isEqualTo(204);
        assertThat(get("/v1/books").response().status()).isEqualTo(503);
    }

    @Test
    void answers_that_were_kept_before_a_rule_was_made_are_not_sent_in_its_session_and_its_own_in_no_other() {
        for (int i = 0; i < 3; i++) {
            assertThat(get("/v1/books/3").response().status()).isEqualTo(200);
        }
        rule("{'call':{'operation':'getBook'},'answer':{'status':404}}");
        for (int i = 0; i < 3; i++) {
            assertThat(get("/v1/books/3").response().status()).isEqualTo(404);
        }
        assertThat(call(other, "GET", "/v1/books/3", "", Map.of()).response().status())
                .isEqualTo(200);
    }

    @Test
    void a_rule_that_can_never_match_or_breaks_the_contract_is_refused_with_a_pointer_and_what_to_do() {
        assertThat(faults("{'call':{'operation':'listBook'},'answer':{'status':503}}"))
                .containsExactly("/call/operation did you mean \"listBooks\"?");
        assertThat(faults("{'call':{'operation':'getBook'},'answer':{'status':503}}"))
                .containsExactly("/answer/status declare it, or say unchecked: true");
        assertThat(faults("{'call':{'operation':'getBook'},'answer':{'body':{'data':{'id':'x'}}}}"))
                .contains("/answer/body/data/id correct it, or say unchecked: true");
        assertThat(faults("{'call':{'operation':'listBooks'},'answer':{'patch':{'meta':{'total':'x'}}}}"))
                .containsExactly("/answer/patch/meta/total correct it, or say unchecked: true");
        assertThat(faults("{'call':{'operation':'getBook'},'answer':{'example':'nope'}}"))
                .hasSize(1);
        assertThat(faults("{'call':{'operation':'getBook'},'answer':{'status':404,'headers':{'Date':'x','A b':'c',"
                        + "'X':'a\\nb'}}}"))
                .hasSize(3);
        assertThat(faults("{'call':{'operation':'getBook'},'answer':{'jsonPatch':[{'op':'repl','path':'/a'}]}}"))
                .hasSize(1);
        assertThat(faults("{'call':{'operation':'getBook'},'answer':{'patch':{},'body':{}}}"))
                .hasSize(1);
        assertThat(faults("{'call':{'operation':'getBook'}}")).hasSize(1);
        assertThat(faults("{'call':{'operation':'getBook'},'times':2,'repeat':true}"))
                .hasSize(1);
        assertThat(faults("{'call':{'operation':'getBook'},'times':2,'steps':[{}]}"))
                .containsExactly("/times move it into a step");
        assertThat(faults("{'call':{'operation':'removeBook'},'answer':{'patch':{}}}"))
                .hasSize(1);
        assertThat(faults("{'call':{'operation':'getBook'},'limit':{'calls':1,'per':'1m'}}"))
                .containsExactly("/limit say answer: {status: …}, or declare 429");
        assertThat(faults("{'call':{'operation':'getBook'},'effect':{'dribble':1,'when':'before'}}"))
                .containsExactly("/effect/when before goes with delay, cut, reset or truncate");
        assertThat(faults("{'call':{'operation':'getBook'},'effect':{'delay':'11m'}}"))
                .hasSize(1);
        assertThat(faults("{'call':{'operation':'getBook'},'effect':{'delay':{'uniform':['2s','1s']}}}"))
                .containsExactly("/effect/delay/uniform turn them around");
        assertThat(session.rules().isEmpty()).isTrue();
    }

    @Test
    void a_json_patch_that_no_answer_can_take_is_refused_at_its_operation() {
        String rule =
                "{'call':{'operation':'getBook'},'answer':{'jsonPatch':[{'op':'test','path':'/data/id','value':1},"
                        + "OPERATION]}}";
        for (String operation : List.of(
                "{'op':'replace','path':'/data/title/a','value':1}", "{'op':'move','from':'/data','path':'/data/a'}")) {
            String alone = rule.replace("{'op':'test','path':'/data/id','value':1},OPERATION", operation);
            assertThat(given(session, alone))
                    .isInstanceOfSatisfying(Given.Wrong.class, wrong -> assertThat(wrong.faults())
                            .extracting(Violation::pointer)
                            .containsExactly("/answer/jsonPatch/0"));
        }
        rule(rule.replace("OPERATION", "{'op':'replace','path':'/data/title','value':'x'}"));
        rule("{'call':{'operation':'listBooks'},'answer':{'jsonPatch':[{'op':'remove','path':'/data/20'}]}}");
    }

    @Test
    void a_patch_that_breaks_the_contract_names_the_place() {
        assertThat(
                        told(
                                "{'call':{'operation':'getBook'},'answer':{'jsonPatch':["
                                        + "{'op':'replace','path':'/data/author','value':'x'},{'op':'replace','path':'/data/title','value':5}]}}"))
                .containsExactly("/answer/jsonPatch/1 must be a string, was 5 at /data/title of the answer");
        assertThat(
                        told(
                                "{'call':{'operation':'getBook'},'answer':{'jsonPatch':[{'op':'remove','path':'/data/title'}]}}"))
                .containsExactly("/answer/jsonPatch/0 must be given, was missing at /data/title of the answer");
        assertThat(told("{'call':{'operation':'getBook'},'answer':{'patch':{'data':{'title':null}}}}"))
                .containsExactly("/answer/patch/data/title must be given, was missing");
        assertThat(told("{'call':{'operation':'listBooks'},'answer':{'patch':{'data':[{'id':1}]}}}"))
                .contains("/answer/patch/data/0/title must be given, was missing");
    }

    private List<String> told(String rule) {
        Given given = given(session, rule);
        assertThat(given).as(rule).isInstanceOf(Given.Wrong.class);
        return ((Given.Wrong) given)
                .faults().stream()
                        .map(fault -> fault.pointer() + " " + fault.plainly())
                        .toList();
    }

    @Test
    void an_unchecked_media_type_that_no_header_field_can_have_is_refused() {
        String rule = "{'call':{'operation':'getBook'},'answer':{'unchecked':true,'body':'x','mediaType':'TYPE'}}";
        for (String type : List.of("a/b\\r\\nX: y", "a/\u00e9", " a/b", "a/b\\u0000", "a/b\\u007f")) {
            assertThat(faults(rule.replace("TYPE", type))).containsExactly("/answer/mediaType encode other characters");
        }
        rule(rule.replace("TYPE", "a/b; c=d"));
        assertThat(get("/v1/books/1").response().headers()).containsEntry("Content-Type", "a/b; c=d");
    }

    @Test
    void what_a_rule_says_of_tags_and_unchecked_of_codings_is_sent_as_it_is() {
        String rule =
                "{'call':{'operation':'listBooks'},'answer':{'headers':{'ETag':'W/mine','Content-Encoding':'br'}}}";
        assertThat(faults(rule)).containsExactly("/answer/headers/Content-Encoding say unchecked: true for a lie");
        rule(rule.replace("'headers'", "'unchecked':true,'headers'"));
        Answer answer = call(
                session,
                "GET",
                "/v1/books",
                "",
                Map.of("Accept-Encoding", List.of("gzip"), "If-None-Match", List.of("W/mine")));
        assertThat(answer.response().status()).isEqualTo(200);
        assertThat(answer.response().headers()).containsEntry("ETag", "W/mine").containsEntry("Content-Encoding", "br");
        assertThat(json(answer).at("/meta/total").asInt()).isEqualTo(25);
    }

    @Test
    void bytes_are_for_answers_that_are_neither_json_nor_text() {
        rule("{'call':{'operation':'printInvoice'},'answer':{'base64':'JVBERg=='}}");
        Answer pdf = get("/v1/invoices/inv_1001/pdf");
        assertThat(new String(pdf.response().bytes(), UTF_8)).isEqualTo("%PDF");
        assertThat(pdf.response().headers()).containsEntry("Content-Type", "application/pdf");
        assertThat(faults("{'call':{'operation':'getBook'},'answer':{'base64':'JVBERg=='}}"))
                .containsExactly("/answer/base64 say body, or unchecked: true");
        assertThat(faults("{'call':{'operation':'printInvoice'},'answer':{'base64':'%'}}"))
                .hasSize(1);
    }

    @Test
    void how_often_rules_were_used_is_counted_by_session() {
        rule("{'id':'mine','call':{'operation':'getBook'},'answer':{'status':404},'times':1}");
        get("/v1/books/1");
        get("/v1/books/1");
        assertThat(session.rules().all(SNAPSHOT.rules())).singleElement().satisfies(rule -> {
            assertThat(rule.rule().id()).isEqualTo("mine");
            assertThat(rule.used()).isOne();
            assertThat(rule.shared()).isFalse();
        });
        assertThat(given(session, "{'id':'mine','call':{'operation':'getBook'},'answer':{'status':404}}"))
                .isEqualTo(new Given.Known("mine", false));
        assertThat(session.rules().remove("mine")).isTrue();
        assertThat(session.rules().remove("mine")).isFalse();
    }

    @Test
    void a_delay_before_a_call_changes_anything_has_it_asked_again_and_is_of_one_rule_once() {
        rule("{'call':{'operation':'addBook'},'effect':{'delay':'2s','dribble':100,'when':'before'},'times':1}");
        Postponed later =
                catchThrowableOfType(Postponed.class, () -> call(session, "POST", "/v1/books", WALDEN, Map.of()));

        assertThat(later.time()).hasSeconds(2);
        assertThat(session.isUnchanged()).isTrue();
        Answer answer = SNAPSHOT.exchange().answer(later.again());
        assertThat(answer.response().status()).isEqualTo(201);
        assertThat(answer.effect()).isEqualTo(new Effect.Dribble(100));
        assertThat(answer.rule()).isEqualTo(new AppliedRule("r1", false));
        assertThat(session.isUnchanged()).isFalse();
        assertThat(call(session, "POST", "/v1/books", WALDEN, Map.of()).rule()).isNull();
        // What is lost, and what changes nothing, need not wait.
        rule("{'call':{'operation':'getBook'},'effect':{'delay':'2s','cut':{},'when':'before'}}");
        assertThat(get("/v1/books/1").effect()).isInstanceOf(Effect.Together.class);
        rule("{'call':{'operation':'getBook'},'answer':{'status':404},'effect':{'delay':'2s','when':'before'}}");
        assertThat(get("/v1/books/1").effect()).isInstanceOf(Effect.Delay.class);
    }

    private void rule(String rule) {
        assertThat(given(session, rule)).isInstanceOf(Given.Taken.class);
    }

    private static Given given(Session session, String rule) {
        try {
            return session.rules()
                    .add(SNAPSHOT.rules(), Json.read(rule.replace('\'', '"').getBytes(UTF_8)), Long.MAX_VALUE);
        } catch (MalformedJson e) {
            throw new AssertionError(rule, e);
        }
    }

    private List<String> faults(String rule) {
        Given given = given(session, rule);
        assertThat(given).as(rule).isInstanceOf(Given.Wrong.class);
        return ((Given.Wrong) given)
                .faults().stream()
                        .map(fault -> fault.pointer() + " "
                                + (fault.suggestion() == null
                                        ? String.valueOf(fault.help().note())
                                        : "did you mean \"" + fault.suggestion() + "\"?"))
                        .toList();
    }

    private List<Integer> statuses(String... targets) {
        return List.of(targets).stream()
                .map(target -> get(target).response().status())
                .toList();
    }

    private Answer get(String target) {
        return call(session, "GET", target, "", Map.of());
    }

    private static Answer call(
            Session session, String method, String target, String body, Map<String, List<String>> more) {
        var fields = new HashMap<>(more);
        if (!body.isEmpty()) {
            fields.put("Content-Type", List.of("application/json"));
        }
        int mark = target.indexOf('?');
        var request = new Request(
                method,
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? null : target.substring(mark + 1),
                Headers.of(fields),
                body.getBytes(UTF_8));
        return SNAPSHOT.exchange().answer(new IncomingRequest(request, session, ScanBudget.UNLIMITED));
    }

    private static JsonNode json(Answer answer) {
        try {
            return Json.read(answer.response().bytes());
        } catch (MalformedJson e) {
            throw new AssertionError(e);
        }
    }

    private void at(String moment) {
        session.setClock(Clock.fixed(Instant.parse(moment), ZoneOffset.UTC));
    }
}
