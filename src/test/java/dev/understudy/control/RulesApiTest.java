package dev.understudy.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Arguments;
import dev.understudy.api.Call;
import dev.understudy.api.Json;
import dev.understudy.api.MalformedJson;
import dev.understudy.api.Reply;
import dev.understudy.contract.Contract;
import dev.understudy.control.access.Guard;
import dev.understudy.fixture.State;
import dev.understudy.journal.Journal;
import dev.understudy.journal.Redaction;
import dev.understudy.records.SessionRecords;
import dev.understudy.road.Answer;
import dev.understudy.road.Pets;
import dev.understudy.road.SessionFinder;
import dev.understudy.rules.Rule;
import dev.understudy.rules.RuleReader;
import dev.understudy.rules.Rulebook;
import dev.understudy.rules.SessionRules;
import dev.understudy.session.SessionLimits;
import dev.understudy.session.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules of sessions by the control API. */
class RulesApiTest {
    private static final Contract PETS = Pets.contract();
    private static final RuleReader READER = new RuleReader(List.of(PETS), contract -> Pets.api(RulesApiTest::made));
    private static final String RULE = "{\"call\":{\"operation\":\"listPets\"},\"answer\":{\"status\":401}}";
    private static final Rule SHARED = ((RuleReader.Reading.Right) READER.read(json(RULE), "", "shared.1")).rule();
    private static final Rulebook BOOK = new Rulebook(READER, List.of(SHARED), Clock.systemUTC());
    private static final Map<String, List<String>> HERE = Map.of(
            ":peer", List.of("127.0.0.1"),
            ":scheme", List.of("http"),
            "Host", List.of("localhost:8080"),
            "Content-Type", List.of("application/json"));

    private static final State EMPTY = new State.Loading().state();

    private final Sessions sessions = new Sessions(new SessionLimits(2, Duration.ofMinutes(30), false));
    private final ControlApi control = new ControlApi(
            sessions,
            new SessionFinder(sessions, request -> true, false),
            new Journal(0),
            () -> new Redaction(List.of(PETS)),
            () -> new SessionRecords(EMPTY, state -> List.of()),
            () -> BOOK,
            new Guard(() -> "s3cret"),
            Clock.systemUTC());

    private static Reply made(Call call) {
        Integer code = call.preference().code();
        return code == null || code == 200
                ? Pets.pets("Ada")
                : new Pets.Any(code, Map.of("wrong", List.of("asked for")));
    }

    @Test
    void a_rule_is_made_shown_and_ended_and_makes_its_session() {
        Answer made = call("POST", "/-/sessions/a/rules", RULE);

        assertThat(made.response().status()).isEqualTo(201);
        assertThat(made.response().headers()).containsEntry("Location", "/-/sessions/a/rules/r1");
        assertThat(json(made).path("rule")).isEqualTo(json(RULE));
        assertThat(json(call("POST", "/-/sessions/a/rules", RULE)).path("id").asText())
                .isEqualTo("r2");
        assertThat(ids("/-/sessions/a/rules")).containsExactly("r2", "r1", "shared.1");
        assertThat(call("GET", "/-/sessions/a/rules/r1", "").response().status())
                .isEqualTo(200);
        assertThat(call("DELETE", "/-/sessions/a/rules/r1", "").response().status())
                .isEqualTo(204);
        assertThat(call("GET", "/-/sessions/a/rules/r1", "").response().status())
                .isEqualTo(404);
        assertThat(call("DELETE", "/-/sessions/a/rules", "").response().status())
                .isEqualTo(204);
        assertThat(ids("/-/sessions/a/rules?unused=true")).containsExactly("shared.1");
    }

    @Test
    void a_rule_is_switched_off_and_on_with_its_counts_be_it_of_the_session_or_of_a_file() {
        call("POST", "/-/sessions/a/rules", RULE.replace("{\"call\"", "{\"times\":3,\"call\""));
        SessionRules rules = sessions.find("a").orElseThrow().rules();
        assertThat(decides(rules)).isEqualTo("r1");

        assertThat(json(call("PATCH", "/-/sessions/a/rules/r1", "{\"enabled\":false}"))
                        .path("enabled"))
                .isEqualTo(json("false"));
        assertThat(decides(rules)).isEqualTo("shared.1");
        call("PATCH", "/-/sessions/a/rules/shared.1", "{\"enabled\":false}");
        assertThat(decides(rules)).isEmpty();
        assertThat(decides(new SessionRules("b"))).isEqualTo("shared.1");
        call("PATCH", "/-/sessions/a/rules/r1", "{\"enabled\":true}");
        assertThat(decides(rules)).isEqualTo("r1");

        JsonNode shown = json(call("GET", "/-/sessions/a/rules/r1", ""));
        assertThat(shown.path("used").asInt()).isEqualTo(2);
        assertThat(shown.path("left").asInt()).isEqualTo(1);
        assertThat(json(call("GET", "/-/sessions/a/rules/shared.1", "")).has("left"))
                .isFalse();
        assertThat(call("PATCH", "/-/sessions/a/rules/r9", "{\"enabled\":true}")
                        .response()
                        .status())
                .isEqualTo(404);
        assertThat(call("PATCH", "/-/sessions/b/rules/r1", "{\"enabled\":true}")
                        .response()
                        .status())
                .isEqualTo(404);
        assertThat(call("PATCH", "/-/sessions/a/rules/r1", "{}").response().status())
                .isEqualTo(400);
    }

    private static String decides(SessionRules rules) {
        Call call = new Call("listPets", Arguments.NONE, "");
        return rules.decide(BOOK, PETS.name(), call, null, null)
                .map(decision -> decision.rule().id())
                .orElse("");
    }

    @Test
    void beginning_a_session_anew_ends_its_rules_and_a_reset_of_its_records_does_not() {
        call("POST", "/-/sessions/a/rules", RULE);
        call("POST", "/-/sessions/a/reset", "");
        assertThat(sessions.find("a").orElseThrow().rules().isEmpty()).isFalse();
        call("PUT", "/-/sessions/a", "");
        assertThat(sessions.find("a").orElseThrow().rules().isEmpty()).isTrue();

        call("POST", "/-/sessions/default/rules", RULE);
        call("DELETE", "/-/sessions/default", "");
        assertThat(sessions.unnamed().rules().isEmpty()).isTrue();
    }

    @Test
    void bad_input_is_told_and_changes_nothing() {
        call("POST", "/-/sessions/a/rules", RULE.replace("{\"call\"", "{\"id\":\"mine\",\"call\""));

        Answer form = call("POST", "/-/sessions/a/rules", "{\"call\":{\"operation\":\"listPets\"},\"tims\":1}");
        assertThat(form.response().status()).isEqualTo(400);
        assertThat(json(form).at("/faults/0/pointer").asText()).isEqualTo("/tims");
        assertThat(json(form).at("/faults/0/remedy").asText()).isEqualTo("did you mean \"times\"?");
        Answer meaning = call("POST", "/-/sessions/a/rules", RULE.replace("401", "402"));
        assertThat(meaning.response().status()).isEqualTo(400);
        assertThat(json(meaning).at("/faults/0/pointer").asText()).isEqualTo("/answer/status");
        assertThat(json(meaning).at("/faults/0/remedy").asText()).isEqualTo("declare it, or say unchecked: true");
        assertThat(json(meaning).path("detail").asText()).startsWith("The rule is not made: /answer/status must be");
        assertThat(call("POST", "/-/sessions/a/rules", "{").response().status()).isEqualTo(400);
        assertThat(call("POST", "/-/sessions/a/rules", RULE.replace("{\"call\"", "{\"id\":\"mine\",\"call\""))
                        .response()
                        .status())
                .isEqualTo(409);
        assertThat(call("DELETE", "/-/sessions/a/rules/mne", "").response().status())
                .isEqualTo(404);
        assertThat(json(call("GET", "/-/sessions/a/rules/mne", ""))
                        .path("detail")
                        .asText())
                .contains("did you mean \"mine\"?");
        assertThat(call("DELETE", "/-/sessions/a/rules/shared.1", "").response().status())
                .isEqualTo(409);
        assertThat(call("GET", "/-/sessions/a/rules?unused=7", "").response().status())
                .isEqualTo(400);
        for (String path : List.of("/-/sessions/b/rules", "/-/sessions/b/rules/r1")) {
            assertThat(call("GET", path, "").response().status()).isEqualTo(404);
            assertThat(call("DELETE", path, "").response().status()).isEqualTo(404);
        }
        assertThat(ids("/-/sessions/a/rules")).containsExactly("mine", "shared.1");
    }

    @Test
    void a_wrong_delay_and_a_wrong_when_are_reported_together() {
        for (String delay :
                List.of("\"soon\"", "{\"uniform\":[\"1s\"]}", "{\"logNormal\":{\"median\":\"1s\"}}", "true")) {
            String effect = "\"effect\":{\"delay\":" + delay + ",\"when\":\"never\"}";
            Answer answer =
                    call("POST", "/-/sessions/a/rules", "{\"call\":{\"operation\":\"listPets\"}," + effect + "}");

            assertThat(json(answer).path("faults"))
                    .extracting(fault -> fault.path("pointer").asText())
                    .anyMatch(pointer -> pointer.startsWith("/effect/delay"))
                    .contains("/effect/when");
        }
    }

    @Test
    void the_id_of_a_rule_of_a_file_is_taken_and_nobody_is_told_to_delete_it() {
        Answer taken = call("POST", "/-/sessions/a/rules", RULE.replace("{\"call\"", "{\"id\":\"shared.1\",\"call\""));

        assertThat(taken.response().status()).isEqualTo(409);
        assertThat(json(taken).path("detail").asText())
                .isEqualTo("The rule shared.1 is one of a file and holds in every session: give another id, or leave it"
                        + " out");
    }

    @Test
    void a_rule_that_is_refused_makes_no_session() {
        assertThat(call("POST", "/-/sessions/a/rules", RULE.replace("401", "402"))
                        .response()
                        .status())
                .isEqualTo(400);
        assertThat(call("POST", "/-/sessions/a/rules", RULE.replace("{\"call\"", "{\"id\":\"shared.1\",\"call\""))
                        .response()
                        .status())
                .isEqualTo(409);
        assertThat(sessions.find("a")).isEmpty();
    }

    @Test
    void a_session_has_room_for_so_many_rules_and_the_server_for_so_many_sessions() {
        for (int i = 0; i < 1000; i++) {
            sessions.unnamed().rules().add(BOOK, json(RULE), 1 << 20);
        }
        assertThat(call("POST", "/-/sessions/default/rules", RULE).response().status())
                .isEqualTo(409);
        call("POST", "/-/sessions/a/rules", RULE);
        call("POST", "/-/sessions/b/rules", RULE);
        Answer full = call("POST", "/-/sessions/c/rules", RULE);
        assertThat(full.response().status()).isEqualTo(503);
        assertThat(full.response().headers()).containsKey("Retry-After");
    }

    private List<String> ids(String target) {
        return json(call("GET", target, ""))
                .path("rules")
                .valueStream()
                .map(rule -> rule.path("id").asText())
                .toList();
    }

    private Answer call(String method, String target, String body) {
        return control.answer(Pets.request(method, target, HERE, body));
    }

    private static JsonNode json(Answer answer) {
        return json(Pets.text(answer));
    }

    private static JsonNode json(String text) {
        try {
            return Json.read(text.getBytes(UTF_8));
        } catch (MalformedJson e) {
            throw new AssertionError(text, e);
        }
    }
}
